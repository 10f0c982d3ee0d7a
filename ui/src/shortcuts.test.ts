import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PHASES } from './ipc/generated/rules'
import type { PhaseKeys } from './ipc/generated/types'
import { actionOf, phaseShortcut, shortcutList, type Press } from './shortcuts'

// The few elements that a key can meet; the tests run without a page.
class Element {
  isContentEditable = false
}
class Input extends Element {
  constructor(readonly type: string) {
    super()
  }
}
class Area extends Element {}
class Select extends Element {}

beforeEach(() => {
  Object.assign(globalThis, { HTMLElement: Element, HTMLInputElement: Input, HTMLTextAreaElement: Area, HTMLSelectElement: Select })
})
afterEach(() => {
  for (const name of ['HTMLElement', 'HTMLInputElement', 'HTMLTextAreaElement', 'HTMLSelectElement']) Reflect.deleteProperty(globalThis, name)
})

/** Reads "Control+Shift+z", pressed on something. */
function press(keys: string, target: unknown = new Element()): Press {
  const names = keys.split('+')
  const key = names.at(-1) ?? ''
  return {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
    ctrlKey: names.includes('Control'),
    metaKey: names.includes('Meta'),
    altKey: names.includes('Alt'),
    shiftKey: names.includes('Shift'),
    target: target as EventTarget,
  }
}

const EVERY = ['F1', 'Shift+F1', 'Control+l', 'Meta+l', 'Control+f', 'Control+d', 'Control+z', 'Control+Shift+Z', 'Control+Enter', ...['1', '2', '3', '4', '5', '6', '7', '8'].flatMap((n) => [n, `Alt+${n}`])]
const FIELDS = [new Area(), ...['text', 'search', 'tel', 'password', 'email', 'url', ''].map((type) => new Input(type)), Object.assign(new Element(), { isContentEditable: true })]

describe('in a text field', () => {
  it.each(['digits', 'withAlt', 'off'] as const)('nothing is heard but help, the guide, the lock and search, with the phases on %s', (phaseKeys) => {
    for (const field of FIELDS) {
      const heard = EVERY.filter((keys) => actionOf(press(keys, field), phaseKeys) !== null)
      expect(heard).toEqual(['F1', 'Shift+F1', 'Control+l', 'Meta+l', 'Control+f'])
    }
  })

  it('no letter, digit or mark of any layout does anything', () => {
    for (let code = 32; code < 383; code += 1) {
      const key = String.fromCharCode(code)
      for (const field of FIELDS) expect(actionOf({ ...press('x', field), key }, 'digits')).toBeNull()
    }
  })
})

describe('elsewhere', () => {
  const kindOf = (keys: string, phaseKeys: PhaseKeys = 'digits', target?: unknown) => {
    const action = actionOf(press(keys, target), phaseKeys)
    return action?.kind === 'phase' ? action.phase : (action?.kind ?? null)
  }

  it.each([
    ['F1', 'help'],
    ['Shift+F1', 'manual'],
    ['Control+l', 'lock'],
    ['Control+d', 'worklist'],
    ['Meta+d', 'worklist'],
    ['Control+Shift+D', null],
    ['d', null],
    ['Control+z', 'undo'],
    ['Control+Shift+Z', 'redo'],
    ['Control+Enter', 'next'],
    ['Control+Alt+l', null],
    ['Control+1', null],
    ['Shift+1', null],
    ['9', null],
    ['l', null],
  ])('%s does %o', (keys, does) => {
    expect(kindOf(keys)).toBe(does)
    expect(kindOf(keys, 'digits', new Input('checkbox'))).toBe(does)
  })

  it('a digit leads to its phase, alone, with Alt only, or not at all', () => {
    const led = (prefix: string, phaseKeys: PhaseKeys) => PHASES.map((_, at) => kindOf(`${prefix}${String(at + 1)}`, phaseKeys))
    const phases = PHASES.map(({ phase }) => phase)
    const none = phases.map(() => null)
    expect([led('', 'digits'), led('Alt+', 'digits')]).toEqual([phases, phases])
    expect([led('', 'withAlt'), led('Alt+', 'withAlt')]).toEqual([none, phases])
    expect([led('', 'off'), led('Alt+', 'off')]).toEqual([none, none])
    expect(['digits', 'withAlt', 'off'].map((keys) => phaseShortcut(3, keys as PhaseKeys))).toEqual(['3 Alt+3', 'Alt+3', undefined])
  })

  it('a list takes its own keys', () => {
    expect(kindOf('2', 'digits', new Select())).toBeNull()
  })

  it('help has one key everywhere: no field, list or screen takes it', () => {
    for (const target of [...FIELDS, new Element(), new Select()]) {
      for (const phaseKeys of ['digits', 'withAlt', 'off'] as const) expect(actionOf(press('F1', target), phaseKeys)).toEqual({ kind: 'help' })
    }
  })

  it('every shortcut is listed, with what was moved or switched off', () => {
    expect(shortcutList('digits').map(({ keys }) => keys)).toContain('1 – 8')
    expect(shortcutList('withAlt').map(({ keys }) => keys)).toContain('Alt+1 – Alt+8')
    const moved = (phaseKeys: PhaseKeys) => shortcutList(phaseKeys).filter((each) => each.moved).map(({ keys }) => keys)
    expect([moved('digits'), moved('withAlt'), moved('off')]).toEqual([[], ['Alt+1 – Alt+8'], ['']])
  })
})
