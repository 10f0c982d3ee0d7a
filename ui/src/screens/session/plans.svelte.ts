//! The promises made in this session, each a small form that is on disk as soon as something is in it.

import type { Place } from '../../components/place'
import { recorded } from '../../ipc/begun.svelte'
import type { PersonId, Practice, PracticePlan } from '../../ipc/generated/types'
import { saver, type Write } from '../../ipc/saver.svelte'

/** One promise on the screen. */
export interface PlanDraft {
  /** Names the form; the promise has no id until it is on disk. */
  readonly key: string
  id: string | null
  plan: PracticePlan
}

type Save = (key: string, write: Write, when: 'now' | 'soon') => Promise<boolean>

const EMPTY: PracticePlan = {
  what: '',
  when: '',
  place: '',
  withWhom: '',
  materials: '',
  reminder: '',
  why: '',
  confidence: null,
  obstacle: '',
  goal: null,
  topic: null,
}

export class PracticePlans {
  drafts = $state<PlanDraft[]>([])
  #count = 0

  constructor(
    private readonly session: string,
    private readonly person: PersonId,
    agreed: readonly Practice[],
    private readonly save: Save,
  ) {
    this.adopt(agreed)
    this.#takeUp()
  }

  /** Puts what could not be written yet over what is on disk. */
  #takeUp(): void {
    for (const { key, args } of saver.asked('record_in_session', `${this.#key}/`)) {
      const { entry } = args
      if (entry.kind !== 'agreePractice') continue
      const given: PlanDraft = { key: key.slice(this.#key.length + 1), id: entry.practice, plan: structuredClone(entry.plan) }
      const there = this.drafts.find((draft) => draft.id !== null && draft.id === given.id)
      if (there) there.plan = given.plan
      else this.drafts.push(given)
    }
  }

  get #key(): string {
    return `session/${this.session}/plan`
  }

  /** Where the words of a field of one of them are kept. */
  place(draft: PlanDraft, field: keyof PracticePlan): Place {
    return recorded(`${this.#key}/${draft.key}/${field}`, this.person)
  }

  /** Takes what is on disk as the truth. A form keeps its place on the screen, and one that says nothing yet stays. */
  adopt(agreed: readonly Practice[]): void {
    const keyOf = (id: string) => this.drafts.find((draft) => draft.id === id)?.key ?? id
    const blank = this.drafts.filter((draft) => draft.id === null && isEmpty(draft.plan))
    this.drafts = [...agreed.map((practice) => ({ key: keyOf(practice.id), id: practice.id, plan: planOf(practice) })), ...blank]
  }

  /** Adds an empty form, or one that begins with the words of an option that was chosen. */
  add(given: Partial<PracticePlan> = {}): PlanDraft {
    this.#count += 1
    this.drafts.push({ key: `new-${String(Date.now())}-${String(this.#count)}`, id: null, plan: { ...EMPTY, ...given } })
    const draft = this.drafts[this.drafts.length - 1] as PlanDraft
    if (!isEmpty(draft.plan)) void this.#agree(draft, 'now')
    return draft
  }

  /** Takes up an option of a topic; a form in which nothing was written yet is used before a new one is added. */
  takeUp(option: string, topic: string): PlanDraft {
    const blank = this.drafts.find((draft) => isEmpty(draft.plan))
    if (!blank) return this.add({ what: option, topic })
    this.change(blank, { what: option, topic })
    return blank
  }

  change(draft: PlanDraft, change: Partial<PracticePlan>): void {
    Object.assign(draft.plan, change)
    if (draft.id === null && isEmpty(draft.plan)) return
    const chosen = 'confidence' in change || 'goal' in change
    void this.#agree(draft, chosen ? 'now' : 'soon')
  }

  drop(draft: PlanDraft): void {
    this.drafts = this.drafts.filter((d) => d.key !== draft.key)
    void this.save(
      `${this.#key}/${draft.key}`,
      async (send) => {
        // Read only now: the promise may have got its id while this was waiting.
        if (draft.id === null) return undefined
        return send('record_in_session', { session: this.session, entry: { kind: 'dropPractice', practice: draft.id } })
      },
      'now',
    )
  }

  #agree(draft: PlanDraft, when: 'now' | 'soon'): Promise<boolean> {
    return this.save(
      `${this.#key}/${draft.key}`,
      async (send) => {
        const entry = { kind: 'agreePractice' as const, practice: draft.id, plan: $state.snapshot(draft.plan) }
        const change = await send('record_in_session', { session: this.session, entry })
        draft.id ??= change.made
        return change
      },
      when,
    )
  }
}

export function isEmpty(plan: PracticePlan): boolean {
  return (
    [plan.what, plan.when, plan.place, plan.withWhom, plan.materials, plan.reminder, plan.why, plan.obstacle].every((words) => words === '') &&
    plan.confidence === null &&
    plan.goal === null
  )
}

function planOf({ what, when, place, withWhom, materials, reminder, why, confidence, obstacle, goal, topic }: Practice): PracticePlan {
  return { what, when, place, withWhom, materials, reminder, why, confidence, obstacle, goal, topic }
}
