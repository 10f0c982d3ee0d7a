//! The topic that lies open on the desk: its page, the answers given on it, the guide beside it.

import { asApiError, call, type Send } from '../../ipc/client'
import { errorWords, type ErrorWords } from '../../ipc/errors'
import type { AnswerKey, AnswerValue, Document, PageView, Person, TopicId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import type { SessionScreen } from './session.svelte'

/** Where the first module asks for the person's own meaning of recovery. */
const MEANING = { module: 'recovery-strategies', block: 'my-meaning', field: 'words' }

export class TopicDesk {
  /** Which topic is open. */
  topic = $state<TopicId | null>(null)
  page = $state.raw<PageView | null>(null)
  /** A filled copy of one of its worksheets, or of a form it leads to, when that is open instead. */
  copy = $state.raw<PageView | null>(null)
  guide = $state.raw<Document | null>(null)
  /** Why the topic could not be opened. */
  failure = $state.raw<ErrorWords | null>(null)
  /** The words that stand in the worksheet on the meaning of recovery. */
  meaning = $state('')

  constructor(
    private readonly person: Person,
    private readonly session: string,
  ) {}

  /** Whether the page belongs to the module in which people say what recovery means to them. */
  get asksMeaning(): boolean {
    return this.page?.module === MEANING.module
  }

  /** Opens a topic and records that it was opened; one met before in this session keeps its depth. */
  async pick(session: SessionScreen, topic: TopicId): Promise<void> {
    if (!(await this.open(topic))) return
    session.chosen = null
    if (!session.record.topics.some((t) => t.topic === topic)) await session.setDepth(topic, 'opened')
  }

  /** Lays a topic on the desk. */
  async open(topic: TopicId): Promise<boolean> {
    this.failure = null
    try {
      const page = await call('topic_page', {
        topic,
        language: this.person.language,
        course: this.person.course,
        person: this.person.id,
      })
      if (this.topic !== topic) this.guide = null
      this.topic = topic
      this.page = page
      this.copy = null
      const known = page.document.answers.find(({ key }) => key.block === MEANING.block && key.field === MEANING.field)
      this.meaning = known?.value.kind === 'text' ? known.value.value : ''
      return true
    } catch (error) {
      this.failure = errorWords(asApiError(error))
      return false
    }
  }

  /** Loads the open page again, after undo or after the screen was turned back. */
  async reload(): Promise<void> {
    const sheet = this.copy?.document.sheet
    if (this.topic !== null) await this.open(this.topic)
    if (sheet) {
      await this.#try(async () => {
        this.copy = await call('open_sheet', { person: this.person.id, sheet })
      })
    }
  }

  close(): void {
    this.topic = null
    this.page = null
    this.copy = null
    this.guide = null
  }

  readonly answer = (key: AnswerKey, value: AnswerValue | null): void => {
    const place = `${key.topic}/${key.block}/${key.field}/${key.row}/${key.sheet ?? ''}`
    if (key.block === MEANING.block && key.field === MEANING.field) this.meaning = value?.kind === 'text' ? value.value : ''
    const write = (send: Send) =>
      send('answer', { person: this.person.id, session: this.session, key, value })
    // Words are still being written; a tick or a choice is finished.
    if (value?.kind === 'text' || value === null) saver.later(`answer/${place}`, write)
    else void saver.now(`answer/${place}`, write)
  }

  /** Starts a fresh copy of a worksheet and lays it on the desk. */
  async startCopy(block: string): Promise<void> {
    const topic = this.topic
    if (topic === null) return
    await this.#try(async () => {
      this.copy = await call('start_sheet', { person: this.person.id, topic, block, about: null, from: null })
    })
  }

  /** Lays the person's newest copy of a form on the desk, or begins the first; the topic waits behind it. */
  async openForm(form: TopicId): Promise<void> {
    await this.#try(async () => {
      this.copy = await call('open_form', { person: this.person.id, form })
    })
  }

  /** Goes back from a copy to the topic, with what was answered there before. */
  async leaveCopy(): Promise<void> {
    if (this.topic !== null) await this.open(this.topic)
  }

  async openGuide(): Promise<void> {
    const module = this.page?.module
    if (!module || this.guide) return
    await this.#try(async () => {
      this.guide = (await call('guide_page', { module, language: this.person.language })).document
    })
  }

  async #try(what: () => Promise<void>): Promise<void> {
    this.failure = null
    try {
      await what()
    } catch (error) {
      this.failure = errorWords(asApiError(error))
    }
  }
}
