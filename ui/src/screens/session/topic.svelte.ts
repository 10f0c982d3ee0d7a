//! The topic that lies open on the desk: its page, the answers given on it, the guide beside it.

import type { Place } from '../../components/place'
import { Example } from '../../example.svelte'
import { recorded } from '../../ipc/begun.svelte'
import { call, isApiError, madeBy } from '../../ipc/client'
import type { AnswerKey, AnswerValue, Area, Document, PageView, Person, SheetId, TopicId } from '../../ipc/generated/types'
import { answerPlace, saveAnswer } from '../../record/answers'
import { Shown } from '../../shown.svelte'
import type { SessionScreen } from './session.svelte'

/** What lies on the desk, as it is on disk. */
interface Laid {
  topic: TopicId
  page: PageView
  /** The copy that lies over it, if any; `null` when that was taken back. */
  over: { sheet: SheetId; copy: PageView | null } | null
}

export class TopicDesk extends Shown<Laid | null> {
  /** Which topic is open. */
  topic = $state<TopicId | null>(null)
  page = $state.raw<PageView | null>(null)
  /** A filled copy of one of its worksheets, or of a form it leads to, when that is open instead. */
  copy = $state.raw<PageView | null>(null)
  guide = $state.raw<Document | null>(null)
  readonly example = new Example()
  /** The words that stand in the worksheet on the meaning of recovery. */
  meaning = $state('')
  #coming = $state.raw<{ topic: TopicId; copy: SheetId | null } | null>(null)

  protected readonly areas: readonly Area[] = ['answers', 'people']

  constructor(
    private readonly person: Person,
    private readonly session: string,
  ) {
    super()
  }

  protected override whose() {
    return this.person.id
  }

  protected async read(): Promise<Laid | null> {
    const topic = this.topic
    if (topic === null) return null
    const sheet = this.copy?.document.sheet
    return { topic, page: await this.#page(topic), over: sheet ? { sheet, copy: await this.#sheet(sheet).catch(gone) } : null }
  }

  protected take(laid: Laid | null): void {
    // Something else was opened while this was on its way.
    if (laid === null || laid.topic !== this.topic) return
    this.#lay(laid.page)
    if (laid.over && laid.over.sheet === this.copy?.document.sheet) this.copy = laid.over.copy
  }

  /** Whether the page belongs to the module in which people say what recovery means to them. */
  get asksMeaning(): boolean {
    return this.page !== null && this.page.meaning !== null
  }

  /** Opens a topic and records that it was opened; one met before in this session keeps its depth. */
  async pick(session: SessionScreen, topic: TopicId): Promise<void> {
    if (!(await this.open(topic))) return
    session.chosen = null
    if (!session.record.topics.some((t) => t.topic === topic)) await session.setDepth(topic, 'opened')
  }

  /** What lies on the desk by its ids, or is just being laid there. */
  get lies(): { topic: TopicId | null; copy: SheetId | null } {
    return this.#coming ?? { topic: this.topic, copy: this.copy?.document.sheet ?? null }
  }

  /** Lays a topic on the desk, and a copy over it. */
  async open(topic: TopicId, over: SheetId | null = null): Promise<boolean> {
    this.#coming = { topic, copy: over }
    const laid = await this.attempt(async () => {
      this.example.close()
      const page = await this.#page(topic)
      const copy = over === null ? null : await this.#sheet(over).catch(gone)
      if (this.topic !== topic) this.guide = null
      this.topic = topic
      this.copy = copy
      this.#lay(page)
    })
    this.#coming = null
    return laid
  }

  close(): void {
    this.topic = null
    this.page = null
    this.copy = null
    this.guide = null
    this.example.close()
  }

  /** Where the words of a field are kept. */
  readonly place = (key: AnswerKey): Place => recorded(answerPlace(this.person.id, key), this.person.id)

  readonly answer = (key: AnswerKey, value: AnswerValue | null): void => {
    if (this.#asksIn(key)) this.meaning = value?.kind === 'text' ? value.value : ''
    saveAnswer(this.person.id, key, value, (send) => send('answer', { person: this.person.id, session: this.session, key, value }))
  }

  /** Starts a fresh copy of a worksheet and lays it on the desk. */
  async startCopy(block: string): Promise<void> {
    const topic = this.topic
    if (topic === null) return
    await this.attempt(async () => {
      this.copy = await this.#sheet(madeBy(await call('start_sheet', { person: this.person.id, topic, block, about: null, from: null })))
    })
  }

  /** Lays the person's newest copy of a form on the desk, or begins the first; the topic waits behind it. */
  async openForm(form: TopicId): Promise<void> {
    await this.attempt(async () => {
      this.example.close()
      this.copy = await this.#sheet(madeBy(await call('open_form', { person: this.person.id, form })))
    })
  }

  /** Goes back from a copy to the topic, with what was answered there before. */
  async leaveCopy(): Promise<void> {
    if (this.topic !== null) await this.open(this.topic)
  }

  /** Lays a finished example beside the page. */
  async openExample(form: TopicId): Promise<void> {
    await this.attempt(() => this.example.open(form, this.person.language, this.person.course))
  }

  async openGuide(): Promise<void> {
    const module = this.page?.module
    if (!module || this.guide) return
    await this.attempt(async () => {
      this.guide = (await call('guide_page', { module, language: this.person.language })).document
    })
  }

  #page(topic: TopicId): Promise<PageView> {
    const { id, language, course } = this.person
    return call('topic_page', { topic, language, course, person: id })
  }

  #sheet(sheet: SheetId): Promise<PageView> {
    return call('open_sheet', { person: this.person.id, sheet })
  }

  #lay(page: PageView): void {
    this.page = page
    const known = page.document.answers.find(({ key }) => this.#asksIn(key))
    this.meaning = known?.value.kind === 'text' ? known.value.value : ''
  }

  #asksIn(key: AnswerKey): boolean {
    const asked = this.page?.meaning
    return asked !== null && asked !== undefined && key.block === asked.block && key.field === asked.field
  }
}

/** A copy that was taken back is no failure: the topic behind it comes to the front. */
function gone(thrown: unknown): null {
  if (isApiError(thrown) && thrown.code === 'notFound') return null
  throw thrown
}
