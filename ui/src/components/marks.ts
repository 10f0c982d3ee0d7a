//! How the lines of a chart are told apart: by the shape of their points and their dashes, never by colour, as on paper.

export const SHAPES = ['ring', 'square', 'triangle', 'diamond'] as const

export type Shape = (typeof SHAPES)[number]

/** The shape of a line, by its place among the others. */
export function shapeOf(place: number): Shape {
  return SHAPES[place % SHAPES.length] ?? 'ring'
}

/** The dashes of a line with this shape; none for the first. */
export const DASHES: Record<Shape, string | undefined> = { ring: undefined, square: '7 4', triangle: '2 4', diamond: '8 3 2 3' }
