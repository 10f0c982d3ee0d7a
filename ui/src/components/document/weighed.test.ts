import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import type { Block, Document, Weighed } from '../../ipc/generated/types'
import DocumentPage from './DocumentPage.svelte'

const key = (id: string): Block => ({ kind: 'keyPoint', id, words: [{ kind: 'plain', text: id }] })
const play = (id: string): Block => ({ kind: 'rolePlay', id, title: `Play ${id}`, scene: [], steps: [], lookFor: [] })
const practice = (goals: string[]): Block => ({ kind: 'practiceOptions', id: 'try', title: 'Try', goals, options: [{ id: 'walk', label: 'For your goal: walk' }] })
const FIGURE: Block = {
  kind: 'figure', id: 'barrel', alt: 'A "barrel" <of rain>', caption: 'The barrel',
  drawing: {
    width: 1000, height: 300,
    shapes: [
      { kind: 'path', steps: [{ kind: 'move', to: [0, 10] }, { kind: 'curve', from: [1, 2], by: [3, 4], to: [50, 60] }, { kind: 'close' }], pen: { line: 'bold', dash: 'dashed', fill: 'soft' } },
      { kind: 'label', at: [500, 40], anchor: 'middle', strong: false, lines: ['Rain', '<script>x</script>'] },
    ],
  },
}

function page(blocks: Block[], weighed: Weighed | null = null, lang: 'en' | 'da' | 'nb' = 'en'): string {
  const document: Document = { kind: 'handout', title: 'T', purpose: '', lang, person: null, date: '2026-11-21', source: null, topic: 't', sheet: null, weighed, blocks, answers: [] }
  return render(DocumentPage, { props: { document } }).body.replace(/<!--.*?-->/gs, '')
}

describe('a page that weighs its tasks', () => {
  it('names the one that matters, and says once above the others that they can be left out', () => {
    const html = page([play('a'), play('b'), key('k'), play('c')], { matters: 'c', more: ['a', 'b'] })
    expect(html.match(/More, if you like/g)).toHaveLength(1)
    expect(html.indexOf('More, if you like')).toBeLessThan(html.indexOf('Play a'))
    const matters = html.slice(html.indexOf('data-testid="matters"'))
    expect(matters).toContain('The one thing on this page')
    expect(matters).toContain('Play c')
    expect(matters).not.toContain('Play b')
  })

  it('says so in the language of the page', () => {
    const weighed = { matters: 'c', more: ['a'] }
    expect(page([play('a'), play('c')], weighed, 'da')).toContain('Mere, hvis du har lyst')
    expect(page([play('a'), play('c')], weighed, 'nb')).toContain('Det viktigste på denne siden')
  })
})

describe('what can be tried', () => {
  it('stands under what the person is working towards, in their words', () => {
    const html = page([practice(['Play in a <b>band</b>'])])
    expect(html).toContain('What I am working towards')
    expect(html).toContain('Play in a &lt;b>band&lt;/b>')
    expect(html.indexOf('band')).toBeLessThan(html.indexOf('For your goal: walk'))
    expect(page([practice([])])).not.toContain('What I am working towards')
  })
})

describe('a figure', () => {
  it('is drawn from its data, and its words stay words', () => {
    const html = page([FIGURE])
    expect(html).toContain('aria-label="A &quot;barrel&quot; &lt;of rain')
    expect(html).toContain('d="M0 10C1 2 3 4 50 60Z"')
    expect(html).toContain('&lt;script>')
    expect(html).not.toContain('<script')
    expect(html).toContain('<tspan x="500" y="80">')
    expect(html).toContain('The barrel</figcaption>')
  })
})
