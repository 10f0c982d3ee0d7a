//! What the session screen does beyond recording: load, open topics, turn the screen, close and go on to the note.

import { app } from '../../app.svelte'
import { asApiError, call } from '../../ipc/client'
import { errorWords, type ErrorWords } from '../../ipc/errors'
import type { TopicId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { SessionScreen } from './session.svelte'
import { TopicDesk } from './topic.svelte'

export class SessionDesk {
  session = $state.raw<SessionScreen | null>(null)
  failure = $state.raw<ErrorWords | null>(null)
  busy = $state(false)
  /** Whether a PIN has to be chosen before the screen can be turned. */
  choosingPin = $state(false)
  #topic: TopicDesk | null = null

  constructor(private readonly id: string) {}

  get topic(): TopicDesk {
    if (this.#topic === null) throw new Error('a topic lies on the desk only once the session is loaded')
    return this.#topic
  }

  /** Loads the session, or loads it again after a change from outside. */
  async load(): Promise<void> {
    if (app.turnedTo !== null) return
    await this.#try(async () => {
      if (this.session === null) {
        const session = await SessionScreen.load(this.id)
        const topic = new TopicDesk(session.view.person, session.record.id)
        this.#topic = topic
        this.session = session
        app.person = cardOf(session)
        // A restart comes back to the page that lay open.
        const open = session.record.topics.at(-1)
        if (open) await topic.open(open.topic)
      } else {
        await this.session.reload()
        await this.topic.reload()
      }
    })
  }

  /** The topic that turning the screen would show. */
  get turnable(): TopicId | null {
    const session = this.session
    if (session === null) return null
    return this.#topic?.topic ?? session.chosen ?? session.view.next?.topic ?? null
  }

  /** Turns the screen to the person, after a PIN was chosen. */
  async turn(): Promise<void> {
    const session = this.session
    const topic = this.turnable
    if (session === null || topic === null) return
    const vault = app.vault
    if (vault?.kind === 'open' && !vault.hasPin) {
      this.choosingPin = true
      return
    }
    this.choosingPin = false
    await this.#try(async () => {
      session.tellTime()
      if (this.topic.topic === null) await this.topic.pick(session, topic)
      const turned = await call('turn_screen', { session: session.record.id, topic })
      app.turnedTo = turned.firstName
    })
  }

  /** Takes an option of the topic up as a promise. */
  takeUp(option: string): void {
    if (this.session && this.topic.topic !== null) this.session.plans.takeUp(option, this.topic.topic)
  }

  /** Closes the session and goes on to the note that is drafted from it. */
  async closeAndDraft(): Promise<void> {
    const session = this.session
    if (session === null || this.busy) return
    this.busy = true
    await this.#try(async () => {
      session.tellTime()
      session.adopt(await call('close_session', { session: session.record.id }))
      await this.#note(session)
    })
    this.busy = false
  }

  async openNote(): Promise<void> {
    const session = this.session
    if (session === null) return
    this.busy = true
    await this.#try(() => this.#note(session))
    this.busy = false
  }

  async reopen(): Promise<void> {
    const session = this.session
    if (session === null) return
    await this.#try(async () => {
      session.adopt(await call('reopen_session', { session: session.record.id }))
    })
  }

  /** Leaves the screen; what is typed or counted goes to disk first. */
  leave(): void {
    if (app.person?.id === this.session?.view.person.id) app.person = null
    // A locked vault takes nothing any more, and everything was flushed before it locked.
    if (!app.open) return
    this.session?.tellTime()
    void saver.flush()
  }

  async #note(session: SessionScreen): Promise<void> {
    const id = session.view.note?.id ?? (await call('draft_note', { session: session.record.id })).note.id
    app.go({ screen: 'note', id })
  }

  async #try(what: () => Promise<void>): Promise<void> {
    this.failure = null
    try {
      await what()
    } catch (error) {
      const failure = asApiError(error)
      // The page was opened anew while the screen is turned: it stays turned until the PIN.
      if (failure.code === 'screenTurned') app.turnedTo = this.session?.firstName ?? ''
      else if (failure.code === 'noPin') this.choosingPin = true
      else this.failure = errorWords(failure)
    }
  }
}

function cardOf(session: SessionScreen) {
  const { id, preferredName, recordNumber, colour } = session.view.person
  return { id, name: preferredName, recordNumber, colour }
}
