import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import type { AnswerValue, Block, Document, Field, Input, Lang } from '../../ipc/generated/types'
import DateField from '../DateField.svelte'
import type { Place } from '../place'
import DocumentPage from './DocumentPage.svelte'

const field = (id: string, input: Input): Field => ({ id, label: id, hint: '', input, layout: { breadth: 'little', marked: 'nowhere' } })
const NOWHERE: Place = { begun: () => undefined, typed: (_words, tell) => tell() }
const SHEET: Block = {
  kind: 'worksheet', id: 'w', title: 'W', intro: '', many: false,
  parts: [field('slept', { kind: 'number', min: 0, max: 24 }), field('on', { kind: 'date' })].map((each) => ({ kind: 'field' as const, field: each })),
}

/** What the two fields show, and the sentences beside them. */
function shown(lang: Lang, answers: Record<string, AnswerValue>) {
  const given = Object.entries(answers).map(([id, value]) => ({ key: { topic: 't', block: 'w', field: id, row: 0, sheet: null }, value }))
  const document: Document = { kind: 'sheet', title: 'T', purpose: '', lang, person: null, date: '2026-11-21', source: null, topic: 't', sheet: null, weighed: null, blocks: [SHEET], answers: given }
  const html = render(DocumentPage, { props: { document, answer: () => undefined, place: () => NOWHERE } }).body.replace(/<!--.*?-->/gs, '')
  const values = [...html.matchAll(/<input[^>]* value="([^"]*)"/g)].map((found) => found[1])
  const sentences = [...html.matchAll(/data-testid="problem"[^>]*>([^<]*)</g)].map((found) => found[1])
  return { values, sentences }
}

describe('a field for a number or a day', () => {
  it('shows what is kept, as the language of the page writes it', () => {
    const kept: Record<string, AnswerValue> = { slept: { kind: 'number', value: 7.5 }, on: { kind: 'date', value: '2026-04-03' } }
    expect(shown('en', kept)).toEqual({ values: ['7.5', '03/04/2026'], sentences: [] })
    expect(shown('da', kept)).toEqual({ values: ['7,5', '03.04.2026'], sentences: [] })
    expect(shown('nb', kept)).toEqual({ values: ['7,5', '03.04.2026'], sentences: [] })
  })

  it('shows what was typed and does not fit, each with one sentence of its own', () => {
    const { values, sentences } = shown('nb', { slept: { kind: 'asTyped', value: '25' }, on: { kind: 'asTyped', value: 'i påsken' } })
    expect(values).toEqual(['25', 'i påsken'])
    expect(sentences).toEqual([
      'Lagret slik det er skrevet: det er ikke et tall fra 0 til 24, så det teller ikke med.',
      'Lagret slik det er skrevet: det er ikke en dato som 21.11.2026.',
    ])
    expect(shown('en', { slept: { kind: 'number', value: 30 } }).sentences).toHaveLength(1)
    expect(shown('en', { on: { kind: 'asTyped', value: '3/4/1066' } }).sentences[0]).toContain('01/01/1900')
  })
})

describe('a day under its label', () => {
  const html = (value: string | null, withTime = false) => render(DateField, { props: { label: 'Next', value, place: NOWHERE, today: '2026-11-21', withTime, testid: 'next' } }).body
  it('is typed, never the browser’s own, and has a calendar beside it', () => {
    expect(html('2026-04-03')).toContain('value="03/04/2026"')
    expect(html('2026-04-03')).toContain('aria-haspopup="dialog"')
    expect(html('2026-04-03T09:30:00', true)).toContain('value="09:30"')
    expect(html(null)).not.toMatch(/type="(date|time|datetime-local)"/)
  })
})
