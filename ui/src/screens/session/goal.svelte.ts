//! A goal being set in the room. Kept here until it is set: a half-made goal is not one.

import { call } from '../../ipc/client'
import type { Goal, PersonId } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

export class GoalDraft extends Work {
  words = $state('')
  why = $state('')
  shortTerm = $state('')
  step = $state('')
  helper = $state('')
  byWhen = $state<string | null>(null)

  /** Sets the goal. Tells whether it is on disk; when not, the words stay. */
  set(person: PersonId, on: string): Promise<boolean> {
    return this.run(async () => {
      const { ids } = await call('fresh_ids', { count: 3 })
      const [goal = '', shortTerm = '', step = ''] = ids
      await call('set_goal', { person, goal: this.goal(goal, shortTerm, step, on) })
      this.clear()
    })
  }

  /** Builds the goal. A step needs a short-term goal above it, so the step's own words stand in for one not given. */
  goal(id: string, shortTermId: string, stepId: string, setOn: string): Goal {
    const hasStep = this.step !== ''
    const shortTerm = this.shortTerm !== '' ? this.shortTerm : this.step
    return {
      id,
      words: this.words,
      why: this.why,
      setOn,
      status: 'active',
      reviews: [],
      shortTerm:
        shortTerm === ''
          ? []
          : [
              {
                id: shortTermId,
                words: shortTerm,
                status: 'active',
                steps: hasStep
                  ? [{ id: stepId, words: this.step, helper: this.helper, byWhen: this.byWhen, obstacle: '', status: 'active', doneOn: null }]
                  : [],
              },
            ],
    }
  }

  private clear(): void {
    this.words = ''
    this.why = ''
    this.shortTerm = ''
    this.step = ''
    this.helper = ''
    this.byWhen = null
  }
}
