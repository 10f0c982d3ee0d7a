import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Variant = { declarations?: string[]; match: Record<string, string> }
type Message = string | Variant[]

const ROOT = new URL('../../messages/', import.meta.url)
const LOCALES = ['en', 'da', 'nb'] as const
const FILES = readdirSync(new URL('en/', ROOT)).filter((name) => name.endsWith('.json'))

function read(locale: string, file: string): Record<string, Message> {
  return JSON.parse(readFileSync(new URL(`${locale}/${file}`, ROOT), 'utf8')) as Record<string, Message>
}

/** The names in braces, and the inputs a variant message declares. */
function inputs(message: Message): string[] {
  const texts = typeof message === 'string' ? [message] : message.flatMap((variant) => Object.values(variant.match))
  const declared = typeof message === 'string' ? [] : message.flatMap((variant) => (variant.declarations ?? []).filter((line) => line.startsWith('input ')).map((line) => line.slice(6)))
  const used = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''))
  return [...new Set([...declared, ...used])].sort()
}

describe('the words of the screens', () => {
  it.each(FILES)('%s is whole in every language and asks for the same inputs', (file) => {
    const english = read('en', file)
    for (const locale of LOCALES) {
      const words = read(locale, file)
      expect(Object.keys(words).sort(), locale).toEqual(Object.keys(english).sort())
      for (const [key, message] of Object.entries(words)) {
        expect(inputs(message), `${locale} ${key}`).toEqual(inputs(english[key] ?? ''))
        const texts = typeof message === 'string' ? [message] : message.flatMap((variant) => Object.values(variant.match))
        for (const text of texts) expect(text.trim(), `${locale} ${key}`).not.toBe('')
      }
    }
  })

  it('names every message once, whatever file it stands in', () => {
    const keys = FILES.flatMap((file) => Object.keys(read('en', file)))
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('lists every file in the settings of the compiler', () => {
    const settings = readFileSync(new URL('../project.inlang/settings.json', ROOT), 'utf8')
    for (const file of FILES) expect(settings).toContain(`/${file}"`)
  })
})
