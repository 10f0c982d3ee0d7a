//! The handout desk: which topics, for whom, in which language and size; the pages follow every choice.
//!
//! It works with no vault open and then knows nobody.

import { app } from '../../app.svelte'
import { usualCourse } from '../../course'
import { formLinks, type FormLink } from '../../forms'
import { list, m } from '../../i18n'
import { call } from '../../ipc/client'
import type {
  Area,
  Catalogue,
  CatalogueCourse,
  CatalogueModule,
  CourseId,
  Document,
  FormCard,
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
import { Shown } from '../../shown.svelte'

export class HandoutDesk extends Shown<{ catalogue: Catalogue; people: PersonCard[] }> {
  catalogue = $state.raw<Catalogue | null>(null)
  protected readonly areas: readonly Area[] = ['people']
  people = $state.raw<PersonCard[]>([])

  course = $state<CourseId>('')
  chosen = $state<TopicId[]>([])
  language = $state<Lang>('en')
  size = $state<PrintSize>('normal')
  format = $state<PaperSize>('a4')
  person = $state<PersonId | null>(null)
  filled = $state<'blank' | 'answers'>('blank')
  /** Whether what is “more, if you like” is left out. */
  short = $state(false)
  /** The guide that is read; the packet waits behind it. */
  guide = $state.raw<{ module: CatalogueModule; document: Document } | null>(null)

  /** The workbook that is looked at: of one module, or of the whole course; the packet waits behind it. */
  book = $state.raw<{ module: CatalogueModule | null } | null>(null)

  readonly paper = new Paper()
  readonly preview = new PagePreview()

  courses = $derived(this.catalogue?.courses ?? [])
  here = $derived<CatalogueCourse | null>(this.courses.find((course) => course.id === this.course) ?? this.courses[0] ?? null)
  /** The packet in the order of the course, whatever order it was ticked in. */
  packet = $derived((this.here?.modules ?? []).flatMap((module) => module.topics).filter((topic) => this.chosen.includes(topic.id)))

  forms = $derived<FormCard[]>(this.catalogue?.forms ?? [])
  /** The forms of the packet; they lie behind its topics. */
  packetForms = $derived(this.forms.filter((form) => this.chosen.includes(form.id)))
  /** The forms that ticked topics lead to, by topic. */
  links = $state.raw<Record<TopicId, FormLink[]>>({})

  ask = $derived.by<MakePaper | null>(() => {
    const { size, format, language, short } = this
    if (this.guide) return { paper: { kind: 'guide', module: this.guide.module.id, language }, size, format }
    if (this.here !== null && this.book) return { paper: { kind: 'workbook', course: this.here.id, module: this.book.module?.id ?? null, track: null, language, short }, size, format }
    const topics = [...this.packet, ...this.packetForms].map(({ id }) => id)
    if (this.here === null || topics.length === 0) return null
    const filled = this.person !== null && this.filled === 'answers'
    return { paper: { kind: 'handouts', topics, language, course: this.here.id, person: this.person, filled, short }, size, format }
  })

  /** "2 topics and 1 form", as far as there are any. */
  packetTitle = $derived.by(() => {
    const { packet, packetForms } = this
    return list([...(packet.length > 0 ? [m.handouts_packet({ count: packet.length })] : []), ...(packetForms.length > 0 ? [m.handouts_packet_forms({ count: packetForms.length })] : [])])
  })

  bookTitle = $derived(this.book?.module?.title ?? this.here?.title ?? '')

  /** What the file is called: one topic by its name, a packet by its course. */
  fileName = $derived.by(() => {
    if (this.guide) return m.handouts_guide_of({ title: this.guide.module.title })
    if (this.book) return m.handouts_book_of({ title: this.bookTitle })
    const [only, ...others] = [...this.packet.map(({ number, title }) => `${number} ${title}`), ...this.packetForms.map(({ title }) => title)]
    const who = this.people.find((each) => each.id === this.person)?.name ?? ''
    const name = only !== undefined && others.length === 0 ? m.handouts_file({ title: only }) : m.handouts_file_packet({ title: this.here?.title ?? '' })
    return `${name} ${who}`.trim()
  })

  /** Names come in only while the vault is open. */
  protected async read() {
    if (!app.open) this.#forget()
    const catalogue = await call('catalogue', {})
    const rows = app.open ? (await call('people', {})).people : []
    return { catalogue, people: rows.filter((row) => row.active).map((row) => row.card) }
  }

  protected take({ catalogue, people }: { catalogue: Catalogue; people: PersonCard[] }): void {
    const first = this.catalogue === null
    this.catalogue = catalogue
    this.people = people
    if (!people.some((each) => each.id === this.person)) this.person = null
    if (!first) return
    const own = app.settings?.language
    this.course = usualCourse(catalogue.courses, own ?? 'en')
    this.format = app.settings?.paper ?? 'a4'
    this.language = catalogue.languages.find((lang) => lang === own) ?? catalogue.languages[0] ?? 'en'
  }

  /** The vault is locked: nobody's name or answers stay on the desk. */
  #forget(): void {
    if (this.person !== null) {
      this.preview.stop()
      this.preview.pages = []
    }
    this.people = []
    this.person = null
    this.paper.to = ''
    this.paper.known = []
    this.paper.done = ''
  }

  /** Chooses for whom; their own language and size come along. */
  async choosePerson(id: PersonId | null): Promise<void> {
    this.person = id
    if (id === null) return
    await this.attempt(async () => {
      const { person } = await call('person', { person: id })
      if (this.person !== id) return
      if (this.catalogue?.languages.includes(person.language)) this.language = person.language
      this.size = person.printSize
      if (this.courses.some((course) => course.id === person.course)) this.course = person.course
    })
  }

  tick(topic: TopicId, on: boolean): void {
    this.back()
    this.chosen = on ? [...this.chosen, topic] : this.chosen.filter((each) => each !== topic)
    if (on) void this.#follow([topic])
  }

  /** Ticks a whole module, or nothing of it. */
  tickModule(module: CatalogueModule, on: boolean): void {
    this.back()
    const its = module.topics.map((topic) => topic.id)
    const others = this.chosen.filter((topic) => !its.includes(topic))
    this.chosen = on ? [...others, ...its] : others
    if (on) void this.#follow(its)
  }

  /** Looks which forms the ticked topics lead to, so that they can go into the packet with them. */
  async #follow(topics: readonly TopicId[]): Promise<void> {
    const forms = new Set(this.forms.map(({ id }) => id))
    await this.attempt(async () => {
      for (const topic of topics.filter((id) => !forms.has(id) && this.links[id] === undefined)) {
        const { document } = await call('topic_page', { topic, language: this.language, course: this.course, person: null })
        this.links = { ...this.links, [topic]: formLinks(document) }
      }
    })
  }

  /** Opens the workbook of a module, or of the whole course. */
  openBook(module: CatalogueModule | null): void {
    this.guide = null
    this.book = { module }
  }

  /** Leaves guide and workbook for the packet. */
  back(): void {
    this.guide = null
    this.book = null
  }

  clear(): void {
    this.chosen = []
  }

  async readGuide(id: ModuleId): Promise<void> {
    const module = this.here?.modules.find((each) => each.id === id)
    if (!module) return
    await this.attempt(async () => {
      const { document } = await call('guide_page', { module: id, language: this.language })
      this.book = null
      this.guide = { module, document }
    })
  }
}
