import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import LineChart from './LineChart.svelte'

const draw = (...lines: { on: string; value: number }[][]) => render(LineChart, { props: { series: lines.map((points, i) => ({ name: lines.length > 1 ? `R${String(i)}` : '', points })), lowest: 1, highest: 5, label: 'How it goes: 3 results' } }).body
const dots = (html: string) => [...html.matchAll(/<circle[^>]* cx="([\d.]+)" cy="([\d.]+)"/g)].map((found) => [Number(found[1]), Number(found[2])])

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

  it('tells lines apart by the shape of their points and by dashes, and names them', () => {
    const html = draw([{ on: '2026-09-01', value: 2 }, { on: '2026-11-10', value: 4 }], [{ on: '2026-10-01', value: 3 }, { on: '2026-10-02', value: 3 }])
    // One more of each in the list of names.
    expect(html.match(/<circle/g)).toHaveLength(3)
    expect(html.match(/<rect/g)).toHaveLength(3)
    expect(html.match(/stroke-dasharray/g)).toHaveLength(1)
    expect(html).toMatch(/<li[ >].*R0.*<li[ >].*R1/s)
    expect(draw([{ on: '2026-09-01', value: 2 }])).not.toMatch(/<li[ >]/)
  })

  it('shares one axis of days among all lines, and keeps a value beyond the scale on the drawing', () => {
    const [first] = dots(draw([{ on: '2026-09-01', value: 9 }], [{ on: '2026-10-01', value: 3 }], [{ on: '2026-09-01', value: 3 }]))
    expect(first).toEqual([44, 20])
  })
})
