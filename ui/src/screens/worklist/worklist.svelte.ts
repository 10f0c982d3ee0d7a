//! What is left of the week, in one place.

import { app } from '../../app.svelte'
import { call, madeBy } from '../../ipc/client'
import type { Area, GroupLeft, SessionCard, SessionId, WorklistView } from '../../ipc/generated/types'
import { Shown } from '../../shown.svelte'

/** How many rows of a part stand on the screen before somebody asks for all. */
export const LONGEST = 30

export class WhatIsLeft extends Shown<WorklistView> {
  view = $state.raw<WorklistView | null>(null)
  #whole = $state.raw<readonly string[]>([])
  protected readonly areas: readonly Area[] = ['people', 'sessions', 'notes', 'handOffs', 'groups']

  protected read(): Promise<WorklistView> {
    return call('worklist', {})
  }

  protected take(view: WorklistView): void {
    this.view = view
  }

  /** Whether everything was said, written, signed and handed off. */
  get done(): boolean {
    const view = this.view
    return view !== null && [view.groupsLeft, view.toCoSign, view.leftOpen, view.missed, view.withoutNote, view.unsigned, view.notHandedOff, view.plansDue].every((part) => part.length === 0)
  }

  /** Whether all rows of a long part were asked for. */
  whole(part: string): boolean {
    return this.#whole.includes(part)
  }

  showWhole(part: string): void {
    this.#whole = [...this.#whole, part]
  }

  /** Closes a session that was left open, as of its day. */
  async closeThen({ id }: SessionCard): Promise<void> {
    await this.run(() => call('close_session', { session: id, asOfItsDay: true }), id)
  }

  /** Opens a group's meeting on a day that went by without one, to say there who came or that it was called off. */
  async openGroup({ series, on }: GroupLeft): Promise<void> {
    await this.run(async () => {
      const change = await call('open_group_meeting', { series, on })
      app.go({ screen: 'meeting', id: madeBy(change) })
    }, series)
  }

  /** Drafts the note of a closed session and opens it. */
  async draft(session: SessionId): Promise<void> {
    await this.run(async () => {
      const change = await call('draft_note', { session, format: null })
      app.go({ screen: 'note', id: madeBy(change) })
    }, session)
  }
}
