//! The session as it stands on the screen: what was said, which phase lies open, how long each took.
//!
//! What is typed or ticked here is the truth until the core has it, and is loaded afresh only when something else has
//! changed the record (shown.svelte.ts). What follows from a step (the state of the phases, the topics) is the core's to
//! say and is asked for after each.

import type {
  Attainment,
  Attendance,
  GoalReview,
  Goal,
  ObstacleKind,
  Phase,
  PhaseRecord,
  Practice,
  PracticeResult,
  PracticeReview,
  Progress,
  Recalled,
  SessionEntry,
  SessionRecord,
  SessionText,
  SessionView,
  Skill,
  Technique,
  TopicId,
  Depth,
} from '../../ipc/generated/types'
import { dayOfMoment } from '../../i18n'
import { PHASES } from '../../ipc/generated/rules'
import type { Place } from '../../components/place'
import { recorded } from '../../ipc/begun.svelte'
import { saver, type Write } from '../../ipc/saver.svelte'
import { PracticePlans } from './plans.svelte'

/** The phases in order. */
const ORDER: readonly Phase[] = PHASES.map(({ phase }) => phase)

/** How much time is told to the core at once. */
const TELL_TIME_AFTER = 30

export class SessionScreen {
  view = $state() as SessionView
  /** The phase whose page lies open. Where the session stands is on disk; it is told of every step. */
  here = $state<Phase>('arrive')
  readonly plans: PracticePlans
  /** The topic that was chosen in the agenda and is not open yet. */
  chosen = $state<TopicId | null>(null)
  /** Seconds spent in the phase at hand that the core does not know of yet. */
  #untold = $state(0)
  #away = $state(0)

  constructor(view: SessionView) {
    this.view = view
    this.here = view.record.current
    this.plans = new PracticePlans(view.record.id, view.person.id, view.record.practicesAgreed, (key, write, when) => this.#save(key, write, when))
  }

  /** Takes a whole view as the truth, after something else has changed the record. */
  adopt(view: SessionView): void {
    // Leafing through a closed session moves nothing on disk, so it is not brought back from there.
    if (view.record.current !== this.record.current) this.here = view.record.current
    this.view = view
    this.plans.adopt(view.record.practicesAgreed)
  }

  get record() {
    return this.view.record
  }
  get closed(): boolean {
    return this.view.record.closedAt !== null
  }
  get firstName(): string {
    return this.view.firstName
  }

  // Phases and time.

  phase(phase: Phase): PhaseRecord {
    return this.record.phases.find((p) => p.phase === phase) ?? { phase, state: 'ahead', seconds: 0 }
  }

  minutes(phase: Phase): number {
    return Math.floor(this.#seconds(phase) / 60)
  }

  get totalMinutes(): number {
    return Math.floor(ORDER.reduce((sum, phase) => sum + this.#seconds(phase), 0) / 60)
  }

  /** The day it is entered on, where that is later than the day of the meeting. */
  get enteredOn(): string | null {
    const entered = dayOfMoment(this.record.startedAt)
    return entered > this.record.on ? entered : null
  }

  /** The minutes that count as its length when nobody says otherwise; `null` when they do not. */
  get countedMinutes(): number | null {
    const minutes = this.totalMinutes
    return minutes > 0 && this.#counts ? minutes : null
  }

  /** Whether time spent here is time spent with the person. */
  get #counts(): boolean {
    return this.enteredOn === null && this.record.attendance.kind === 'present'
  }

  #seconds(phase: Phase): number {
    return this.phase(phase).seconds + (phase === this.here ? this.#untold : 0)
  }

  /** Says which phases were left out or never opened, for the one question at the end. */
  get leftOut(): Phase[] {
    return ORDER.filter((phase) => phase !== this.here && ['skipped', 'ahead'].includes(this.phase(phase).state))
  }

  /** Whether earlier promises stand open here and nothing was said of any of them. Why, is asked once, at the end. */
  get reviewSkipped(): boolean {
    const { practicesReviewed, reviewSkipped, id } = this.record
    return reviewSkipped !== '' || (practicesReviewed.length > 0 && !practicesReviewed.some((each) => each.review?.session === id))
  }

  /** Whether nothing was promised here. */
  get planSkipped(): boolean {
    return this.record.planSkipped !== '' || !this.plans.drafts.some((draft) => draft.plan.what.trim() !== '')
  }

  /** Comes back to the page that lay open, which moves nothing on disk. */
  comeBack(phase: Phase): void {
    if (ORDER.includes(phase)) this.here = phase
  }

  /** Goes to a phase. A closed session can be read, page by page; nothing of that is recorded. */
  enter(phase: Phase): void {
    if (phase === this.here) return
    this.tellTime()
    this.here = phase
    this.#step({ kind: 'enterPhase', phase })
  }

  /** Goes on to the phase after this one; the last one stays. */
  next(): void {
    const after = this.#after
    if (after) this.enter(after)
  }

  /** Leaves this phase out and goes on. Entering it again takes it up after all. */
  skip(): void {
    const after = this.#after
    if (!after || this.closed) return
    this.tellTime()
    this.#step({ kind: 'skipPhase', phase: this.here, skipped: true })
    this.enter(after)
  }

  get #after(): Phase | undefined {
    return ORDER[ORDER.indexOf(this.here) + 1]
  }

  /** Minutes for which the vault was locked in the middle of it; 0 once somebody said what they were. */
  get awayMinutes(): number {
    return this.closed || !this.#counts ? 0 : Math.floor(this.#away / 60)
  }

  /** The vault was locked while the session lay open. Only the practitioner knows whether the meeting went on. */
  wasAway(seconds: number): void {
    this.#away = seconds
  }

  /** The meeting went on: the time counts. */
  countAway(): void {
    const seconds = this.#away
    this.#away = 0
    this.spend(seconds)
    this.tellTime()
  }

  /** The meeting was interrupted: the time counts for nothing. */
  leaveAway(): void {
    this.#away = 0
  }

  /** Time went by while the window was in sight. */
  spend(seconds: number): void {
    if (this.closed) return
    this.#untold += seconds
    if (this.#untold >= TELL_TIME_AFTER) this.tellTime()
  }

  /** Tells the core the time spent so far. */
  tellTime(): void {
    const seconds = this.#untold
    if (seconds === 0) return
    this.#untold = 0
    this.phase(this.here).seconds += seconds
    this.#step({ kind: 'spendTime', seconds })
  }

  // Steps are kept in line: a second one waits for the first, and none replaces another. When the line is done, the
  // core says what followed from it.
  #steps = 0
  #inLine = 0

  #step(entry: SessionEntry): Promise<boolean> {
    if (this.closed) return Promise.resolve(true)
    this.#steps += 1
    this.#inLine += 1
    const session = this.record.id
    return this.#save(
      `${this.#key}/step/${String(Date.now())}-${String(this.#steps)}`,
      async (send) => {
        // Time goes on while the screen is turned, when nothing else can be recorded from here.
        const change = entry.kind === 'spendTime' ? void (await send('spend_time', { session, seconds: entry.seconds })) : await send('record_in_session', { session, entry })
        this.#inLine -= 1
        // With another step in line, what follows is asked for after that. The step itself is on disk, whatever comes of this.
        const record = this.#inLine === 0 ? await send('session_record', { session }).catch(() => undefined) : undefined
        if (record && this.#inLine === 0) {
          const { current, phases, topics } = record
          Object.assign(this.record, { current, phases, topics })
        }
        return change
      },
      'now',
    )
  }

  // Facts. Each sets one, here and then on disk.

  setAttendance(attendance: Attendance, when: 'now' | 'soon' = 'now'): void {
    this.record.attendance = attendance
    this.#say('attendance', () => ({ kind: 'attendance', attendance: $state.snapshot(this.record.attendance) }), when)
  }

  setMajorProblem(present: boolean | null): void {
    this.record.majorProblem = present
    this.#say('majorProblem', () => ({ kind: 'majorProblem', present: this.record.majorProblem }), 'now')
  }

  setRecalled(recalled: Recalled | null): void {
    this.record.recalled = recalled
    this.#say('recalled', () => ({ kind: 'recalled', recalled: this.record.recalled }), 'now')
  }

  write(field: SessionText, text: string): void {
    this.record[field] = text
    this.#say(`words/${field}`, () => ({ kind: 'words', field, text: this.record[field] }), 'soon')
  }

  setNextMeeting(at: string | null): void {
    this.record.nextMeeting = at
    this.#say('nextMeeting', () => ({ kind: 'nextMeeting', at: this.record.nextMeeting }), 'soon')
  }

  /** Corrects how long it took; also once it is closed, until the note is signed. */
  setLength(minutes: number | null): void {
    this.record.lengthSaid = minutes
    this.#say('length', () => ({ kind: 'length', minutes: this.record.lengthSaid }), 'soon')
  }

  use(technique: Technique, used: boolean): void {
    const others = this.record.techniques.filter((t) => t !== technique)
    this.record.techniques = used ? [...others, technique] : others
    this.#say(`technique/${technique}`, () => ({ kind: 'technique', technique, used }), 'now')
  }

  setSkill(skill: Skill | null): void {
    this.record.skill = skill
    this.#say('skill', () => ({ kind: 'skill', skill: this.record.skill }), 'now')
  }

  /** Puts a topic on the agenda: it is written there, where it can be changed, and opens with the topic phase. */
  choose(topic: { id: TopicId; number: string; title: string }): void {
    this.chosen = topic.id
    const line = topic.number === '' ? topic.title : `${topic.number} ${topic.title}`
    const agenda = this.record.agenda
    if (agenda.split('\n').includes(line)) return
    this.write('agenda', agenda === '' ? line : `${agenda}\n${line}`)
  }

  /** Sets how far a topic was covered; `null` takes it off the session. */
  setDepth(topic: TopicId, depth: Depth | null): Promise<boolean> {
    return this.#step({ kind: 'topic', topic, depth })
  }

  // Earlier promises and goals.

  setResult(practice: Practice, result: PracticeResult | null): void {
    this.#review(practice).result = result
    this.#say(
      `practice/${practice.id}/result`,
      () => ({ kind: 'practiceResult', practice: practice.id, result: practice.review?.result ?? null }),
      'now',
    )
  }

  /** Ticks a kind of thing that got in the way, or takes the tick back. */
  setObstacle(practice: Practice, obstacle: ObstacleKind, met: boolean): void {
    const review = this.#review(practice)
    const others = review.obstacleKinds.filter((kind) => kind !== obstacle)
    review.obstacleKinds = met ? [...others, obstacle] : others
    this.#say(`practice/${practice.id}/kind/${obstacle}`, () => ({ kind: 'practiceObstacle', practice: practice.id, obstacle, met }), 'now')
  }

  writeReview(practice: Practice, field: 'whatHappened' | 'effect' | 'obstacle' | 'nextTime', text: string): void {
    this.#review(practice)[field] = text
    this.#say(
      `practice/${practice.id}/words`,
      () => ({
        kind: 'practiceReviewWords',
        practice: practice.id,
        whatHappened: practice.review?.whatHappened ?? '',
        effect: practice.review?.effect ?? '',
        obstacle: practice.review?.obstacle ?? '',
        nextTime: practice.review?.nextTime ?? '',
      }),
      'soon',
    )
  }

  #review(practice: Practice): PracticeReview {
    practice.review ??= { session: this.record.id, on: this.record.on, result: null, whatHappened: '', effect: '', obstacle: '', obstacleKinds: [], nextTime: '' }
    return practice.review
  }

  /** What was said of a goal today; empty until somebody says something. */
  goalReview(goal: Goal): GoalReview {
    return this.record.goalReviews.find((review) => review.goal === goal.id) ?? emptyReview(this.record, goal.id)
  }

  reviewGoal(goal: Goal, change: Partial<{ progress: Progress | null; attainment: Attainment | null; stillRight: boolean | null; done: string; obstacle: string; nextStep: string }>): void {
    const at = this.record.goalReviews.findIndex((review) => review.goal === goal.id)
    const next: GoalReview = { ...this.goalReview(goal), ...change }
    if (at === -1) this.record.goalReviews.push(next)
    else this.record.goalReviews[at] = next
    const typed = 'done' in change || 'obstacle' in change || 'nextStep' in change
    this.#say(
      `goal/${goal.id}`,
      () => {
        const { progress, attainment, done, obstacle, nextStep, stillRight } = this.goalReview(goal)
        return { kind: 'reviewGoal', goal: goal.id, progress, attainment, done, obstacle, nextStep, stillRight }
      },
      typed ? 'soon' : 'now',
    )
  }

  // Saving.

  /** Where the words of a field are kept. */
  place(field: string): Place {
    return recorded(`${this.#key}/${field}`, this.view.person.id)
  }

  get #key(): string {
    return `session/${this.record.id}`
  }

  #say(key: string, entry: () => SessionEntry, when: 'now' | 'soon'): Promise<boolean> {
    return this.#save(`${this.#key}/${key}`, (send) => send('record_in_session', { session: this.record.id, entry: entry() }), when)
  }

  #save(key: string, write: Write, when: 'now' | 'soon'): Promise<boolean> {
    if (when === 'now') return saver.now(key, write)
    saver.later(key, write)
    return Promise.resolve(true)
  }
}

function emptyReview({ id, number, on }: SessionRecord, goal: string): GoalReview {
  return { session: id, goal, number, on, progress: null, attainment: null, done: '', obstacle: '', nextStep: '', stillRight: null }
}

/** The next small step of a goal: what was last said of it, else the first step still open. */
export function nextStep(goal: Goal, today?: GoalReview): string {
  if (today && today.nextStep !== '') return today.nextStep
  const said = goal.reviews.at(-1)?.nextStep ?? ''
  if (said !== '') return said
  for (const short of goal.shortTerm) {
    if (short.status !== 'active') continue
    const open = short.steps.find((step) => step.status === 'active' && step.doneOn === null)
    if (open) return open.words
  }
  return ''
}
