//! What every screen shares: where the program stands, where the page is, and nothing else.

import { about } from './components/about.svelte'
import type { ApiError, AppState, Lang, PersonCard, PhaseKeys, Settings, TurnedTo, UndoLine } from './ipc/generated/types'
import { tick } from 'svelte'
import { here } from './here'
import { drafts, outlive, putAway, takeUp } from './ipc/begun.svelte'
import { hear, tell } from './ipc/changes'
import { asApiError, call, on, setBeforeCall, type CommandName, type Commands } from './ipc/client'
import { saver } from './ipc/saver.svelte'
import { i18n } from './i18n/locale.svelte'
import { hashOf, parseRoute, type Route } from './router'
import { leavesFor } from './undo'

import { within } from './within'

/** How long words that were just typed are waited for when the vault locks or the window closes. */
const SAVING_MS = 1500
/** How long the core is waited for when it locks. It counts as locked before that, here and there. */
const LOCKING_MS = 3000
/** How long this page waits for its own end, when the vault has locked. */
const ANEW_MS = 4000
/** After the screen was turned back, the other window may still hand something over for this long. */
const HAND_OVER_MS = 1000

/** Commands after which the vault is open. */
const OPENS: readonly CommandName[] = ['unlock', 'unlock_with_recovery_code', 'restore']

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
  /** Nothing of the vault is shown: it is being locked. */
  covered = $state(false)
  /** What was begun is not known yet: the page was loaded anew while the screen is turned, when nobody may ask. */
  unknown = $state(false)
  /** The window was to close, and words would be lost. */
  closing = $state(false)
  /** What a screen showed, for coming back to it from another one; gone when the vault locks. */
  readonly kept = new Map<string, unknown>()
  /** Whose record was on the screen last. */
  near: PersonCard | null = null
  /** How far down the screen stood that is come back to, until it stands there again. */
  stood = 0

  /** Locked here, whatever the core says, until it was opened again. */
  #shut = false
  #locking: Promise<void> | undefined
  /** The window was to close in the middle of a lock, which comes first. */
  #closes = false
  #person = $state.raw<PersonCard | null>(null)

  /** Whose record is on the screen; set by the screens of one person, read in the page's title only while there. */
  get person(): PersonCard | null {
    return this.#person
  }
  set person(person: PersonCard | null) {
    const other = person?.id !== this.#person?.id
    this.#person = person
    about.person = person
    if (person) this.near = person
    if (other) void this.#askLine()
  }

  get vault() {
    return this.state?.vault ?? null
  }
  get open(): boolean {
    return this.state?.vault.kind === 'open'
  }
  /** Whether anything of the vault may be shown: it is open, is not being locked, and nothing has to be done before. */
  get inside(): boolean {
    return this.state?.vault.kind === 'open' && !this.covered && !this.firstRun && !this.state.vault.openedByRecovery
  }
  /** Whether the sample caseload is open, in which everybody is made up. */
  get sample(): boolean {
    return this.state?.vault.kind === 'open' && this.state.vault.sample
  }
  /** Whether a screen is left because the vault is locked, and not for another one. */
  get locking(): boolean {
    return this.covered || this.#shut
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
    outlive(this.route.screen === 'turned' ? 'hold_turned' : 'hold')
    if (this.route.screen === 'turned') return this.#startTurned()
    addEventListener('hashchange', () => {
      void saver.flush()
      this.route = parseRoute(location.hash)
      this.#moved()
    })
    addEventListener('scroll', () => {
      if (this.open && !this.locking && this.stood === 0) here.stands(scrollY)
    })
    await on('locked', () => void this.#locked())
    await on('closing', () => void this.close())
    await on('turned-back', () => this.turnedBack())
    await on('vault-changed', () => void tell(null, 'done'))
    this.follow()
    await this.refresh()
    if (this.open) await this.opened()
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
    const opened = state.vault.kind === 'open' && !this.open && !this.#shut
    this.state = state.vault.kind === 'open' && this.#shut ? { ...state, vault: { kind: 'locked' } } : state
    this.turnedTo = this.state.vault.kind === 'open' ? this.state.vault.turned : null
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
    const away = state.vault.kind === 'open' ? state.vault.lockedFor : 0
    if (OPENS.includes(name)) await this.opened(name === 'restore' ? null : state, away)
    this.take(state)
    if (name === 'restore') this.go({ screen: 'today' })
    if (state.held) await this.refresh()
    return state
  }

  /**
   * The vault is open: what was begun is known, and what could not be written is written, before any screen shows. It leads
   * back to where one was; with no state, since another vault is in the place of that one, it does not.
   * `away`: for how many seconds it was locked just now.
   */
  async opened(state: AppState | null = this.state, away = 0): Promise<void> {
    this.#shut = false
    try {
      await drafts.load()
      await takeUp()
      this.unknown = false
    } catch (error) {
      const failure = asApiError(error)
      this.unknown = failure.code === 'screenTurned'
      // It is asked for again once the screen is turned back, before anything is shown that stands on it.
      if (this.unknown) return
      this.failure = failure
    }
    if (state === null) return here.forget()
    const was = here.found(state.today, away)
    // Whoever looked at the help meanwhile comes back all the same.
    if (was !== null && this.route.screen === 'today' && was !== hashOf(this.route)) {
      this.route = parseRoute(was)
      location.hash = was
    }
    here.moved(hashOf(this.route), state.today)
    this.stood = here.down
  }

  /** Another screen is shown; while the vault is locked that says nothing of where one was. */
  #moved() {
    if (this.open && !this.locking && !this.unknown) here.moved(hashOf(this.route), this.today)
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
    const again = () => (this.unknown ? this.opened() : takeUp()).catch((error: unknown) => (this.failure = asApiError(error)))
    void again().then(() => tell(null, 'done'))
    setTimeout(() => void again(), HAND_OVER_MS)
  }

  /** Goes to the search; from there its field is taken up again. */
  search() {
    if (this.route.screen === 'search') document.querySelector<HTMLInputElement>('[data-search] input[type="search"]')?.focus()
    else this.go({ screen: 'search' })
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

  /** Locks. The screen is blank at once; saving and locking may fail or hang behind it. */
  lock(): Promise<void> {
    this.#locking ??= this.#lock().finally(() => (this.#locking = undefined))
    return this.#locking
  }

  async #lock() {
    this.#cover()
    // Screens that are left tell the time spent on them.
    await tick()
    await within(SAVING_MS, Promise.all([saver.flush(), here.left()]))
    await within(LOCKING_MS, call('lock', {}))
    await this.#locked()
  }

  /** The window is to close: when everything typed is on disk, it does. Else somebody says what becomes of the words. */
  async close(): Promise<void> {
    // Nothing is asked over a screen that is going blank. Without words that wait, the program ends by itself meanwhile.
    if (this.covered) {
      this.#closes = true
      if (saver.waits) await call('stay', {}).catch(() => undefined)
      return
    }
    // Said at once: a page that answers is not given up, however long its saving takes.
    await call('stay', {}).catch(() => undefined)
    await within(SAVING_MS, Promise.all([saver.flush(), here.left()]))
    // What was held for this page is not any more, once it is written.
    if (!saver.waits) await within(SAVING_MS, this.refresh())
    if (this.covered) this.#closes = true
    else if (!saver.waits && !this.state?.held) await this.leave()
    else this.closing = true
  }

  /** Ends the program. */
  async leave(): Promise<void> {
    await call('leave', {}).catch(() => undefined)
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
    here.forget()
    this.#forget()
    this.go({ screen: 'today' })
  }

  /** The core has locked the vault: nothing of anybody stays on the screen. */
  async #locked() {
    this.#cover()
    this.#shut = true
    if (this.state && this.state.vault.kind === 'open') this.state = { ...this.state, vault: { kind: 'locked' } }
    // What was not written by now goes to the core, which seals it; it comes back with the next unlocking.
    const put = putAway('hold').catch((error: unknown) => asApiError(error))
    this.#forget()
    const lost = await put
    // Where the core can end this page, with all its memory, nothing below is reached.
    // A recovery code that is still to be written down is shown nowhere else.
    if (!lost && !this.firstRun) await within(ANEW_MS, call('begin_anew', {}).catch(() => undefined))
    this.covered = false
    await this.refresh()
    if (lost) this.failure = lost
    if (!this.#closes) return
    this.#closes = false
    await this.close()
  }

  /** Shows nothing of the vault any more, and remembers where one was. */
  #cover() {
    if (this.covered || this.#shut) return
    this.covered = true
    // It names words.
    this.closing = false
  }

  #forget() {
    saver.clear()
    this.kept.clear()
    this.near = null
    drafts.close()
    this.line = NOTHING
    this.person = null
    this.turnedTo = null
  }
}

export const app = new App()
