//! One person's page: what is shown, which of its sheets lies open, and what one can do from here.

import { app } from '../../app.svelte'
import type { Place } from '../../components/place'
import { drafts, Form, recorded } from '../../ipc/begun.svelte'
import { call, madeBy } from '../../ipc/client'
import type {
  AnswerKey,
  AnswerValue,
  Area,
  Catalogue,
  Goal,
  GoalId,
  PageView,
  PersonDetails,
  PersonForm,
  PersonId,
  PersonView,
  SessionCard,
  SessionGlance,
  SheetId,
  StartSheet,
  SupporterId,
  TopicId,
  TopicOnMap,
} from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Example } from '../../example.svelte'
import { formLinks, type FormLink } from '../../forms'
import { answerPlace, saveAnswer } from '../../record/answers'
import { StatementDraft } from '../../record/statement.svelte'
import { Shown } from '../../shown.svelte'
import { GoalSheet, ticked } from './goal.svelte'
import { Returned } from './returned.svelte'
import { SupporterSheet } from './supporter.svelte'

/** Stands for what has no id yet. */
const NEW = 'new'

/** What lies open on the page. */
export type Open =
  | { kind: 'overview' }
  | { kind: 'details'; form: Form<PersonDetails>; catalogue: Catalogue }
  | { kind: 'statement' }
  | { kind: 'goal'; sheet: GoalSheet; fresh: boolean }
  | { kind: 'sheet'; page: PageView; id: SheetId }
  | { kind: 'supporter'; sheet: SupporterSheet }
  | { kind: 'forms'; forms: PersonForm[] }
  | { kind: 'topic'; topic: TopicOnMap }
  | { kind: 'goals' }
  | { kind: 'returned'; returned: Returned }

/** What lies open, by its ids. */
export interface Lies {
  kind: Open['kind']
  id: string
  /** Whether the day of an earlier meeting is being asked for. */
  late: boolean
}

/** How long answers must rest before their score is asked for. */
const SCORE_REST_MS = 500

export class PersonDesk extends Shown<{ view: PersonView; open: Open; page: PageView | null }> {
  view = $state.raw<PersonView | null>(null)
  nameMissing = $state(false)
  open = $state<Open>({ kind: 'overview' })
  /** Words about recovery being written down, and the day they were given. */
  readonly statement: StatementDraft

  /** The day of an earlier meeting that is being entered; `null` while none is. */
  late = $state<{ on: string | null } | null>(null)

  /** A finished example beside the copy that lies open. */
  readonly example = new Example()

  /** What led to the copy that lies open, with its title to name the way back. */
  trail = $state.raw<{ open: Open; title: string }[]>([])

  #scoring: ReturnType<typeof setTimeout> | undefined
  #coming = $state.raw<Lies | null>(null)

  protected readonly areas: readonly Area[] = ['people', 'statements', 'goals', 'sessions', 'practices', 'supporters', 'groups', 'answers', 'notes']

  constructor(readonly id: PersonId) {
    super()
    this.statement = new StatementDraft(id)
  }

  /** The day the words were given: today, unless somebody says another. */
  get statementOn(): string {
    return this.statement.form.values.on || this.today
  }

  get today(): string {
    return app.today
  }

  /** What they are called in the room. */
  get firstName(): string {
    return this.view?.firstName ?? ''
  }

  protected override whose() {
    return this.id
  }

  protected async read() {
    const open = this.open
    const view = await call('person', { person: this.id })
    const page = open.kind === 'sheet' && has(view, open.id) ? await this.#sheet(open.id) : null
    return { view, open, page }
  }

  /** An open goal or sheet follows. */
  protected take({ view, open, page }: { view: PersonView; open: Open; page: PageView | null }): void {
    this.view = view
    const { id, preferredName, recordNumber, colour } = view.person
    app.person = { id, name: preferredName, firstName: view.firstName, recordNumber, colour }
    // Something else was opened while this was on its way.
    if (open !== this.open) return
    if (open.kind === 'goal') {
      const goal = view.goals.find((each) => each.id === open.sheet.goal.id)
      if (goal) open.sheet.reset(goal)
      else if (!open.fresh) this.open = { kind: 'overview' }
    } else if (open.kind === 'supporter') {
      const { id } = open.sheet
      if (id !== null && !view.supporters.some((each) => each.supporter.id === id)) this.open = { kind: 'overview' }
    } else if (open.kind === 'sheet') {
      if (page) this.#show(page)
      else this.#close()
    }
  }

  /** What lies open, or is just being opened again. */
  get lies(): Lies {
    const { open } = this
    if (this.#coming) return this.#coming
    const id = open.kind === 'goal' ? open.sheet.goal.id : open.kind === 'sheet' ? open.id : open.kind === 'topic' ? open.topic.id : open.kind === 'supporter' ? (open.sheet.id ?? NEW) : ''
    return { kind: open.kind, id, late: this.late !== null }
  }

  /** Comes back to what lay open when the vault was locked or the program ended. */
  async comeBack(lies: Lies | null): Promise<void> {
    if (!lies) return
    this.#coming = lies
    await this.load()
    if (lies.kind === 'details') await this.editDetails()
    else if (lies.kind === 'statement') this.beginStatement()
    else if (lies.kind === 'goal') await this.editGoal(this.view?.goals.find((goal) => goal.id === lies.id) ?? null)
    else if (lies.kind === 'sheet') await this.openSheet(lies.id)
    else if (lies.kind === 'supporter') this.openSupporter(lies.id === NEW ? null : lies.id)
    else if (lies.kind === 'forms') await this.chooseForm()
    else if (lies.kind === 'goals') this.open = { kind: 'goals' }
    else if (lies.kind === 'returned') this.readForm()
    else if (lies.kind === 'topic') {
      const topic = this.view?.course.modules.flatMap((module) => module.topics).find((each) => each.id === lies.id)
      if (topic) this.open = { kind: 'topic', topic }
    }
    if (lies.late) this.late = { on: null }
    this.#coming = null
  }

  get #place(): string {
    return `person/${this.id}`
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
      return this.#lay(id)
    }
    // The page shows what was just written: the words of a goal, the first ones of a sheet.
    if (open.kind === 'sheet' || open.kind === 'goal') await this.load()
    this.#close()
  }

  /** Starts a session, or goes on with the open one. */
  async start(): Promise<void> {
    const session = this.view?.openSession
    if (session) return app.go({ screen: 'session', id: session })
    await this.run(async () => {
      const change = await call('start_session', { person: this.id, on: null })
      app.go({ screen: 'session', id: madeBy(change) })
    })
  }

  /** Closes a session that was left open, as of its day. */
  async closeThen({ id }: SessionCard): Promise<void> {
    await this.run(() => call('close_session', { session: id, asOfItsDay: true }))
  }

  /** Where the day of a late entry is kept until its session is open. */
  get latePlace(): Place {
    return recorded(`${this.#place}/late`, this.id)
  }

  /** Opens a session for a meeting that was held on an earlier day. */
  async enterLate(): Promise<void> {
    const on = this.late?.on ?? null
    if (on === null) return
    await this.run(async () => {
      const change = await call('start_session', { person: this.id, on })
      drafts.forget(`${this.#place}/late`)
      this.late = null
      app.go({ screen: 'session', id: madeBy(change) })
    })
  }

  /** Opens the note of a session, drafting it when there is none. */
  async note(session: SessionGlance): Promise<void> {
    if (session.note) return app.go({ screen: 'note', id: session.note.id })
    await this.run(async () => {
      const change = await call('draft_note', { session: session.id, format: null })
      app.go({ screen: 'note', id: madeBy(change) })
    })
  }

  async editDetails(): Promise<void> {
    const person = this.view?.person
    if (!person) return
    await this.run(async () => {
      const catalogue = await call('catalogue', {})
      const { preferredName, recordNumber, language, printSize, course, track, pace, startedOn, nextMeeting, active } = person
      this.nameMissing = false
      const known = { preferredName, recordNumber, language, printSize, course, track, pace, startedOn, nextMeeting, active }
      this.open = { kind: 'details', catalogue, form: new Form<PersonDetails>(`person/${this.id}`, this.id, () => known) }
    })
  }

  async saveDetails(): Promise<void> {
    const open = this.open
    if (open.kind !== 'details') return
    const { form } = open
    this.nameMissing = form.values.preferredName.trim() === ''
    if (this.nameMissing) return
    await this.run(async () => {
      await call('edit_person', { person: this.id, details: $state.snapshot(form.values) })
      form.clear()
      this.open = { kind: 'overview' }
    })
  }

  /** Gives up what was changed and not saved. */
  async cancelDetails(): Promise<void> {
    if (this.open.kind === 'details') this.open.form.clear()
    await this.back()
  }

  beginStatement(): void {
    this.open = { kind: 'statement' }
  }

  /** Keeps the words exactly as they stand, as a new version. */
  async keepStatement(): Promise<void> {
    if (this.statement.form.values.words.trim() === '') return
    if (!(await this.statement.keep(this.statementOn))) return
    this.open = { kind: 'overview' }
  }

  async editGoal(goal: Goal | null, insteadOf: GoalId | null = null): Promise<void> {
    await this.run(async () => {
      const sheet = await GoalSheet.open(this.id, goal, this.today, insteadOf)
      this.open = { kind: 'goal', sheet, fresh: goal === null }
    })
  }

  /** Writes the goal that comes in place of the one that lies open; that one stays as it is. */
  async replaceGoal(goal: Goal): Promise<void> {
    await saver.flush()
    await this.editGoal(this.replacedBy(goal.id) ?? null, goal.id)
  }

  /** The goal that came in place of another. */
  replacedBy(id: GoalId): Goal | undefined {
    return this.view?.goals.find((each) => each.insteadOf === id)
  }

  /** Ticks a step done, or takes the tick back. */
  async tick(goal: Goal, step: string, done: boolean): Promise<void> {
    await this.attempt(() => call('set_goal', { person: this.id, goal: ticked(goal, step, done, this.today) }))
  }

  /** Starts a problem-solving sheet, about a goal when there is one to think of. */
  async startSheet(about: GoalId | null): Promise<void> {
    const place = this.view?.problemSolving
    if (place) await this.#start({ ...place, about, from: null })
  }

  /** Opens a filled copy, whatever lies open now. */
  openSheet(id: SheetId): Promise<void> {
    return this.#lay(id)
  }

  /** Opens a supporter's page, or that of a new one. */
  openSupporter(id: SupporterId | null): void {
    const details = this.view?.supporters.find((each) => each.supporter.id === id)?.supporter
    if (id !== null && !details) return
    this.open = { kind: 'supporter', sheet: new SupporterSheet(this.id, id, details ?? null) }
  }

  /** Writes a supporter down, and stays with them. */
  async saveSupporter(sheet: SupporterSheet): Promise<void> {
    const id = await sheet.save()
    if (id !== null) this.openSupporter(id)
  }

  /** Begins a letter to a supporter, or goes on with the one of today; their page waits behind it. */
  async writeTo(id: SupporterId): Promise<void> {
    const from = this.open
    const name = this.view?.supporters.find((each) => each.supporter.id === id)?.supporter.name ?? ''
    await this.run(async () => {
      const page = await this.#sheet(madeBy(await call('write_to_supporter', { person: this.id, supporter: id })))
      this.trail = [{ open: from, title: name }]
      this.#show(page)
    })
  }

  /** Where the day an instrument was filled on paper is kept until its copy is begun. */
  paperPlace(form: TopicId): Place {
    return recorded(`${this.#place}/paper/${form}`, this.id)
  }

  /** Begins a copy of an instrument that was filled on paper, to be typed in. */
  async keyIn(form: TopicId, filledOn: string): Promise<void> {
    await this.run(async () => {
      const page = await this.#sheet(madeBy(await call('key_in_copy', { person: this.id, form, filledOn })))
      drafts.forget(`${this.#place}/paper/${form}`)
      this.#show(page)
    })
  }

  /** Lays all forms out to choose from. */
  async chooseForm(): Promise<void> {
    await this.run(async () => {
      this.open = { kind: 'forms', forms: (await call('forms', { person: this.id })).forms }
    })
  }

  /** Reads a form that was filled in elsewhere; which file, is asked there. */
  readForm(): void {
    this.open = { kind: 'returned', returned: new Returned(this.id) }
  }

  /** Opens the plan there is, since a plan lasts; anything else is filled afresh. */
  async startForm(form: PersonForm): Promise<void> {
    if (form.kind === 'plan') return this.openForm(form.id)
    await this.freshForm(form.id)
  }

  /** Begins an empty copy of a form. */
  freshForm(topic: TopicId): Promise<void> {
    return this.#start({ topic, block: null, about: null, from: null })
  }

  /** Says which forms a topic leads to, and whether there are finished examples of it. */
  async behind(topic: TopicId): Promise<{ links: FormLink[]; examples: boolean }> {
    const person = this.view?.person
    let found = { links: [] as FormLink[], examples: false }
    if (!person) return found
    await this.attempt(async () => {
      const { document, examples } = await call('topic_page', { topic, language: person.language, course: person.course, person: null })
      found = { links: formLinks(document), examples: examples.length > 0 }
    })
    return found
  }

  /** Opens the newest copy of a form, or begins the first; the page that led to it waits behind it. */
  async openForm(form: TopicId): Promise<void> {
    await this.run(async () => {
      const from = this.open
      const page = await this.#sheet(madeBy(await call('open_form', { person: this.id, form })))
      if (from.kind === 'sheet' && from.id !== page.document.sheet) this.trail = [...this.trail, { open: from, title: from.page.document.title }]
      if (from.kind === 'topic') this.trail = [{ open: from, title: from.topic.title }]
      this.#show(page)
    })
  }

  /** Lays a finished example beside the page. */
  async openExample(form: TopicId): Promise<void> {
    const person = this.view?.person
    if (person) await this.attempt(() => this.example.open(form, person.language, person.course))
  }

  /** Begins a new version of the plan that lies open, with its words; the open one stays as it is. */
  async newVersion(): Promise<void> {
    const open = this.open
    if (open.kind !== 'sheet' || !open.page.form) return
    const { id: topic, copies } = open.page.form
    const about = copies.find((copy) => copy.id === open.id)?.about ?? null
    await this.#start({ topic, block: null, about, from: open.id })
  }

  async #start(ask: Omit<StartSheet, 'person'>): Promise<void> {
    await this.run(async () => {
      this.#show(await this.#sheet(madeBy(await call('start_sheet', { person: this.id, ...ask }))))
    })
  }

  async #lay(id: SheetId): Promise<void> {
    await this.run(async () => this.#show(await this.#sheet(id)))
  }

  #sheet(sheet: SheetId): Promise<PageView> {
    return call('open_sheet', { person: this.id, sheet })
  }

  #show(page: PageView): void {
    clearTimeout(this.#scoring)
    this.example.close()
    this.open = { kind: 'sheet', page, id: page.document.sheet ?? '' }
  }

  #close(): void {
    clearTimeout(this.#scoring)
    this.example.close()
    this.trail = []
    this.open = { kind: 'overview' }
  }

  /** Asks for the score again once answers rest; the page itself stays as it is. */
  #score(): void {
    const open = this.open
    if (open.kind !== 'sheet' || !open.page.score) return
    clearTimeout(this.#scoring)
    this.#scoring = setTimeout(() => {
      void this.attempt(async () => {
        const { score } = await this.#sheet(open.id)
        if (this.open.kind === 'sheet' && this.open.id === open.id) this.open.page.score = score
      })
    }, SCORE_REST_MS)
  }

  /** Where the words of a field of the open sheet are kept. */
  readonly place = (key: AnswerKey): Place => recorded(answerPlace(this.id, key), this.id)

  /** Saves an answer on the open sheet. */
  readonly answer = (key: AnswerKey, value: AnswerValue | null): void => {
    saveAnswer(this.id, key, value, (send) => send('answer', { person: this.id, session: null, key, value }))
    this.#score()
  }
}

/** Whether somebody has a filled copy. */
function has({ sheets, forms }: PersonView, id: SheetId): boolean {
  return [...sheets, ...forms.flatMap((form) => form.copies)].some((copy) => copy.id === id)
}
