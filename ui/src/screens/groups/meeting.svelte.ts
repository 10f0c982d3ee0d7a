//! A group's meeting: who came, the plan, the topic for all, each one's part, and the close.

import { app } from '../../app.svelte'
import { Form, recorded } from '../../ipc/begun.svelte'
import { call, madeBy, type MonitorChoice } from '../../ipc/client'
import type { Place } from '../../components/place'
import type { Area, Attendance, Depth, GroupMeetingView, GroupPart, MakePaper, MeetingId, PersonId, Phase, SessionId, TitledTopic, TopicId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Paper } from '../../paper.svelte'
import { Shown } from '../../shown.svelte'
import { mustChoose } from '../turned/monitors'
import { readMinutes } from './words'

export type Came = Attendance['kind']

export class MeetingDesk extends Shown<GroupMeetingView> {
  view = $state.raw<GroupMeetingView | null>(null)
  /** The plan's words as typed. */
  agenda = $state('')
  /** The planned minutes as typed. */
  planned = $state('')
  /** Why each one was not there, as typed. */
  reasons = $state<Record<PersonId, string>>({})
  callingOff = $state(false)
  discarding = $state(false)
  /** How long it took, why it was called off, why it should go: as typed, until a button is pressed. */
  readonly words: Form<{ took: string; off: string; discard: string }>
  /** Whether each one's answers are printed in theirs. */
  filled = $state(false)
  choosingPin = $state(false)
  choosingMonitor = $state.raw<readonly MonitorChoice[] | null>(null)
  /** The topic the screen is to be turned to. */
  #turning: TopicId | null = null
  readonly paper = new Paper()
  protected readonly areas: readonly Area[] = ['groups', 'sessions', 'people', 'notes', 'goals', 'practices', 'vault']

  constructor(readonly id: MeetingId) {
    super()
    this.words = new Form(`meeting/${id}/words`, null, () => ({ took: '', off: '', discard: '' }))
  }

  protected read(): Promise<GroupMeetingView> {
    return call('group_meeting', { meeting: this.id })
  }

  protected take(view: GroupMeetingView): void {
    const first = this.view === null
    this.view = view
    this.agenda = view.agenda
    if (first || readMinutes(this.planned) !== undefined) this.planned = view.minutes === null ? '' : String(view.minutes)
    for (const { person, attendance } of view.people) if (attendance && attendance.kind !== 'present') this.reasons[person.id] = attendance.reason
  }

  place(field: string): Place {
    return recorded(`meeting/${this.id}/${field}`, null)
  }

  /** Who came. */
  get here(): GroupPart[] {
    return this.view?.people.filter((part) => part.attendance?.kind === 'present') ?? []
  }

  /** Of whom nobody has said anything yet. */
  get unsaid(): GroupPart[] {
    return this.view?.people.filter((part) => part.attendance === null) ?? []
  }

  /** Whoever came and has no turn, the longest wait first. */
  get waiting(): GroupPart[] {
    const order = this.view?.waiting ?? []
    return order.flatMap((id) => this.view?.people.find((part) => part.person.id === id) ?? [])
  }

  /** Who has a turn. */
  get turns(): GroupPart[] {
    return this.here.filter((part) => part.goalTurn)
  }

  /** Topics of the course that are not in the plan. */
  get others(): TitledTopic[] {
    const planned = this.view?.topics.map((one) => one.topic) ?? []
    return this.view?.course.filter((one) => !planned.includes(one.topic)) ?? []
  }

  /** The topic that comes next, while the plan names none. */
  get next(): TitledTopic | null {
    const view = this.view
    if (!view || view.topics.length > 0) return null
    return view.course.find((one) => one.topic === view.next) ?? null
  }

  async said(people: PersonId[], attendance: Attendance): Promise<void> {
    if (people.length === 0) return
    await this.run(() => call('say_who_came', { meeting: this.id, people, attendance }), 'who')
  }

  async say(person: PersonId, kind: Came): Promise<void> {
    await this.said([person], kind === 'present' ? { kind } : { kind, reason: this.reasons[person] ?? '' })
  }

  /** Writes why somebody was not there, at every pause. */
  because({ person, attendance }: GroupPart, reason: string): void {
    if (!attendance || attendance.kind === 'present') return
    this.reasons[person.id] = reason
    const { kind } = attendance
    saver.later(`meeting/${this.id}/reason/${person.id}`, (send) => send('say_who_came', { meeting: this.id, people: [person.id], attendance: { kind, reason } }))
  }

  async restCame(): Promise<void> {
    await this.said(
      this.unsaid.map((part) => part.person.id),
      { kind: 'present' },
    )
  }

  async callOff(): Promise<void> {
    const reason = this.words.values.off.trim()
    await this.said(
      this.unsaid.map((part) => part.person.id),
      { kind: 'cancelled', reason },
    )
    if (!this.error) this.callingOff = false
  }

  async planTopics(topics: TopicId[]): Promise<void> {
    await this.run(() => call('plan_group_meeting', { meeting: this.id, part: { kind: 'topics', topics } }), 'plan')
  }

  addTopic(topic: TopicId): Promise<void> {
    return this.planTopics([...(this.view?.topics.map((one) => one.topic) ?? []), topic])
  }

  takeOut(topic: TopicId): Promise<void> {
    return this.planTopics((this.view?.topics.map((one) => one.topic) ?? []).filter((one) => one !== topic))
  }

  writeAgenda(text: string): void {
    this.agenda = text
    saver.later(`meeting/${this.id}/agenda`, (send) => send('plan_group_meeting', { meeting: this.id, part: { kind: 'agenda', text } }))
  }

  writePlanned(text: string): void {
    this.planned = text
    const minutes = readMinutes(text)
    if (minutes !== undefined) saver.later(`meeting/${this.id}/minutes`, (send) => send('plan_group_meeting', { meeting: this.id, part: { kind: 'minutes', minutes } }))
  }

  async giveTurn({ session, person }: GroupPart, theirs: boolean): Promise<void> {
    if (session === null) return
    await this.run(() => call('record_in_session', { session, entry: { kind: 'goalTurn', theirs } }), `turn/${person.id}`)
  }

  /** Records a topic for everybody who came. */
  async cover(topic: TopicId, depth: Depth): Promise<void> {
    await this.run(() => call('cover_topic', { meeting: this.id, topic, depth }), `cover/${topic}`)
  }

  /** Opens somebody's own session at a phase. */
  async toSession(session: SessionId, phase: Phase | null): Promise<void> {
    await this.run(async () => {
      if (phase !== null) await call('record_in_session', { session, entry: { kind: 'enterPhase', phase } })
      app.go({ screen: 'session', id: session })
    }, session)
  }

  async toNote({ session, note }: GroupPart): Promise<void> {
    if (session === null) return
    await this.run(async () => {
      const id = note?.id ?? madeBy(await call('draft_note', { session, format: null }))
      app.go({ screen: 'note', id })
    }, session)
  }

  /** The handouts of everybody who came, in one job. */
  get pages(): MakePaper {
    return {
      paper: { kind: 'together', people: this.here.map((part) => part.person.id), topics: this.view?.topics.map((one) => one.topic) ?? [], filled: this.filled, short: false },
      size: 'normal',
      format: null,
    }
  }

  async print(): Promise<void> {
    await this.paper.print(this.pages)
  }

  async save(): Promise<void> {
    const name = this.view ? `${this.view.series.name} ${this.view.on}` : ''
    await this.paper.save(this.pages, name)
  }

  /** Turns the screen to the room, after a PIN was chosen. */
  async turn(topic: TopicId | null = this.#turning): Promise<void> {
    this.#turning = topic
    if (topic === null) return
    const vault = app.vault
    if (vault?.kind === 'open' && !vault.hasPin) {
      this.choosingPin = true
      return
    }
    this.choosingPin = false
    await this.attempt(async () => {
      const { monitors } = await call('monitors', {})
      this.choosingMonitor = mustChoose(monitors, app.settings?.turnedMonitor ?? '') ? monitors : null
      if (this.choosingMonitor) return
      const turned = await call('turn_screen_to_room', { meeting: this.id, topic })
      app.turnedTo = { firstName: turned.firstName, colour: turned.colour }
    })
  }

  /** Remembers the monitor the room looks at, and turns the screen. */
  async turnTo(turnedMonitor: string): Promise<void> {
    this.choosingMonitor = null
    const { settings } = app
    if (!settings) return
    if (await this.attempt(() => app.run('change_settings', { settings: { ...settings, turnedMonitor } }))) await this.turn()
  }

  async close(): Promise<void> {
    const minutes = readMinutes(this.words.values.took)
    const view = this.view
    if (minutes === undefined || !view) return
    await this.run(() => call('close_group_meeting', { meeting: this.id, minutes, asOfItsDay: !view.today }), 'close')
    if (!this.error) this.words.clear()
  }

  async discard(): Promise<void> {
    const reason = this.words.values.discard.trim()
    const series = this.view?.series.id
    if (reason === '' || series === undefined) return
    await this.run(async () => {
      await call('discard_group_meeting', { meeting: this.id, reason })
      this.words.clear()
      app.go({ screen: 'group', id: series })
    }, 'discard')
  }
}
