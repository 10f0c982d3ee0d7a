//! A goal being set in the room. Kept here until it is set: a half-made goal is not one.

import { drafts, Form } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Goal, PersonId } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

export class GoalDraft extends Work {
  readonly form: Form<{ words: string; why: string; shortTerm: string; step: string; helper: string; byWhen: string | null }>

  constructor(private readonly person: PersonId) {
    super()
    this.form = new Form(placeOf(person), person, () => ({ words: '', why: '', shortTerm: '', step: '', helper: '', byWhen: null }))
  }

  /** Whether somebody's goal was begun here and is not set yet. */
  static begun(person: PersonId): boolean {
    return drafts.has(placeOf(person))
  }

  /** Sets the goal. Tells whether it is on disk; when not, the words stay. */
  set(on: string): Promise<boolean> {
    return this.run(async () => {
      const { ids } = await call('fresh_ids', { count: 3 })
      const [goal = '', shortTerm = '', step = ''] = ids
      await call('set_goal', { person: this.person, goal: this.goal(goal, shortTerm, step, on) })
      this.form.clear()
    })
  }

  /** Builds the goal. A step needs a short-term goal above it, so the step's own words stand in for one not given. */
  goal(id: string, shortTermId: string, stepId: string, setOn: string): Goal {
    const given = $state.snapshot(this.form.values)
    const hasStep = given.step !== ''
    const shortTerm = given.shortTerm !== '' ? given.shortTerm : given.step
    return {
      id,
      words: given.words,
      why: given.why,
      setOn,
      status: 'active',
      endedOn: null,
      reason: '',
      insteadOf: null,
      modules: [],
      reviews: [],
      shortTerm:
        shortTerm === ''
          ? []
          : [
              {
                id: shortTermId,
                words: shortTerm,
                status: 'active',
                startedOn: null,
                doneOn: null,
                steps: hasStep
                  ? [{ id: stepId, words: given.step, helper: given.helper, byWhen: given.byWhen, resources: '', obstacle: '', status: 'active', doneOn: null }]
                  : [],
              },
            ],
    }
  }
}

function placeOf(person: PersonId): string {
  return `goal/set/${person}`
}
