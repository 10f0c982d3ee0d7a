//! Words for what leads a meeting, and for a group's usual day.

import { m, weekdayNames } from '../../i18n'
import type { Role } from '../../ipc/generated/types'

export const ROLES: readonly Role[] = ['clinician', 'peer', 'student', 'coSigner']

export const roleName: Record<Role, () => string> = { clinician: m.role_clinician, peer: m.role_peer, student: m.role_student, coSigner: m.role_co_signer }

/** The name of a day of the week, from 1 for Monday. */
export function dayName(weekday: number): string {
  return weekdayNames()[weekday - 1] ?? ''
}

/** "10:00" of what the core calls "10:00:00". */
export function timeOf(begins: string | null): string {
  return begins?.slice(0, 5) ?? ''
}

/** The minutes in a text; `null` for none, and nothing for what is no length of a meeting. */
export function readMinutes(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const said = /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : 0
  return said >= 1 && said <= 1440 ? said : undefined
}
