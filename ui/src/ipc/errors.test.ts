import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../i18n/locale.svelte'
import { errorWords } from './errors'
import type { ErrorCode } from './generated/types'

const types = readFileSync(new URL('./generated/types.ts', import.meta.url), 'utf8')
const codes = [...(/export type ErrorCode = ([^;]+);/.exec(types)?.[1] ?? '').matchAll(/"(\w+)"/g)].map((found) => found[1] as ErrorCode)

afterEach(() => {
  i18n.lang = 'en'
})

describe('every error', () => {
  it('is known', () => {
    expect(codes.length).toBeGreaterThan(20)
  })

  it.each(codes)('%s says what happened and what to do next, in every language', (code) => {
    for (const lang of ['en', 'da', 'nb'] as const) {
      i18n.lang = lang
      const { text, next } = errorWords({ code, details: { path: '/data', what: 'x', date: '1', length: '1', longest: '2', group: '3' } })
      expect(text).toMatch(/[.)]$/)
      expect(next).toMatch(/\.$/)
      expect(text + next).not.toMatch(/undefined|\{/)
    }
  })

  it('names the mistyped group of a recovery code', () => {
    expect(errorWords({ code: 'wrongRecoveryCode', details: { group: '3' } }).text).toContain('Group 3')
  })

  it('writes figures as the language does', () => {
    i18n.lang = 'da'
    expect(errorWords({ code: 'tooLong', details: { longest: '200000' } }).text).toContain('200.000')
  })
})
