import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import type { Answer, Block, Document, Field, Input, OfferView } from '../../ipc/generated/types'
import DocumentPage from './DocumentPage.svelte'

const field = (id: string, label: string, input: Input): Field => ({ id, label, hint: '', input, layout: { breadth: 'whole', marked: 'nowhere' } })

const BLOCKS: Block[] = [
  {
    kind: 'worksheet', id: 'signs', title: 'Signs', intro: '', many: false,
    parts: [
      { kind: 'field', field: field('mine', 'What I notice', { kind: 'longText', lines: 3 }) },
      { kind: 'field', field: field('since', 'Since when', { kind: 'date' }) },
    ],
  },
  { kind: 'formLink', id: 'link', form: 'diary', title: 'Sleep diary', purpose: '', words: [{ kind: 'plain', text: 'Open it.' }] },
  { kind: 'services', id: 'near', about: 'services', title: 'Near me', empty: 'Ask.', entries: [{ name: 'Old', phone: '1', hours: '', whatFor: '', checkedOn: '2025-01-01' }, { name: 'New', phone: '2', hours: '', whatFor: '', checkedOn: '2026-06-01' }] },
]

const offer = (field: string, said: string): OfferView => ({ block: 'signs', field, words: said, topic: 'triggers', title: 'My triggers', number: '7.2' })

function page(props: { answers?: Answer[]; offers?: OfferView[]; open?: boolean; onForm?: () => void; lang?: 'en' | 'da' } = {}): string {
  const document: Document = { kind: 'sheet', title: 'Plan', purpose: '', lang: props.lang ?? 'en', person: null, date: '2026-11-21', source: null, topic: 'plan', sheet: 'copy', weighed: null, blocks: BLOCKS, answers: props.answers ?? [] }
  const { body } = render(DocumentPage, { props: { document, offers: props.offers ?? [], answer: props.open === false ? undefined : () => undefined, onForm: props.onForm } })
  // What is read, without the tags and the marks the renderer leaves.
  return body.replace(/<!--.*?-->/gs, '')
}

const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('words offered beside a field', () => {
  it('stand there verbatim with their place, and a button that names words and field', () => {
    const html = page({ offers: [offer('mine', 'teh  phone')] })
    expect(text(html)).toContain('You wrote in 7.2 My triggers: “teh phone”')
    expect(html).toContain('teh  phone')
    expect(html).toMatch(/role="group" aria-label="Your own words for “What I notice”"/)
    expect(text(html)).toContain('Use these words : “teh phone”, in “What I notice”')
  })

  it('are only shown beside what cannot hold words', () => {
    const html = page({ offers: [offer('since', '2026-10-01')] })
    expect(text(html)).toContain('“2026-10-01”')
    expect(html).not.toContain('use-words')
  })

  it('say so when the field holds them already', () => {
    const html = page({ offers: [offer('mine', 'phone')], answers: [{ key: { topic: 'plan', block: 'signs', field: 'mine', row: 0, sheet: 'copy' }, value: { kind: 'text', value: 'My phone.' } }] })
    expect(text(html)).toContain('Stands here already')
    expect(html).not.toContain('use-words')
  })

  it('fold when there are many', () => {
    const html = page({ offers: ['a', 'b', 'c', 'd', 'e'].map((said) => offer('mine', said)) })
    expect(html.indexOf('“c”')).toBeLessThan(html.indexOf('<details'))
    expect(html.indexOf('“d”')).toBeGreaterThan(html.indexOf('<details'))
    expect(text(html)).toContain('2 more')
  })

  it('are not offered where nobody can write', () => {
    expect(text(page({ offers: [offer('mine', 'phone')], open: false }))).not.toContain('phone')
  })

  it('speak the language of the page', () => {
    expect(text(page({ offers: [offer('mine', 'x')], lang: 'da' }))).toContain('Du skrev i 7.2 My triggers: »x« Brug ordene')
  })
})

describe('a form that a page leads to', () => {
  it('can be opened where somebody listens, and is text alone elsewhere', () => {
    expect(text(page({ onForm: () => undefined }))).toContain('Open this page : Sleep diary')
    expect(page()).not.toContain('open-form-diary')
  })
})

describe('services on a page', () => {
  it('are marked when nobody has checked them for more than a year', () => {
    const said = text(page())
    expect(said).toContain('Last checked 1 January 2025. That is more than a year ago: call first.')
    expect(said).toMatch(/Last checked 1 June 2026 *$/)
    expect(said.match(/more than a year ago/g)).toHaveLength(1)
  })
})
