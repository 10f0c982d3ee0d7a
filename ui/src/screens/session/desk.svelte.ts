//! What the session screen does beyond recording: load, open topics, turn the screen, close and go on to the note.

import { app } from '../../app.svelte'
import type { Place } from '../../components/place'
import { drafts, recorded } from '../../ipc/begun.svelte'
import { call, madeBy, type MonitorChoice } from '../../ipc/client'
import type { ApiError, Area, Phase, SessionView, SheetId, TopicId } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Shown } from '../../shown.svelte'
import { mustChoose } from '../turned/monitors'
import { SessionScreen } from './session.svelte'
import { TopicDesk } from './topic.svelte'

/** What lay open, by its ids. */
interface Laid {
  here: Phase
  copy: SheetId | null
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

  constructor(private readonly id: string) {
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
    // A restart comes back to the page that lay open, and an unlocking to the copy over it.
    const open = view.record.topics.at(-1)
    const laid = app.lay.get(this.#place) as Laid | undefined
    app.lay.delete(this.#place)
    if (laid) this.session.here = laid.here
    if (open) void this.#topic.open(open.topic, laid?.copy)
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
      const turned = await call('turn_screen', { session: session.record.id, topic })
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
    if (app.locking && this.session) app.lay.set(this.#place, { here: this.session.here, copy: this.#topic?.copy?.document.sheet ?? null } satisfies Laid)
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
    const id = session.view.note?.id ?? madeBy(await call('draft_note', { session: session.record.id }))
    app.go({ screen: 'note', id })
  }
}
