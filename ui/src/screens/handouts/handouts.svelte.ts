//! The handout desk: which topics, for whom, in which language and size; the pages follow every choice.
//!
//! It works with no vault open and then knows nobody.

import { app } from '../../app.svelte'
import { usualCourse } from '../../course'
import { m } from '../../i18n'
import { asApiError, call } from '../../ipc/client'
import type {
  ApiError,
  Catalogue,
  CatalogueCourse,
  CatalogueModule,
  CourseId,
  Document,
  Lang,
  MakePaper,
  ModuleId,
  PaperSize,
  PersonCard,
  PersonId,
  PrintSize,
  TopicId,
} from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { PagePreview } from '../../preview.svelte'

export class HandoutDesk {
  catalogue = $state.raw<Catalogue | null>(null)
  error = $state.raw<ApiError | null>(null)
  people = $state.raw<PersonCard[]>([])

  course = $state<CourseId>('')
  chosen = $state<TopicId[]>([])
  language = $state<Lang>('en')
  size = $state<PrintSize>('normal')
  format = $state<PaperSize>('a4')
  person = $state<PersonId | null>(null)
  filled = $state<'blank' | 'answers'>('blank')
  /** The guide that is read; the packet waits behind it. */
  guide = $state.raw<{ module: CatalogueModule; document: Document } | null>(null)

  readonly paper = new Paper()
  readonly preview = new PagePreview()

  courses = $derived(this.catalogue?.courses ?? [])
  here = $derived<CatalogueCourse | null>(this.courses.find((course) => course.id === this.course) ?? this.courses[0] ?? null)
  /** The packet in the order of the course, whatever order it was ticked in. */
  packet = $derived((this.here?.modules ?? []).flatMap((module) => module.topics).filter((topic) => this.chosen.includes(topic.id)))

  ask = $derived.by<MakePaper | null>(() => {
    const { size, format, language } = this
    if (this.guide) return { paper: { kind: 'guide', module: this.guide.module.id, language }, size, format }
    if (this.here === null || this.packet.length === 0) return null
    const filled = this.person !== null && this.filled === 'answers'
    return { paper: { kind: 'handouts', topics: this.packet.map((topic) => topic.id), language, course: this.here.id, person: this.person, filled }, size, format }
  })

  /** What the file is called: one topic by its name, a packet by its course. */
  fileName = $derived.by(() => {
    if (this.guide) return m.handouts_guide_of({ title: this.guide.module.title })
    const only = this.packet.length === 1 ? this.packet[0] : undefined
    const who = this.people.find((each) => each.id === this.person)?.name ?? ''
    const name = only ? m.handouts_file({ title: `${only.number} ${only.title}` }) : m.handouts_file_packet({ title: this.here?.title ?? '' })
    return `${name} ${who}`.trim()
  })

  async load(): Promise<void> {
    if (!app.open) this.#forget()
    try {
      const first = this.catalogue === null
      const catalogue = await call('catalogue', {})
      this.catalogue = catalogue
      if (first) {
        this.course = usualCourse(catalogue.courses, app.settings?.language ?? 'en')
        this.format = app.settings?.paper ?? 'a4'
        const own = app.settings?.language
        this.language = catalogue.languages.find((lang) => lang === own) ?? catalogue.languages[0] ?? 'en'
      }
      await this.#meet()
      this.error = null
    } catch (error) {
      this.error = asApiError(error)
    }
  }

  /** Names come in only while the vault is open. */
  async #meet(): Promise<void> {
    if (!app.open) return
    this.people = (await call('people', {})).people.filter((row) => row.active).map((row) => row.card)
    if (!this.people.some((each) => each.id === this.person)) this.person = null
  }

  /** The vault is locked: nobody's name or answers stay on the desk. */
  #forget(): void {
    if (this.person !== null) {
      this.preview.stop()
      this.preview.pages = []
    }
    this.people = []
    this.person = null
  }

  /** Chooses for whom; their own language and size come along. */
  async choosePerson(id: PersonId | null): Promise<void> {
    this.person = id
    if (id === null) return
    try {
      const { person } = await call('person', { person: id })
      if (this.person !== id) return
      if (this.catalogue?.languages.includes(person.language)) this.language = person.language
      this.size = person.printSize
      if (this.courses.some((course) => course.id === person.course)) this.course = person.course
    } catch (error) {
      this.error = asApiError(error)
    }
  }

  tick(topic: TopicId, on: boolean): void {
    this.guide = null
    this.chosen = on ? [...this.chosen, topic] : this.chosen.filter((each) => each !== topic)
  }

  /** Ticks a whole module, or nothing of it. */
  tickModule(module: CatalogueModule, on: boolean): void {
    this.guide = null
    const its = module.topics.map((topic) => topic.id)
    const others = this.chosen.filter((topic) => !its.includes(topic))
    this.chosen = on ? [...others, ...its] : others
  }

  clear(): void {
    this.chosen = []
  }

  async readGuide(id: ModuleId): Promise<void> {
    const module = this.here?.modules.find((each) => each.id === id)
    if (!module) return
    try {
      const { document } = await call('guide_page', { module: id, language: this.language })
      this.guide = { module, document }
      this.error = null
    } catch (error) {
      this.error = asApiError(error)
    }
  }
}
