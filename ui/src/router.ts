//! Where the page is: a hash, so that the same bundle serves both windows and nothing is ever asked of a server.

export type Route =
  | { screen: 'today' }
  | { screen: 'people' }
  | { screen: 'groups' }
  | { screen: 'group'; id: string }
  | { screen: 'meeting'; id: string }
  | { screen: 'search' }
  | { screen: 'worklist' }
  | { screen: 'mirror' }
  | { screen: 'ledger' }
  | { screen: 'erasure' }
  | { screen: 'person'; id: string }
  | { screen: 'session'; id: string }
  | { screen: 'note'; id: string }
  | { screen: 'handouts' }
  | { screen: 'handoff' }
  | { screen: 'settings' }
  | { screen: 'help' }
  | { screen: 'manual' }
  | { screen: 'turned' }

export type ScreenName = Route['screen']

const PLAIN = ['today', 'people', 'groups', 'search', 'worklist', 'mirror', 'ledger', 'erasure', 'handouts', 'handoff', 'settings', 'help', 'manual', 'turned'] as const
const WITH_ID = ['group', 'meeting', 'person', 'session', 'note'] as const

/** Reads a hash; anything unknown is Today. */
export function parseRoute(hash: string): Route {
  const [screen = '', id = ''] = hash.replace(/^#\/?/, '').split('/')
  const plain = PLAIN.find((name) => name === screen)
  if (plain) return { screen: plain }
  const withId = WITH_ID.find((name) => name === screen)
  if (withId && id) return { screen: withId, id: decodeURIComponent(id) }
  return { screen: 'today' }
}

/** Writes a route as a hash. */
export function hashOf(route: Route): string {
  return 'id' in route ? `#/${route.screen}/${encodeURIComponent(route.id)}` : `#/${route.screen}`
}

/** Screens that hold nothing about anybody and are open while the vault is locked. */
export function needsNoVault(screen: ScreenName): boolean {
  return screen === 'handouts' || screen === 'help' || screen === 'manual'
}
