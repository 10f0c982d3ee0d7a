//! The guided first session as it goes along: whether it runs, which session it follows, what is known of that one.
//!
//! Where it stands is a draft in the vault, so that a lock or a restart comes back to it. It records nothing and holds
//! nothing up; whoever leaves it can take it up again from the guide.

import { app } from '../app.svelte'
import { drafts } from '../ipc/begun.svelte'
import { call } from '../ipc/client'
import { hear } from '../ipc/changes'
import { hashOf, type Route } from '../router'
import { stepOf, type Facts, type Step } from './steps'

const PLACE = 'tour'
/** A hand-over changes nothing in the record, so nobody tells of it: it is asked for while it is waited for. */
const ASK_MS = 1500
/** Typing is looked at once it rests. */
const REST_MS = 800

interface Kept {
  on: boolean
  /** Whether it was offered and put off. */
  declined: boolean
  session: string | null
  turned: boolean
  past: Step[]
}

const NEW: Kept = { on: false, declined: false, session: null, turned: false, past: [] }

class Tour {
  #kept = $state.raw<Kept>(NEW)
  facts = $state.raw<Facts>({ session: null, turned: false, left: false })
  /** Whether the screen is turned, as far as is known here. */
  #away = false
  #timer: ReturnType<typeof setTimeout> | undefined

  get on(): boolean {
    return this.#kept.on
  }

  /** Whether it was begun and left before its end. */
  get begun(): boolean {
    return this.#kept.session !== null
  }

  /** Whether it is offered: only among made-up people, and not to somebody who has put it off. */
  get offered(): boolean {
    return app.sample && !this.#kept.on && !this.#kept.declined && app.route.screen === 'today'
  }

  get step(): Step | null {
    return stepOf(this.facts, this.#kept.past)
  }

  /** Where the step that comes next is done. */
  get place(): Route {
    const { session } = this.facts
    const { step } = this
    if (session === null || step === 'open' || step === null) return { screen: 'today' }
    if (step === 'sign' && session.note) return { screen: 'note', id: session.note.id }
    if (step === 'hand') return { screen: 'handoff' }
    return { screen: 'session', id: session.record.id }
  }

  /** Whether the screen that is shown is another one. */
  get elsewhere(): boolean {
    return hashOf(this.place) !== hashOf(app.route)
  }

  /** The vault is open: comes back to where it stood, and follows the record until what this returns is called. */
  follow(): () => void {
    const kept = drafts.read(PLACE) as Partial<Kept> | undefined
    this.#kept = { ...NEW, ...kept }
    void this.look()
    const stop = hear((_change, manner) => {
      clearTimeout(this.#timer)
      if (manner === 'done') void this.look()
      else this.#timer = setTimeout(() => void this.look(), REST_MS)
    })
    const asking = setInterval(() => {
      if (this.step === 'hand') void this.look()
    }, ASK_MS)
    return () => {
      clearTimeout(this.#timer)
      clearInterval(asking)
      stop()
      this.#kept = NEW
      this.facts = { session: null, turned: false, left: false }
    }
  }

  /** Begins, or goes on where it was left. */
  begin(): void {
    const over = this.step === null
    this.#keep({ ...(over ? NEW : this.#kept), on: true, declined: false })
    if (over) this.facts = { session: null, turned: false, left: false }
    app.go(this.place)
    void this.look()
  }

  decline(): void {
    this.#keep({ ...this.#kept, declined: true })
  }

  /** Leaves it; the guide takes it up again. After its end it begins anew the next time. */
  stop(): void {
    this.#keep(this.step === null ? { ...NEW, declined: true } : { ...this.#kept, on: false, declined: true })
  }

  /** Goes past a step without doing it. */
  skip(): void {
    if (this.step !== null) this.#keep({ ...this.#kept, past: [...this.#kept.past, this.step] })
  }

  /** Another screen is shown, or the screen was turned: an open session that is shown is the one that is gone through. */
  moved(route: Route, turned: boolean): void {
    if (!this.#kept.on) return
    if (route.screen === 'session' && this.#kept.session === null) this.#keep({ ...this.#kept, session: route.id })
    if (turned) {
      // Nothing is kept while the screen is the person's.
      this.#away = true
      return
    }
    if (this.#away) this.#keep({ ...this.#kept, turned: true })
    this.#away = false
    void this.look()
  }

  /** Asks what is recorded of the session. */
  async look(): Promise<void> {
    const { on, session, turned } = this.#kept
    if (!on || session === null || !app.inside || app.turnedTo !== null) return
    try {
      const view = await call('session', { session })
      const signed = view.note?.signed === true
      const left = signed && !(await call('hand_off', {})).waiting.some((note) => note.id === view.note?.id)
      if (this.#kept.session === session) this.facts = { session: view, turned, left }
    } catch {
      // It was taken away, or the vault has locked: another one can be opened.
      if (this.#kept.session === session && app.inside) {
        this.#keep({ ...this.#kept, session: null, turned: false })
        this.facts = { session: null, turned: false, left: false }
      }
    }
  }

  #keep(kept: Kept): void {
    this.#kept = kept
    if (app.inside) drafts.keep(PLACE, null, JSON.stringify(kept))
  }
}

export const tour = new Tour()
