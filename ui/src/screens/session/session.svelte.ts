//! The session as it stands on the screen: what was said, which phase it is in, how long each took.
//!
//! What is typed or ticked here is the truth until the core has it: answers of the core bring in what follows from it
//! (the state of the phases, new ids, the moment of saving), never the words, so nothing typed in the meantime is lost.
//! Undo and a new start load everything afresh.

import { call } from '../../ipc/client'
import type {
  Attendance,
  GoalReview,
  Goal,
  Phase,
  PhaseRecord,
  Practice,
  PracticeResult,
  PracticeReview,
  Progress,
  Recalled,
  SessionEntry,
  SessionText,
  SessionView,
  Skill,
  Technique,
  TopicId,
  Depth,
} from '../../ipc/generated/types'
import { saver, type Write } from '../../ipc/saver.svelte'
import { PracticePlans } from './plans.svelte'

export const PHASES: readonly Phase[] = [
  'arrive',
  'lastTime',
  'practiceReview',
  'goals',
  'agenda',
  'topic',
  'practicePlan',
  'close',
]

/** Suggested minutes, from and to, as the core has them (domain::session::Phase::minutes). */
export const SUGGESTED: Readonly<Record<Phase, readonly [number, number]>> = {
  arrive: [1, 3],
  lastTime: [1, 3],
  practiceReview: [3, 5],
  goals: [1, 3],
  agenda: [1, 2],
  topic: [30, 40],
  practicePlan: [3, 5],
  close: [3, 5],
}

/** How much time is told to the core at once. */
const TELL_TIME_AFTER = 30

export class SessionScreen {
  view = $state() as SessionView
  readonly plans: PracticePlans
  /** The topic that was chosen in the agenda and is not open yet. */
  chosen = $state<TopicId | null>(null)
  /** Seconds spent in the current phase that the core does not know of yet. */
  #untold = $state(0)
  /** Counts what was said here, so that an answer on its way can be told from a newer word. */
  #changes = 0

  constructor(view: SessionView) {
    this.view = view
    this.plans = new PracticePlans(view.record.practicesAgreed, (key, write, when) => this.#save(key, write, when))
    this.plans.session = view.record.id
    this.plans.took = (answer) => this.#take(answer)
  }

  static async load(id: string): Promise<SessionScreen> {
    return new SessionScreen(await call('session', { session: id }))
  }

  /**
   * Loads everything afresh, after undo, after a goal was set, or after the screen was turned back. What was said or
   * where the session went while the answer was on its way is newer than the answer, and stays.
   */
  async reload(): Promise<void> {
    const before = this.#changes
    const view = await call('session', { session: this.view.record.id })
    if (this.#changes === before) this.adopt(view)
    else this.#take(view)
  }

  /** Takes a whole view as the truth. */
  adopt(view: SessionView): void {
    this.view = view
    this.plans.adopt(view.record.practicesAgreed)
  }

  get record() {
    return this.view.record
  }
  get here(): Phase {
    return this.view.record.current
  }
  get closed(): boolean {
    return this.view.record.closedAt !== null
  }
  get firstName(): string {
    return this.view.person.preferredName.split(/\s+/).find((word) => word !== '') ?? ''
  }

  // Phases and time.

  phase(phase: Phase): PhaseRecord {
    return this.record.phases.find((p) => p.phase === phase) ?? { phase, state: 'ahead', seconds: 0 }
  }

  minutes(phase: Phase): number {
    return Math.floor(this.#seconds(phase) / 60)
  }

  get totalMinutes(): number {
    return Math.floor(PHASES.reduce((sum, phase) => sum + this.#seconds(phase), 0) / 60)
  }

  #seconds(phase: Phase): number {
    return this.phase(phase).seconds + (phase === this.here ? this.#untold : 0)
  }

  /** Says which phases were left out or never opened, for the one question at the end. */
  get leftOut(): Phase[] {
    return PHASES.filter((phase) => phase !== this.here && ['skipped', 'ahead'].includes(this.phase(phase).state))
  }

  /** Goes to a phase. */
  enter(phase: Phase): void {
    if (phase === this.here) return
    if (this.closed) {
      // A closed session can be read, page by page; nothing of that is recorded.
      this.record.current = phase
      return
    }
    const left = this.phase(this.here)
    if (left.state === 'opened') left.state = 'done'
    const spent = this.#takeTime()
    const entered = this.phase(phase)
    entered.state = 'opened'
    this.record.current = phase
    this.#go('phase', spent, [{ kind: 'enterPhase', phase }])
  }

  /** Goes on to the phase after this one; the last one stays. */
  next(): void {
    const after = PHASES[PHASES.indexOf(this.here) + 1]
    if (after) this.enter(after)
  }

  /** Leaves this phase out and goes on. Entering it again takes it up after all. */
  skip(): void {
    const phase = this.here
    const after = PHASES[PHASES.indexOf(phase) + 1]
    if (!after || this.closed) return
    this.phase(phase).state = 'skipped'
    const spent = this.#takeTime()
    this.phase(after).state = 'opened'
    this.record.current = after
    this.#go('phase', spent, [
      { kind: 'skipPhase', phase, skipped: true },
      { kind: 'enterPhase', phase: after },
    ])
  }

  /** Time went by while the window was in sight. */
  spend(seconds: number): void {
    if (this.closed) return
    this.#untold += seconds
    if (this.#untold >= TELL_TIME_AFTER) this.tellTime()
  }

  /** Tells the core the time spent so far. */
  tellTime(): void {
    const spent = this.#takeTime()
    if (spent > 0) this.#go('time', spent, [])
  }

  #takeTime(): number {
    const spent = this.#untold
    this.#untold = 0
    this.phase(this.here).seconds += spent
    return spent
  }

  // Entries that move the session are kept in line: a second move waits for the first, and none replaces another.
  #moves: SessionEntry[] = []

  #go(key: string, spent: number, entries: SessionEntry[]): void {
    if (spent > 0) this.#moves.push({ kind: 'spendTime', seconds: spent })
    this.#moves.push(...entries)
    const write: Write = async (send) => {
      let view: SessionView | undefined
      for (let entry = this.#moves[0]; entry; entry = this.#moves[0]) {
        view = await send('record_in_session', { session: this.record.id, entry })
        this.#moves.shift()
      }
      if (view) this.#take(view)
      return view
    }
    this.#save(`session/${key === 'time' ? 'phase' : key}`, write, 'now')
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
    const known = this.record.topics.find((t) => t.topic === topic)
    if (depth === null) this.record.topics = this.record.topics.filter((t) => t.topic !== topic)
    else if (known) known.depth = depth
    else this.record.topics.push({ topic, packVersion: '', depth })
    return this.#say(`topic/${topic}`, () => ({ kind: 'topic', topic, depth }), 'now')
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

  writeReview(practice: Practice, field: 'whatHappened' | 'obstacle', text: string): void {
    this.#review(practice)[field] = text
    this.#say(
      `practice/${practice.id}/words`,
      () => ({
        kind: 'practiceReviewWords',
        practice: practice.id,
        whatHappened: practice.review?.whatHappened ?? '',
        obstacle: practice.review?.obstacle ?? '',
      }),
      'soon',
    )
  }

  #review(practice: Practice): PracticeReview {
    practice.review ??= { session: this.record.id, on: this.record.on, result: null, whatHappened: '', obstacle: '' }
    return practice.review
  }

  /** What was said of a goal today; empty until somebody says something. */
  goalReview(goal: Goal): GoalReview {
    return this.record.goalReviews.find((review) => review.goal === goal.id) ?? emptyReview(this.record.id, goal.id, this.record.on)
  }

  reviewGoal(goal: Goal, change: Partial<{ progress: Progress | null; stillRight: boolean | null; done: string; obstacle: string; nextStep: string }>): void {
    const at = this.record.goalReviews.findIndex((review) => review.goal === goal.id)
    const next: GoalReview = { ...this.goalReview(goal), ...change }
    if (at === -1) this.record.goalReviews.push(next)
    else this.record.goalReviews[at] = next
    const typed = 'done' in change || 'obstacle' in change || 'nextStep' in change
    this.#say(
      `goal/${goal.id}`,
      () => {
        const { progress, done, obstacle, nextStep, stillRight } = this.goalReview(goal)
        return { kind: 'reviewGoal', goal: goal.id, progress, done, obstacle, nextStep, stillRight }
      },
      typed ? 'soon' : 'now',
    )
  }

  // Saving.

  #say(key: string, entry: () => SessionEntry, when: 'now' | 'soon'): Promise<boolean> {
    const write: Write = async (send) => {
      const view = await send('record_in_session', { session: this.record.id, entry: entry() })
      this.#take(view)
      return view
    }
    return this.#save(`session/${key}`, write, when)
  }

  #save(key: string, write: Write, when: 'now' | 'soon'): Promise<boolean> {
    this.#changes += 1
    if (when === 'now') return saver.now(key, write)
    saver.later(key, write)
    return Promise.resolve(true)
  }

  /** Takes in what follows from a change; the words on the screen stay as they are. */
  #take(answer: SessionView): void {
    const mine = this.view.record
    const moving = this.#moves.length > 0
    this.view = {
      ...answer,
      record: {
        ...mine,
        closedAt: answer.record.closedAt,
        phases: moving ? mine.phases : answer.record.phases,
        topics: answer.record.topics,
        practicesAgreed: answer.record.practicesAgreed,
      },
    }
  }
}

function emptyReview(session: string, goal: string, on: string): GoalReview {
  return { session, goal, on, progress: null, done: '', obstacle: '', nextStep: '', stillRight: null }
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
