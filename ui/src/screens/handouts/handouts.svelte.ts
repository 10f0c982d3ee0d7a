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
  ExampleView,
  FormCard,
  Lang,
  MakePaper,
  ModuleId,
  PacketTemplate,
  PaperSize,
  PersonCard,
  PersonId,
  PrintSize,
  TopicId,
  TrackId,
} from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { PagePreview } from '../../preview.svelte'
import { Shown } from '../../shown.svelte'
import { PacketOnDesk } from './packet.svelte'
import { Templates } from './templates.svelte'
import { Week } from './week.svelte'

/** What the left side of the desk shows. */
export type Side = 'choose' | 'packet' | 'week'

export class HandoutDesk extends Shown<{ catalogue: Catalogue; people: PersonCard[] }> {
  catalogue = $state.raw<Catalogue | null>(null)
  protected readonly areas: readonly Area[] = ['people']
  people = $state.raw<PersonCard[]>([])

  side = $state<Side>('choose')
  course = $state<CourseId>('')
  /** Whose topics are offered; `null` for those of all tracks. */
  track = $state<TrackId | null>(null)
  language = $state<Lang>('en')
  size = $state<PrintSize>('normal')
  format = $state<PaperSize>('a4')
  person = $state<PersonId | null>(null)
  filled = $state<'blank' | 'answers'>('blank')
  /** The guide that is read; the packet waits behind it. */
  guide = $state.raw<{ module: CatalogueModule; document: Document } | null>(null)

  /** The workbook that is looked at: of one module, or of the whole course; the packet waits behind it. */
  book = $state.raw<{ module: CatalogueModule | null } | null>(null)

  readonly paper = new Paper()
  readonly preview = new PagePreview()

  courses = $derived(this.catalogue?.courses ?? [])
  here = $derived<CatalogueCourse | null>(this.courses.find((course) => course.id === this.course) ?? this.courses[0] ?? null)
  forms = $derived<FormCard[]>(this.catalogue?.forms ?? [])
  readonly packet = new PacketOnDesk(
    () => this.here,
    () => this.forms,
  )
  readonly templates = new Templates()
  readonly week = new Week(() => this.people)
  /** The modules of the course with the topics of the track that is offered. */
  modules = $derived((this.here?.modules ?? []).map((module) => ({ ...module, topics: module.topics.filter((topic) => this.track === null || topic.track === null || topic.track === this.track) })))
  /** The forms that ticked topics lead to, by topic. */
  links = $state.raw<Record<TopicId, FormLink[]>>({})
  /** The finished examples of what was ticked, by page. */
  examples = $state.raw<Record<TopicId, ExampleView[]>>({})

  ask = $derived.by<MakePaper | null>(() => {
    const { size, format, language, track } = this
    if (this.side === 'week') return this.week.ask(format)
    const short = this.packet.short
    if (this.guide) return { paper: { kind: 'guide', module: this.guide.module.id, language }, size, format }
    if (this.here !== null && this.book) return { paper: { kind: 'workbook', course: this.here.id, module: this.book.module?.id ?? null, track, language, short }, size, format }
    const packet = this.packet.made(this.here, language)
    if (packet === null) return null
    const filled = this.person !== null && this.filled === 'answers'
    return { paper: { kind: 'packet', packet, person: this.person, filled }, size, format }
  })

  /** Whether pages are folded to a booklet. */
  folded = $derived(this.ask?.paper.kind === 'packet' && this.packet.booklet)

  /** How many sheets of paper the booklet takes. */
  sheets = $derived(Math.ceil(this.preview.count / 4))

  /** "2 topics and 1 form", as far as there are any. */
  packetTitle = $derived.by(() => {
    const topics = this.packet.items.filter((item) => item.number !== '').length
    const forms = this.packet.items.length - topics
    return list([...(topics > 0 ? [m.handouts_packet({ count: topics })] : []), ...(forms > 0 ? [m.handouts_packet_forms({ count: forms })] : [])])
  })

  bookTitle = $derived(this.book?.module?.title ?? this.here?.title ?? '')

  /** What the file is called: one topic by its name, a packet by its course. */
  fileName = $derived.by(() => {
    if (this.side === 'week') return m.handouts_week_file()
    if (this.guide) return m.handouts_guide_of({ title: this.guide.module.title })
    if (this.book) return m.handouts_book_of({ title: this.bookTitle })
    const [only, ...others] = this.packet.items.map(({ number, title }) => `${number} ${title}`.trim())
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
    if (this.person !== null || this.side === 'week') {
      this.preview.stop()
      this.preview.pages = []
    }
    this.people = []
    this.person = null
    this.week.forget()
    if (this.side === 'week') this.side = 'choose'
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
    if (on) this.packet.add([topic])
    else this.packet.remove([topic])
    if (on) void this.#follow([topic])
  }

  /** Ticks a whole module, or nothing of it. */
  tickModule(module: CatalogueModule, on: boolean): void {
    this.back()
    const its = module.topics.map((topic) => topic.id)
    if (on) this.packet.add(its)
    else this.packet.remove(its)
    if (on) void this.#follow(its)
  }

  /** Puts a finished example behind its page, or takes it away. */
  tickExample(example: TopicId, page: TopicId, on: boolean): void {
    this.back()
    if (on) this.packet.addBehind(example, page)
    else this.packet.remove([example])
  }

  /** Looks which forms the ticked pages lead to and which finished examples they have, so that these can go into the packet. */
  async #follow(topics: readonly TopicId[]): Promise<void> {
    await this.attempt(async () => {
      for (const topic of topics.filter((id) => this.links[id] === undefined)) {
        const { document, examples } = await call('topic_page', { topic, language: this.language, course: this.course, person: null })
        this.links = { ...this.links, [topic]: formLinks(document) }
        this.examples = { ...this.examples, [topic]: examples }
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
    this.packet.clear()
    this.side = 'choose'
  }

  /** Lays a template out as it was kept. */
  open(template: PacketTemplate): void {
    this.back()
    if (this.courses.some((course) => course.id === template.packet.course)) this.course = template.packet.course
    if (this.catalogue?.languages.includes(template.packet.language)) this.language = template.packet.language
    this.track = this.here?.tracks.some((track) => track.id === template.track) ? template.track : null
    this.size = template.size
    this.packet.take(template.packet)
    void this.#follow(this.packet.items.map(({ id }) => id))
  }

  /** Keeps the packet on the desk under a name. */
  keep(name: string): Promise<boolean> {
    const packet = this.packet.made(this.here, this.language)
    return packet ? this.templates.keep({ name, packet, track: this.track, size: this.size }) : Promise.resolve(false)
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
