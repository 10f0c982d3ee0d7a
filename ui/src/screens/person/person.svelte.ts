//! One person's page: what is shown, which of its sheets lies open, and what one can do from here.

import { app } from '../../app.svelte'
import { asApiError, call, type Send } from '../../ipc/client'
import type {
  AnswerKey,
  AnswerValue,
  ApiError,
  Catalogue,
  Chime,
  Given,
  Goal,
  GoalId,
  PageView,
  PersonDetails,
  PersonForm,
  PersonId,
  PersonView,
  SessionGlance,
  SheetId,
  TopicId,
  TopicOnMap,
} from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { formLinks, type FormLink } from '../../forms'
import { GoalSheet, ticked } from './goal.svelte'

/** Where the problem-solving worksheet stands; a stable part of the first module. */
export const PROBLEM_SOLVING = { topic: 'step-by-step', block: 'problem-solving' } as const

/** Words about recovery being written down; each kept one is a version of its own. */
export interface StatementDraft {
  words: string
  given: Given
  on: string
  chime: Chime[]
}

/** What lies open on the page. */
export type Open =
  | { kind: 'overview' }
  | { kind: 'details'; details: PersonDetails; catalogue: Catalogue }
  | { kind: 'statement' }
  | { kind: 'goal'; sheet: GoalSheet; fresh: boolean }
  | { kind: 'sheet'; page: PageView; id: SheetId }
  | { kind: 'forms'; forms: PersonForm[] }
  | { kind: 'topic'; topic: TopicOnMap }
  | { kind: 'goalSheet' }

/** How long answers must rest before their score is asked for. */
const SCORE_REST_MS = 500

export class PersonDesk {
  view = $state.raw<PersonView | null>(null)
  error = $state.raw<ApiError | null>(null)
  busy = $state(false)
  nameMissing = $state(false)
  open = $state<Open>({ kind: 'overview' })
  statement = $state<StatementDraft>({ words: '', given: 'said', on: '', chime: [] })

  /** What led to the copy that lies open, with its title to name the way back. */
  trail = $state.raw<{ open: Open; title: string }[]>([])

  #scoring: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly id: PersonId) {}

  get today(): string {
    return app.today
  }

  /** The first word of the name, as it is said in the room. */
  get firstName(): string {
    return this.view?.person.preferredName.trim().split(/\s+/)[0] ?? ''
  }

  adopt = (view: PersonView): void => {
    this.view = view
    const { id, preferredName, recordNumber, colour } = view.person
    app.person = { id, name: preferredName, recordNumber, colour }
  }

  /** Loads the page, and again after undo; an open goal or sheet follows. */
  load(): Promise<void> {
    return this.#try(async () => {
      this.adopt(await call('person', { person: this.id }))
      const open = this.open
      if (open.kind === 'goal') {
        const goal = this.view?.goals.find((each) => each.id === open.sheet.goal.id)
        if (goal) open.sheet.reset(goal)
        else if (!open.fresh) this.open = { kind: 'overview' }
      } else if (open.kind === 'sheet') {
        if (this.#has(open.id)) await this.#lay(open.id)
        else this.#close()
      }
    })
  }

  /** Goes back to the copy that led here, or to the whole page; what was typed is on disk first. */
  async back(): Promise<void> {
    const open = this.open
    await saver.flush()
    const before = this.trail.at(-1)
    if (open.kind === 'sheet' && before) {
      this.trail = this.trail.slice(0, -1)
      if (before.open.kind !== 'sheet') {
        this.open = before.open
        return
      }
      const { id } = before.open
      return this.#work(() => this.#lay(id))
    }
    this.#close()
    // Lists show the first words of a sheet, which may just have been written.
    if (open.kind === 'sheet') await this.load()
  }

  /** Starts a session, or goes on with the open one. */
  async start(): Promise<void> {
    const session = this.view?.openSession
    if (session) return app.go({ screen: 'session', id: session })
    await this.#work(async () => {
      const { record } = await call('start_session', { person: this.id, on: null })
      app.go({ screen: 'session', id: record.id })
    })
  }

  /** Opens the note of a session, drafting it when there is none. */
  async note(session: SessionGlance): Promise<void> {
    if (session.note) return app.go({ screen: 'note', id: session.note.id })
    await this.#work(async () => {
      const { note } = await call('draft_note', { session: session.id })
      app.go({ screen: 'note', id: note.id })
    })
  }

  async editDetails(): Promise<void> {
    const person = this.view?.person
    if (!person) return
    await this.#work(async () => {
      const catalogue = await call('catalogue', {})
      const { preferredName, recordNumber, language, printSize, course, track, pace, startedOn, nextMeeting, active } = person
      this.nameMissing = false
      this.open = { kind: 'details', catalogue, details: { preferredName, recordNumber, language, printSize, course, track, pace, startedOn, nextMeeting, active } }
    })
  }

  async saveDetails(): Promise<void> {
    const open = this.open
    if (open.kind !== 'details') return
    this.nameMissing = open.details.preferredName.trim() === ''
    if (this.nameMissing) return
    await this.#work(async () => {
      this.adopt(await call('edit_person', { person: this.id, details: $state.snapshot(open.details) }))
      this.open = { kind: 'overview' }
    })
  }

  beginStatement(): void {
    if (this.statement.on === '') this.statement.on = this.today
    this.open = { kind: 'statement' }
  }

  /** Keeps the words exactly as they stand, as a new version. */
  async keepStatement(): Promise<void> {
    if (this.statement.words.trim() === '') return
    await this.#work(async () => {
      this.adopt(await call('record_statement', { person: this.id, ...$state.snapshot(this.statement) }))
      this.statement = { words: '', given: 'said', on: '', chime: [] }
      this.open = { kind: 'overview' }
    })
  }

  async editGoal(goal: Goal | null): Promise<void> {
    await this.#work(async () => {
      const sheet = await GoalSheet.open(this.id, goal, this.today, this.adopt)
      this.open = { kind: 'goal', sheet, fresh: goal === null }
    })
  }

  /** Ticks a step done, or takes the tick back. */
  async tick(goal: Goal, step: string, done: boolean): Promise<void> {
    await this.#try(async () => {
      this.adopt(await call('set_goal', { person: this.id, goal: ticked(goal, step, done, this.today) }))
    })
  }

  /** Starts a problem-solving sheet, about a goal when there is one to think of. */
  async startSheet(about: GoalId | null): Promise<void> {
    await this.#work(async () => {
      this.#show(await call('start_sheet', { person: this.id, ...PROBLEM_SOLVING, about, from: null }))
    })
  }

  /** Opens a filled copy, whatever lies open now. */
  async openSheet(id: SheetId): Promise<void> {
    await this.#work(() => this.#lay(id))
  }

  /** Lays all forms out to choose from. */
  async chooseForm(): Promise<void> {
    await this.#work(async () => {
      this.open = { kind: 'forms', forms: (await call('forms', { person: this.id })).forms }
    })
  }

  /** Opens the plan there is, since a plan lasts; anything else is filled afresh. */
  async startForm(form: PersonForm): Promise<void> {
    if (form.kind === 'plan') return this.openForm(form.id)
    await this.freshForm(form.id)
  }

  /** Begins an empty copy of a form. */
  async freshForm(form: TopicId): Promise<void> {
    await this.#work(async () => {
      this.#show(await call('start_sheet', { person: this.id, topic: form, block: null, about: null, from: null }))
    })
  }

  /** Names the forms that a topic leads to. */
  async linksOf(topic: TopicId): Promise<FormLink[]> {
    const person = this.view?.person
    if (!person) return []
    let links: FormLink[] = []
    await this.#try(async () => {
      const { document } = await call('topic_page', { topic, language: person.language, course: person.course, person: null })
      links = formLinks(document)
    })
    return links
  }

  /** Opens the newest copy of a form, or begins the first; the page that led to it waits behind it. */
  async openForm(form: TopicId): Promise<void> {
    await this.#work(async () => {
      const from = this.open
      const page = await call('open_form', { person: this.id, form })
      if (from.kind === 'sheet' && from.id !== page.document.sheet) this.trail = [...this.trail, { open: from, title: from.page.document.title }]
      if (from.kind === 'topic') this.trail = [{ open: from, title: from.topic.title }]
      this.#show(page)
    })
  }

  /** Begins a new version of the plan that lies open, with its words; the open one stays as it is. */
  async newVersion(): Promise<void> {
    const open = this.open
    if (open.kind !== 'sheet' || !open.page.form) return
    const { id: topic } = open.page.form
    const about = open.page.form.copies.find((copy) => copy.id === open.id)?.about ?? null
    await this.#work(async () => {
      this.#show(await call('start_sheet', { person: this.id, topic, block: null, about, from: open.id }))
    })
  }

  #has(sheet: SheetId): boolean {
    const view = this.view
    return view !== null && (view.sheets.some(({ id }) => id === sheet) || view.forms.some((form) => form.copies.some(({ id }) => id === sheet)))
  }

  async #lay(id: SheetId): Promise<void> {
    this.#show(await call('open_sheet', { person: this.id, sheet: id }))
  }

  #show(page: PageView): void {
    clearTimeout(this.#scoring)
    this.open = { kind: 'sheet', page, id: page.document.sheet ?? '' }
  }

  #close(): void {
    clearTimeout(this.#scoring)
    this.trail = []
    this.open = { kind: 'overview' }
  }

  /** Asks for the score again once answers rest; the page itself stays as it is. */
  #score(): void {
    const open = this.open
    if (open.kind !== 'sheet' || !open.page.score) return
    clearTimeout(this.#scoring)
    this.#scoring = setTimeout(() => {
      void this.#try(async () => {
        const { score } = await call('open_sheet', { person: this.id, sheet: open.id })
        if (this.open.kind === 'sheet' && this.open.id === open.id) this.open.page.score = score
      })
    }, SCORE_REST_MS)
  }

  /** Saves an answer on the open sheet: words in small steps, ticks at once. */
  readonly answer = (key: AnswerKey, value: AnswerValue | null): void => {
    const place = `answer/${key.topic}/${key.block}/${key.field}/${String(key.row)}/${key.sheet ?? ''}`
    const write = (send: Send) => send('answer', { person: this.id, session: null, key, value })
    if (value === null || value.kind === 'text') saver.later(place, write)
    else void saver.now(place, write)
    this.#score()
  }

  async #work(what: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    await this.#try(what)
    this.busy = false
  }

  async #try(what: () => Promise<void>): Promise<void> {
    try {
      await what()
      this.error = null
    } catch (error) {
      this.error = asApiError(error)
    }
  }
}
