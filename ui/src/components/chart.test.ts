import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import LineChart from './LineChart.svelte'

const draw = (points: { on: string; value: number }[]) => render(LineChart, { props: { points, lowest: 1, highest: 5, label: 'How it goes: 3 results' } }).body
const dots = (html: string) => [...html.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map((found) => [Number(found[1]), Number(found[2])])

describe('a line of results', () => {
  it('stands in the order of the days, as far apart as they were, and higher for more', () => {
    const [first, second, third] = dots(draw([{ on: '2026-11-10', value: 5 }, { on: '2026-09-01', value: 1 }, { on: '2026-10-06', value: 3 }]))
    if (!first || !second || !third) throw new Error('three dots')
    expect(second[0]).toBeCloseTo(((first[0] ?? 0) + (third[0] ?? 0)) / 2, 0)
    expect(first[1]).toBeGreaterThan(second[1] ?? 0)
    expect(second[1]).toBeCloseTo(((first[1] ?? 0) + (third[1] ?? 0)) / 2, 0)
  })

  it('bears two results of one day', () => {
    for (const [x, y] of dots(draw([{ on: '2026-11-10', value: 2 }, { on: '2026-11-10', value: 4 }]))) {
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
    }
  })

  it('has words for those who do not see it', () => {
    expect(draw([{ on: '2026-11-10', value: 2 }])).toContain('role="img" aria-label="How it goes: 3 results"')
  })
})
