//! Which file shows which screen. Each is loaded when it is first opened; the rail offers what stands here.

import type { Component } from 'svelte'
import type { ScreenName } from '../router'

/** A screen is given the id in its address; those without one are given an empty string. */
export type Screen = Component<{ id: string }>

/** What can stand in the window: a screen with an address, or one of the pages before the vault is open. */
export type Place = ScreenName | 'unlock' | 'firstRun' | 'newPassphrase' | 'covered'

type Loader = () => Promise<{ default: unknown }>

const SCREENS: Partial<Record<Place, Loader>> = {
  firstRun: () => import('./first-run/FirstRun.svelte'),
  unlock: () => import('./unlock/Unlock.svelte'),
  newPassphrase: () => import('./unlock/NewPassphrase.svelte'),
  today: () => import('./today/Today.svelte'),
  people: () => import('./people/People.svelte'),
  groups: () => import('./groups/Groups.svelte'),
  group: () => import('./groups/Group.svelte'),
  meeting: () => import('./groups/Meeting.svelte'),
  worklist: () => import('./worklist/Worklist.svelte'),
  mirror: () => import('./mirror/Mirror.svelte'),
  ledger: () => import('./ledger/Ledger.svelte'),
  erasure: () => import('./erasure/Receipt.svelte'),
  search: () => import('./search/Search.svelte'),
  person: () => import('./person/Person.svelte'),
  note: () => import('./note/Note.svelte'),
  handouts: () => import('./handouts/Handouts.svelte'),
  handoff: () => import('./handoff/Handoff.svelte'),
  settings: () => import('./settings/Settings.svelte'),
  help: () => import('./help/Help.svelte'),
  manual: () => import('./manual/Manual.svelte'),
  session: () => import('./session/Session.svelte'),
  turned: () => import('./turned/Turned.svelte'),
}

/** Whether there is such a screen. */
export function hasScreen(name: ScreenName): boolean {
  return SCREENS[name] !== undefined
}

/** Loads a screen. */
export async function loadScreen(name: Place): Promise<Screen> {
  const load = SCREENS[name] ?? SCREENS.today
  if (!load) throw new Error(`no screen “${name}”`)
  return (await load()).default as Screen
}
