//! The values of a chart as the rows of a table.

interface Line {
  points: readonly { on: string; value: number }[]
}

/** One day, with what each line has there. */
export interface ValueRow {
  on: string
  values: (number | undefined)[]
}

/** Makes a row for each day in order, and another where a line has a second result on one. */
export function rowsOf(lines: readonly Line[]): ValueRow[] {
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ on }) => on)))].toSorted()
  return days.flatMap((on) => {
    const given = lines.map(({ points }) => points.filter((point) => point.on === on).map(({ value }) => value))
    const most = Math.max(...given.map((values) => values.length))
    return Array.from({ length: most }, (_, nth) => ({ on, values: given.map((values) => values[nth]) }))
  })
}
