import { describe, expect, it } from 'vitest'
import { hashOf, needsNoVault, parseRoute, type Route } from './router'

describe('addresses', () => {
  it.each<Route>([{ screen: 'today' }, { screen: 'people' }, { screen: 'person', id: 'a-b' }, { screen: 'session', id: '1' }, { screen: 'note', id: '2' }, { screen: 'turned' }])('%o is read back as it was written', (route) => {
    expect(parseRoute(hashOf(route))).toEqual(route)
  })

  it.each(['', '#', '#/', '#/nowhere', '#/person', '#/person/', '#main'])('%o is Today', (hash) => {
    expect(parseRoute(hash)).toEqual({ screen: 'today' })
  })

  it('only pages about nobody are open while locked', () => {
    expect((['today', 'people', 'handouts', 'handoff', 'settings', 'help'] as const).filter(needsNoVault)).toEqual(['handouts', 'help'])
  })
})
