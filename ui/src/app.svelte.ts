//! What every screen shares: where the program stands, where the page is, and nothing else.

import type { ApiError, AppState, Lang, PersonCard, PhaseKeys, Settings, TurnedTo, UndoLine } from './ipc/generated/types'
import { hear, tell } from './ipc/changes'
import { asApiError, call, on, setBeforeCall, type Commands } from './ipc/client'
import { saver } from './ipc/saver.svelte'
import { i18n } from './i18n/locale.svelte'
import { hashOf, parseRoute, type Route } from './router'
import { leavesFor } from './undo'

/** Commands that answer with where the program stands. */
type StateCommand = { [C in keyof Commands]: Commands[C][1] extends AppState ? C : never }[keyof Commands]

const NOTHING: UndoLine = { undo: null, redo: null }

class App {
  /** Where the program stands; `null` until the core has answered. */
  state = $state.raw<AppState | null>(null)
  /** Why the core could not answer, when it could not. */
  failure = $state.raw<ApiError | null>(null)
  /** Which screen is shown. */
  route = $state.raw<Route>({ screen: 'today' })
  /** What can be taken back and done again here: in the record on the screen, or of all where it is nobody's. */
  line = $state.raw<UndoLine>(NOTHING)
  /** To whom the screen is turned; `null` while it is not. */
  turnedTo = $state.raw<TurnedTo | null>(null)
  /** Keeps the first-run page up while it still has the recovery code to show. */
  firstRun = $state(false)

  #person = $state.raw<PersonCard | null>(null)

  /** Whose record is on the screen; set by the screens of one person, read in the page's title only while there. */
  get person(): PersonCard | null {
    return this.#person
  }
  set person(person: PersonCard | null) {
    const other = person?.id !== this.#person?.id
    this.#person = person
    if (other) void this.#askLine()
  }

  get vault() {
    return this.state?.vault ?? null
  }
  get open(): boolean {
    return this.state?.vault.kind === 'open'
  }
  /** Whether the sample caseload is open, in which everybody is made up. */
  get sample(): boolean {
    return this.state?.vault.kind === 'open' && this.state.vault.sample
  }
  get settings() {
    return this.state?.settings ?? null
  }
  /** The keys that lead to a phase of a session. */
  get phaseKeys(): PhaseKeys {
    return this.settings?.phaseKeys ?? 'digits'
  }
  /** Today by the core's clock, or the page's until it has answered. */
  get today(): string {
    return this.state?.today ?? new Date().toISOString().slice(0, 10)
  }

  /** Starts: asks where the program stands and listens to it. */
  async start() {
    setBeforeCall((name) => saver.before(name))
    this.route = parseRoute(location.hash)
    if (this.route.screen === 'turned') return this.#startTurned()
    addEventListener('hashchange', () => {
      void saver.flush()
      this.route = parseRoute(location.hash)
    })
    await on('locked', () => void this.#locked())
    await on('turned-back', () => this.turnedBack())
    await on('vault-changed', () => void tell(null, 'done'))
    this.follow()
    await this.refresh()
  }

  /** The turned window may ask for nothing but its page; language and theme come with the crisis contacts. */
  async #startTurned() {
    try {
      this.#apply(await call('help_now', {}))
    } catch (error) {
      this.failure = asApiError(error)
    }
  }

  /** Asks again where the program stands. */
  async refresh() {
    try {
      this.take(await call('app_state', {}))
      this.failure = null
    } catch (error) {
      this.failure = asApiError(error)
    }
  }

  /** Takes in where the program stands now. */
  take(state: AppState) {
    const opened = state.vault.kind === 'open' && !this.open
    this.state = state
    this.turnedTo = state.vault.kind === 'open' ? state.vault.turned : null
    this.#apply(state.settings)
    if (opened) void this.#askLine()
  }

  /** Asks what can be taken back here. */
  async #askLine() {
    this.line = NOTHING
    if (!this.open) return
    const person = this.person?.id ?? null
    try {
      const line = await call('undo_line', { person })
      if (person === (this.person?.id ?? null)) this.line = line
    } catch {
      // Nothing is offered until it can be asked; whatever is wrong says so where it is.
    }
  }

  #apply(settings: Settings) {
    i18n.lang = settings.language
    i18n.personWord = settings.personWord
    const root = document.documentElement
    root.lang = settings.language
    if (settings.theme === 'system') delete root.dataset.theme
    else root.dataset.theme = settings.theme
  }

  /** Runs a command that answers with where the program stands, and takes it in. Throws `ApiError`. */
  async run<C extends StateCommand>(name: C, args: Commands[C][0]): Promise<AppState> {
    const state = (await call(name, args)) as AppState
    this.take(state)
    return state
  }

  /** Keeps up with the record: what undo would take back now, and what is about the vault itself. */
  follow(): () => void {
    return hear(async (change) => {
      // A change answers with the line of whom it touched.
      if (change && change.touched.person === (this.person?.id ?? null)) this.line = { undo: change.undo, redo: change.redo }
      else if (this.open) await this.#askLine()
      if (!change || change.touched.areas.includes('vault')) await this.refresh()
    })
  }

  /** The screen is turned back: what was answered on it is asked for now, once, and not at every key of the other window. */
  turnedBack() {
    if (this.turnedTo === null) return
    this.turnedTo = null
    void tell(null, 'done')
  }

  go(route: Route) {
    location.hash = hashOf(route)
  }

  /** Takes the last change here back, or brings it again. Another person's record is never reached from here. */
  async step(which: 'undo' | 'redo') {
    const person = this.person?.id ?? null
    const op = this.line[which]?.op
    const away = op === undefined ? null : leavesFor(op, which, this.route.screen, person)
    if (away) this.go(away)
    try {
      await call(which, { person })
    } catch (error) {
      // Nothing left to take back is no failure; a change that later ones stand on says so.
      const failure = asApiError(error)
      if (failure.code !== 'notFound') this.failure = failure
    }
  }

  async lock() {
    await saver.flush()
    await this.run('lock', {})
    this.#forget()
  }

  /** Changes the language of the screens; open to everybody, locked or not. */
  async speak(language: Lang) {
    if (!this.settings) return
    try {
      await this.run('change_settings', { settings: { ...this.settings, language } })
    } catch (error) {
      this.failure = asApiError(error)
    }
  }

  /** Puts the sample caseload aside and begins anew. Throws `ApiError`. */
  async leaveSample() {
    await this.run('leave_sample', {})
    this.#forget()
  }

  /** The core has locked the vault: nothing of anybody stays on the screen. */
  async #locked() {
    if (this.state && this.state.vault.kind === 'open') this.state = { ...this.state, vault: { kind: 'locked' } }
    this.#forget()
    await this.refresh()
  }

  #forget() {
    saver.clear()
    this.line = NOTHING
    this.person = null
    this.turnedTo = null
    if (this.route.screen !== 'help' && this.route.screen !== 'handouts') this.go({ screen: 'today' })
  }
}

export const app = new App()
