import { describe, expect, it } from 'vitest'
import { useTransport } from './ipc/client'
import type { MakePaper } from './ipc/generated/types'
import { PagePreview } from './preview.svelte'

const ask = (note: string): MakePaper => ({ paper: { kind: 'note', note }, size: 'normal', format: null })
const pages = (svg: string) => ({ pages: [{ width: 1, height: 1, svg }] })

/** A core whose answers come when the test says so. */
function slow() {
  const answers: { note: string; give: (answer: unknown) => void; refuse: (error: unknown) => void }[] = []
  useTransport({
    call: (_name, request) =>
      new Promise((give, refuse) => {
        const { paper } = request as MakePaper
        answers.push({ note: paper.kind === 'note' ? paper.note : '', give, refuse })
      }),
    on: () => Promise.resolve(() => undefined),
  })
  return answers
}

const settle = () => new Promise((done) => setTimeout(done, 0))

describe('the preview', () => {
  it('shows only the newest pages, and asks for nothing in between', async () => {
    const answers = slow()
    const preview = new PagePreview()
    void preview.show(ask('old'))
    await settle()
    void preview.show(ask('between'))
    const newest = preview.show(ask('new'))
    await settle()
    expect(answers.map((each) => each.note)).toEqual(['old'])
    answers[0]?.give(pages('old'))
    await settle()
    expect(preview.pages).toEqual([])
    expect(answers.map((each) => each.note)).toEqual(['old', 'new'])
    answers[1]?.give(pages('new'))
    await newest
    expect(preview.pages.map((page) => page.svg)).toEqual(['new'])
    expect(preview.busy).toBe(false)
  })

  it('shows nothing that comes after it was stopped, and can begin again', async () => {
    const answers = slow()
    const preview = new PagePreview()
    const first = preview.show(ask('somebody'))
    await settle()
    preview.stop()
    answers[0]?.give(pages('somebody'))
    await first
    expect(preview.pages).toEqual([])
    expect(preview.busy).toBe(false)
    const second = preview.show(ask('anybody'))
    await settle()
    answers[1]?.give(pages('anybody'))
    await second
    expect(preview.pages.map((page) => page.svg)).toEqual(['anybody'])
  })

  it('keeps the pages before when new ones cannot be made, and says why', async () => {
    const answers = slow()
    const preview = new PagePreview()
    const first = preview.show(ask('a'))
    await settle()
    answers[0]?.give(pages('a'))
    await first
    const second = preview.show(ask('b'))
    await settle()
    answers[1]?.refuse({ code: 'internal', details: { what: 'press' } })
    await second
    expect(preview.pages.map((page) => page.svg)).toEqual(['a'])
    expect(preview.error?.code).toBe('internal')
  })

  it('clears the desk when nothing is asked for', async () => {
    const answers = slow()
    const preview = new PagePreview()
    const first = preview.show(ask('a'))
    await settle()
    answers[0]?.give(pages('a'))
    await first
    await preview.show(null)
    expect(preview.pages).toEqual([])
  })
})
