//! What the session screen does beyond recording: load, open topics, turn the screen, close and go on to the note.

import { app } from '../../app.svelte'
import type { Place } from '../../components/place'
import { drafts, recorded } from '../../ipc/begun.svelte'
import type { Back } from '../../here'
import { call, madeBy, type MonitorChoice } from '../../ipc/client'
import type { ApiError, Area, Phase, SessionView, SheetId, TopicId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Shown } from '../../shown.svelte'
import { mustChoose } from '../turned/monitors'
import { SessionScreen } from './session.svelte'
import { TopicDesk } from './topic.svelte'

/** What lies open, by its ids. */
export interface Lies {
  phase: Phase
  topic: TopicId | null
  /** The copy over the topic. */
  copy: SheetId | null
  /** Whether taking the session away is being asked about. */
  discarding: boolean
}

export class SessionDesk extends Shown<SessionView> {
  session = $state.raw<SessionScreen | null>(null)
  /** Whether a PIN has to be chosen before the screen can be turned. */
  choosingPin = $state(false)
  /** Whether taking it away is being asked about, and why it should go. */
  discarding = $state(false)
  discardReason = $state('')
  /** Whether it was taken away. */
  #gone = false
  /** The monitors to choose from, when it has to be said where the person sits. */
  choosingMonitor = $state.raw<readonly MonitorChoice[] | null>(null)
  #topic: TopicDesk | null = null
  #stopTopic: (() => void) | undefined

  /** Answers are the topic's, which follows them by itself. */
  protected readonly areas: readonly Area[] = ['people', 'statements', 'goals', 'sessions', 'practices', 'notes']

  constructor(
    private readonly id: string,
    private readonly back: Back<Lies> | null = null,
  ) {
    super()
  }

  get topic(): TopicDesk {
    if (this.#topic === null) throw new Error('a topic lies on the desk only once the session is loaded')
    return this.#topic
  }

  protected override whose() {
    return this.session?.view.person.id ?? null
  }

  protected read(): Promise<SessionView> {
    return call('session', { session: this.id })
  }

  protected take(view: SessionView): void {
    if (this.session) return this.session.adopt(view)
    const { id, preferredName, recordNumber, colour } = view.person
    app.person = { id, name: preferredName, firstName: view.firstName, recordNumber, colour }
    this.#topic = new TopicDesk(view.person, view.record.id)
    this.#stopTopic = this.#topic.follow()
    this.session = new SessionScreen(view)
    const lies = this.back?.lies
    if (lies) {
      this.session.comeBack(lies.phase)
      this.discarding = lies.discarding
    }
    // Whoever comes to a session later finds its last topic on the desk.
    const topic = lies ? lies.topic : (view.record.topics.at(-1)?.topic ?? null)
    if (topic !== null) void this.#topic.open(topic, lies?.copy)
    this.session.wasAway(this.back?.away ?? 0)
  }

  /** What lies open; nothing before it is known. */
  get lies(): Lies | null {
    const { session, discarding } = this
    const topic = this.#topic
    return session && topic ? { phase: session.here, ...topic.lies, discarding } : null
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
    await this.attempt(async () => {
      const { monitors } = await call('monitors', {})
      this.choosingMonitor = mustChoose(monitors, app.settings?.turnedMonitor ?? '') ? monitors : null
      if (this.choosingMonitor) return
      session.tellTime()
      if (this.topic.topic === null) await this.topic.pick(session, topic)
      const turned = await call('turn_screen', { session: session.record.id, topic, sheet: null })
      app.turnedTo = { firstName: turned.firstName, colour: turned.colour }
    })
  }

  /** Remembers the monitor where the person sits, and turns the screen. */
  async turnTo(turnedMonitor: string): Promise<void> {
    this.choosingMonitor = null
    const { settings } = app
    if (!settings) return
    if (await this.attempt(() => app.run('change_settings', { settings: { ...settings, turnedMonitor } }))) await this.turn()
  }

  /** Takes an option of the topic up as a promise. */
  takeUp(option: string): void {
    if (this.session && this.topic.topic !== null) this.session.plans.takeUp(option, this.topic.topic)
  }

  /** Closes the session and goes on to the note that is drafted from it. */
  async closeAndDraft(): Promise<void> {
    const session = this.session
    if (session === null) return
    await this.run(async () => {
      session.tellTime()
      await call('close_session', { session: session.record.id, asOfItsDay: false })
      await this.#note(session)
    })
  }

  async openNote(): Promise<void> {
    const session = this.session
    if (session) await this.run(() => this.#note(session))
  }

  askDiscard(): void {
    this.discardReason = ''
    this.error = null
    this.discarding = true
  }

  /** Where the reason is kept until the session is taken away. */
  get discardPlace(): Place {
    return recorded(`${this.#place}/discard`, this.session?.view.person.id ?? null)
  }

  /** Takes the session away, and goes back to the person. */
  async discard(): Promise<void> {
    const person = this.session?.view.person.id
    if (person === undefined) return
    await this.run(async () => {
      // Asked for by a screen that is going: what it shows is gone as well.
      this.#gone = true
      try {
        await call('discard_session', { session: this.id, reason: this.discardReason })
      } catch (error) {
        this.#gone = false
        throw error
      }
      drafts.forget(`${this.#place}/discard`)
      app.go({ screen: 'person', id: person })
    })
  }

  async reopen(): Promise<void> {
    await this.run(() => call('reopen_session', { session: this.id }))
  }

  get #place(): string {
    return `session/${this.id}`
  }

  /** Leaves the screen; what is typed or counted goes to disk first. */
  leave(): void {
    this.#stopTopic?.()
    if (app.person?.id === this.session?.view.person.id) app.person = null
    // A locked vault takes nothing any more, and everything was flushed before it locked.
    if (!app.open || this.#gone) return
    this.session?.tellTime()
    void saver.flush()
  }

  protected override failed(error: ApiError): void {
    if (this.#gone && error.code === 'notFound') return
    if (error.code === 'noPin') this.choosingPin = true
    else super.failed(error)
  }

  async #note(session: SessionScreen): Promise<void> {
    const id = session.view.note?.id ?? madeBy(await call('draft_note', { session: session.record.id, format: null }))
    app.go({ screen: 'note', id })
  }
}
