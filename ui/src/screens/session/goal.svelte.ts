//! A goal being set in the room. Kept here until it is set: a half-made goal is not one.

import { call, asApiError } from '../../ipc/client'
import { errorWords, type ErrorWords } from '../../ipc/errors'
import type { Goal } from '../../ipc/generated/types'
import type { SessionScreen } from './session.svelte'

export class GoalDraft {
  words = $state('')
  why = $state('')
  shortTerm = $state('')
  step = $state('')
  helper = $state('')
  byWhen = $state<string | null>(null)
  busy = $state(false)
  failure = $state.raw<ErrorWords | null>(null)

  /** Sets the goal and has the session show it. Tells whether it is on disk; when not, the words stay. */
  async set(session: SessionScreen): Promise<boolean> {
    this.busy = true
    this.failure = null
    try {
      const { ids } = await call('fresh_ids', { count: 3 })
      const [goal = '', shortTerm = '', step = ''] = ids
      await call('set_goal', { person: session.view.person.id, goal: this.goal(goal, shortTerm, step, session.record.on) })
      await session.reload()
      this.clear()
      return true
    } catch (error) {
      this.failure = errorWords(asApiError(error))
      return false
    } finally {
      this.busy = false
    }
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
