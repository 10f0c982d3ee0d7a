//! The page's only way to the core: one typed call, a few events. Sole importer of @tauri-apps.

import { tell } from './changes'
import { COMMANDS, type Facts } from './generated/commands'
import type { ApiError, Change, Commands } from './generated/types'

export type { MonitorChoice } from './generated/types'
export type { Commands }
export type CommandName = keyof Commands

/** Gives what is true of a command. */
export function factsOf(name: CommandName): Facts {
  return COMMANDS[name]
}

/** What the core tells the page without being asked. */
export type EventName = 'locked' | 'lock-soon' | 'lock-off' | 'turned-back' | 'vault-changed' | 'closing'

export interface Transport {
  call(name: CommandName, request: unknown): Promise<unknown>
  on(event: EventName, handler: () => void): Promise<() => void>
}

/** True for what `call` throws when the core said no. */
export function isApiError(error: unknown): error is ApiError {
  return typeof error === 'object' && error !== null && 'code' in error && 'details' in error
}

/** Makes anything thrown into an ApiError, so that screens handle one shape. */
export function asApiError(error: unknown): ApiError {
  if (isApiError(error)) return error
  return { code: 'internal', details: { what: error instanceof Error ? error.message : String(error) } }
}

let transport: Promise<Transport> | undefined
let beforeCall: ((name: CommandName) => Promise<void>) | undefined

async function tauri(): Promise<Transport> {
  const [{ invoke }, { listen }] = await Promise.all([import('@tauri-apps/api/core'), import('@tauri-apps/api/event')])
  return {
    async call(name, request) {
      return JSON.parse(await invoke<string>('call', { name, request: JSON.stringify(request) })) as unknown
    },
    on: (event, handler) => listen(event, () => handler()),
  }
}

function connect(): Promise<Transport> {
  transport ??= (async () => {
    if (typeof window !== 'undefined' && '__TAURI_INTERNALS__' in window) return tauri()
    // Only a development page may stand on the made-up core; a built one outside the shell is a mistake.
    if (import.meta.env.DEV) return (await import('./fake')).fakeTransport()
    throw new Error('Waymark runs inside its own window; start the program, not the page.')
  })()
  return transport
}

/** Puts another core in place; for tests. */
export function useTransport(given: Transport) {
  transport = Promise.resolve(given)
}

/** Registers what must happen before any command, which is flushing what was typed (see saver.svelte.ts). */
export function setBeforeCall(hook: (name: CommandName) => Promise<void>) {
  beforeCall = hook
}

async function post<C extends CommandName>(name: C, args: Commands[C][0]): Promise<Commands[C][1]> {
  try {
    return (await (await connect()).call(name, args)) as Commands[C][1]
  } catch (error) {
    throw asApiError(error)
  }
}

/** Sends what was typed. Only the saver uses this; everything else goes through `call`. */
export async function send<C extends CommandName>(name: C, args: Commands[C][0]): Promise<Commands[C][1]> {
  const answer = await post(name, args)
  // Not waited for: whoever asks again after it flushes the saver first, which is what is running here.
  if (factsOf(name).changes) void tell(answer as Change, 'typed')
  return answer
}

export type Send = typeof send

/**
 * Asks the core. What was typed is on disk before the command runs, and when it changes something, what is on the
 * screen has followed before this returns. Failures are `ApiError` objects.
 */
export async function call<C extends CommandName>(name: C, args: Commands[C][0]): Promise<Commands[C][1]> {
  await beforeCall?.(name)
  const answer = await post(name, args)
  if (factsOf(name).changes) await tell(answer as Change, 'done')
  return answer
}

/** Gives the id of what a change made or opened. */
export function madeBy(change: Change): string {
  if (change.made === null) throw { code: 'internal', details: { what: 'a change that names nothing it made' } } satisfies ApiError
  return change.made
}

/** Listens to the core; returns what stops it. */
export async function on(event: EventName, handler: () => void): Promise<() => void> {
  return (await connect()).on(event, handler)
}
