//! Which errors speak of what was asked, and which of the disk, the vault or the program.

import type { ApiError, ErrorCode } from './generated/types'

/** A code that is not named here counts as a failure, which holds back more and loses nothing. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'answerDoesNotFit',
  'dateOutOfRange',
  'tooLong',
  'badRequest',
  'notFound',
  'nameMissing',
  'alreadySigned',
  'sessionClosed',
])

/** Tells whether the core said no to this very request, so that the same again would be refused again. */
export function isRefusal(error: ApiError): boolean {
  return REFUSALS.has(error.code)
}
