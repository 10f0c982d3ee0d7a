//! A goal being written: the words, the short-term goals and the steps, saved as they are typed.
//!
//! New steps need ids from the core; a handful is fetched ahead, so that Enter never waits.

import type { Place } from '../../components/place'
import { drafts } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import { earlierAt } from '../../ipc/earlier'
import type { Goal, GoalId, GoalStatus, ModuleId, PersonId, ShortTermGoal, Step } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'

const AHEAD = 40
const LOW = 10

export class GoalSheet {
  goal = $state<Goal>(blankGoal('', ''))
  /** The step whose helper, day and obstacle are open. */
  opened = $state<string | null>(null)

  #ids: string[]
  #fetching = false

  private constructor(
    private readonly person: PersonId,
    private readonly draft: string,
    goal: Goal,
    ids: string[],
  ) {
    this.goal = goal
    this.#ids = ids
  }

  /** Opens a goal, or begins a new one on the given day. */
  static async open(person: PersonId, goal: Goal | null, today: string, insteadOf: GoalId | null = null): Promise<GoalSheet> {
    const { ids } = await call('fresh_ids', { count: AHEAD })
    const place = goal ? `goal/${goal.id}` : insteadOf ? `goal/instead/${insteadOf}` : `goal/new/${person}`
    // What could not be written yet, or was begun without the words of the goal, comes before what is on disk.
    const waiting = goal ? saver.asked('set_goal', place)[0]?.args.goal : undefined
    const begun = waiting ?? (drafts.read(place) as Goal | undefined)
    const blank: Goal = { ...blankGoal(ids.shift() ?? '', today), insteadOf }
    const sheet = new GoalSheet(person, place, structuredClone(begun ?? goal ?? blank), ids)
    if (sheet.goal.shortTerm.length === 0) sheet.addShortTerm()
    for (const short of sheet.goal.shortTerm) if (short.steps.length === 0) sheet.addStep(short, -1)
    return sheet
  }

  /** Whether it can be kept: a goal without words is not one yet. */
  get hasWords(): boolean {
    return this.goal.words.trim() !== ''
  }

  /** Takes in the goal as it stands after an undo; empty rows come back for typing. */
  reset(goal: Goal): void {
    this.goal = structuredClone(goal)
    if (this.goal.shortTerm.length === 0) this.addShortTerm()
  }

  /** Saves soon. A goal without words is none yet, and stays a draft. */
  touch(): void {
    if (this.hasWords) {
      saver.later(`goal/${this.goal.id}`, (send) => send('set_goal', { person: this.person, goal: kept($state.snapshot(this.goal)) }))
      drafts.forget(this.draft)
    } else {
      const goal = kept($state.snapshot(this.goal))
      const says = goal.why !== '' || goal.shortTerm.length > 0
      drafts.keep(this.draft, this.person, says ? JSON.stringify(goal) : '')
    }
  }

  /** Where the words of a field are kept: the whole goal is. */
  place(field: string): Place {
    const place = `${this.draft}/${field}`
    return {
      begun: () => drafts.read(place) as string | undefined,
      earlier: earlierAt(place, this.person),
      typed: (words, tell, fits = true) => {
        if (fits) saver.during(place, this.person, words, tell)
        drafts.keep(place, this.person, fits ? '' : JSON.stringify(words))
      },
    }
  }

  /** Says where it stands. An end has a day, which can be said otherwise; what goes on has none. */
  setStatus(status: GoalStatus, today: string): void {
    this.goal.status = status
    this.goal.endedOn = status === 'active' ? null : (this.goal.endedOn ?? today)
    this.touch()
  }

  setEndedOn(day: string | null): void {
    this.goal.endedOn = day
    this.touch()
  }

  /** Marks a module as one that helps, or takes the mark back. */
  setModule(module: ModuleId, helps: boolean): void {
    const others = this.goal.modules.filter((each) => each !== module)
    this.goal.modules = helps ? [...others, module].sort() : others
    this.touch()
  }

  /** Says when a short-term goal was begun, or reached. */
  setDay(short: ShortTermGoal, change: Partial<Pick<ShortTermGoal, 'startedOn' | 'doneOn'>>): void {
    Object.assign(short, change)
    if (change.doneOn !== undefined && (short.status === 'active' || short.status === 'achieved')) short.status = change.doneOn === null ? 'active' : 'achieved'
    this.touch()
  }

  addShortTerm(): ShortTermGoal | undefined {
    const id = this.#id()
    if (id === undefined) return undefined
    this.goal.shortTerm.push({ id, words: '', status: 'active', startedOn: null, doneOn: null, steps: [] })
    const made = this.goal.shortTerm.at(-1)
    if (made) this.addStep(made, -1)
    return made
  }

  removeShortTerm(id: string): void {
    this.goal.shortTerm = this.goal.shortTerm.filter((short) => short.id !== id)
    this.touch()
  }

  /** Adds an empty step below the given place; returns its id, for the focus. */
  addStep(short: ShortTermGoal, after: number): string | undefined {
    const id = this.#id()
    if (id === undefined) return undefined
    short.steps.splice(after + 1, 0, { id, words: '', helper: '', byWhen: null, resources: '', obstacle: '', status: 'active', doneOn: null })
    return id
  }

  changeStep(step: Step, change: Partial<Step>): void {
    Object.assign(step, change)
    this.touch()
  }

  /** Removes a step; returns the id of the one to go to. */
  removeStep(short: ShortTermGoal, at: number): string | undefined {
    short.steps.splice(at, 1)
    if (short.steps.length === 0) return this.addStep(short, -1)
    this.touch()
    return short.steps[Math.max(0, at - 1)]?.id
  }

  moveStep(short: ShortTermGoal, at: number, by: -1 | 1): void {
    const to = at + by
    if (to < 0 || to >= short.steps.length) return
    short.steps.splice(to, 0, ...short.steps.splice(at, 1))
    this.touch()
  }

  #id(): string | undefined {
    if (this.#ids.length < LOW && !this.#fetching) {
      this.#fetching = true
      call('fresh_ids', { count: AHEAD })
        .then(({ ids }) => this.#ids.push(...ids))
        // The ids there are will do; it is asked again with the next step.
        .catch(() => undefined)
        .finally(() => (this.#fetching = false))
    }
    return this.#ids.shift()
  }
}

/** A goal of which nothing is said yet. */
export function blankGoal(id: GoalId, setOn: string): Goal {
  return { id, words: '', why: '', setOn, status: 'active', endedOn: null, reason: '', insteadOf: null, modules: [], shortTerm: [], reviews: [] }
}

/** Tells whether nobody has written anything in a step. */
export function blank(step: Step): boolean {
  return step.words.trim() === '' && step.helper === '' && step.resources === '' && step.obstacle === '' && step.byWhen === null
}

/** Leaves out rows that nobody has written in. A step needs a short-term goal above it, so its words stand in for one not given. */
export function kept(goal: Goal): Goal {
  const shortTerm = goal.shortTerm
    .map((short) => ({ ...short, steps: short.steps.filter((step) => !blank(step)) }))
    .map((short) => (short.words.trim() === '' ? { ...short, words: short.steps[0]?.words ?? '' } : short))
    .filter((short) => short.words.trim() !== '' || short.steps.length > 0)
  return { ...goal, shortTerm }
}

/** Marks a step done on a day, or not done. */
export function ticked(goal: Goal, step: string, done: boolean, today: string): Goal {
  const change = (each: Step): Step => (each.id === step ? { ...each, status: done ? 'achieved' : 'active', doneOn: done ? today : null } : each)
  return { ...goal, shortTerm: goal.shortTerm.map((short) => ({ ...short, steps: short.steps.map(change) })) }
}

/** The steps that count: those nobody has changed or let go. */
export function stepsOf(goal: Goal): Step[] {
  return goal.shortTerm.flatMap((short) => short.steps).filter((step) => step.status === 'active' || step.status === 'achieved')
}
