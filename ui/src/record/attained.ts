//! How a goal compares with what was hoped, in words and by the number that goes with them (goal attainment scaling).

import { m, number } from '../i18n'
import type { Attainment } from '../ipc/generated/types'

export const attainedName: Record<Attainment, () => string> = {
  muchLess: m.goals_attained_muchLess,
  less: m.goals_attained_less,
  expected: m.goals_attained_expected,
  more: m.goals_attained_more,
  muchMore: m.goals_attained_muchMore,
}

const ATTAINED = Object.keys(attainedName) as Attainment[]

/** The number, −2 to 2. */
export function attainedNumber(attainment: Attainment): number {
  return ATTAINED.indexOf(attainment) - 2
}

/** That number with its sign, as people write it. */
export function signed(attainment: Attainment): string {
  const value = attainedNumber(attainment)
  return value > 0 ? `+${number(value)}` : number(value)
}
