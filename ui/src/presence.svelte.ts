//! Being there: reading, typing, pointing and touching in either window put the idle lock off, and a minute before it locks
//! the page says so.

import { app } from './app.svelte'
import { call, on } from './ipc/client'

/** How often the core hears of it. */
const TELL_MS = 20_000

/** What a person does who is there; a pointer that only lies there does none of it. */
const SIGNS = ['keydown', 'input', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'touchmove'] as const

export class Presence {
  /** Whether it locks within a minute unless somebody is there. */
  soon = $state(false)
  #toldAt = Number.NEGATIVE_INFINITY
  #pointer = ''
  #inSession = false

  constructor(
    /** Whether there is anything that could lock. */
    private readonly open: () => boolean,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** Follows a window until stopped. */
  async follow(target: EventTarget): Promise<() => void> {
    const sign = (event: Event) => this.sign(event)
    // Scrolling does not bubble, and a screen may keep other signs to itself.
    for (const kind of SIGNS) target.addEventListener(kind, sign, { capture: true, passive: true })
    const stops = [
      await on('lock-soon', () => (this.soon = this.open())),
      await on('lock-off', () => (this.soon = false)),
      await on('locked', () => (this.soon = false)),
    ]
    return () => {
      for (const kind of SIGNS) target.removeEventListener(kind, sign, { capture: true })
      for (const stop of stops) stop()
    }
  }

  /** Takes in that something happened in the window. */
  sign(event: Event): void {
    if (event.type === 'pointermove') {
      // The web view makes such events of its own when something appears under a pointer that lies still.
      const { screenX, screenY } = event as PointerEvent
      const pointer = `${screenX} ${screenY}`
      const moved = this.#pointer !== '' && this.#pointer !== pointer
      this.#pointer = pointer
      if (!moved) return
    }
    this.here()
  }

  /** An open session has come on the screen, or has gone from it. */
  session(shown: boolean): void {
    if (this.#inSession === shown) return
    this.#inSession = shown
    this.#tell()
  }

  /** Somebody is there. */
  here(): void {
    if (this.soon || this.now() - this.#toldAt >= TELL_MS) this.#tell()
  }

  #tell(): void {
    if (!this.open()) return
    this.#toldAt = this.now()
    this.soon = false
    // When the core cannot hear it, it locks; nothing better can be done here.
    call('still_here', { inSession: this.#inSession }).catch(() => undefined)
  }
}

/** The turned window asks nothing about the vault: it is open as long as that window is. */
export const presence = new Presence(() => app.open || app.route.screen === 'turned')
