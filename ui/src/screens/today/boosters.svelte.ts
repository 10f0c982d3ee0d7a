//! The boosters that Today shows.

import { call } from '../../ipc/client'
import type { Area, DueBooster, DueBoosters as View } from '../../ipc/generated/types'
import { Shown } from '../../shown.svelte'

export class DueBoosters extends Shown<View> {
  boosters = $state.raw<readonly DueBooster[]>([])
  protected readonly areas: readonly Area[] = ['endings', 'people']

  protected read(): Promise<View> {
    return call('due_boosters', {})
  }

  protected take(view: View): void {
    this.boosters = view.boosters
  }
}
