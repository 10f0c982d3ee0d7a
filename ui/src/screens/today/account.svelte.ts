//! Saying what became of a meeting whose day went by.

import { app } from '../../app.svelte'
import type { Place } from '../../components/place'
import { drafts, recorded } from '../../ipc/begun.svelte'
import { call, madeBy } from '../../ipc/client'
import type { MissedMeeting, PersonId, WhatHappened } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

/** Which meeting is asked about, and what was chosen. */
export interface Lies {
  person: PersonId
  at: string
  what: WhatHappened['kind'] | null
}

export class Account extends Work {
  /** The meeting in question. */
  meeting = $state.raw<MissedMeeting | null>(null)
  what = $state<WhatHappened['kind'] | null>(null)
  reason = $state('')
  to = $state<string | null>(null)

  asksWhy = $derived(this.what === 'cancelled' || this.what === 'noShow' || this.what === 'moved')

  ask(meeting: MissedMeeting): void {
    this.meeting = meeting
    this.what = null
    this.reason = ''
    this.to = null
    this.error = null
  }

  /** Where what is typed of a meeting is kept until it is said. */
  place(field: 'to' | 'reason'): Place {
    return recorded(this.#at(field), this.meeting?.person.id ?? null)
  }

  #at(field: string): string {
    return `missed/${this.meeting?.person.id ?? ''}/${this.meeting?.at ?? ''}/${field}`
  }

  /** What lies open, by its ids. */
  get lies(): Lies | null {
    return this.meeting && { person: this.meeting.person.id, at: this.meeting.at, what: this.what }
  }

  /** Comes back to what lay open, if that is still asked. */
  comeBack(lies: Lies | null | undefined, missed: readonly MissedMeeting[]): void {
    const meeting = missed.find(({ person, at }) => person.id === lies?.person && at === lies.at)
    if (!lies || !meeting) return
    this.ask(meeting)
    this.what = lies.what
  }

  leave(): void {
    this.meeting = null
  }

  /** Says it. A meeting that was held goes on to its session. */
  async say(): Promise<void> {
    const { meeting, what } = this
    if (meeting === null || what === null) return
    await this.run(async () => {
      const change = await call('say_what_happened', { person: meeting.person.id, at: meeting.at, what: this.#said(what) })
      for (const field of ['to', 'reason']) drafts.forget(this.#at(field))
      this.meeting = null
      if (what === 'came') app.go({ screen: 'session', id: madeBy(change) })
    })
  }

  #said(kind: WhatHappened['kind']): WhatHappened {
    if (kind === 'came' || kind === 'notAgreed') return { kind }
    return kind === 'moved' ? { kind, to: this.to, reason: this.reason } : { kind, reason: this.reason }
  }
}
