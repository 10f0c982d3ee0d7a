//! What each error says and what to do next. A code without a row does not compile.

import { m } from '../i18n/generated/messages.js'
import { missingWords } from '../i18n/consents'
import { number } from '../i18n/format'
import type { ApiError, ErrorCode } from './generated/types'

export interface ErrorWords {
  /** How loud it is: most are a clay line, danger is for what threatens the record. */
  severity: 'attention' | 'danger'
  text: string
  next: string
}

type Details = Partial<Record<string, string>>

const figure = (digits: string | undefined) => (digits ? number(Number(digits)) : '')

const ERRORS: Record<ErrorCode, (details: Details) => ErrorWords> = {
  noVault: () => ({ severity: 'attention', text: m.error_no_vault(), next: m.error_no_vault_next() }),
  vaultExists: () => ({ severity: 'attention', text: m.error_vault_exists(), next: m.error_vault_exists_next() }),
  locked: () => ({ severity: 'attention', text: m.error_locked(), next: m.error_locked_next() }),
  wrongPassphrase: () => ({ severity: 'attention', text: m.error_wrong_passphrase(), next: m.error_wrong_passphrase_next() }),
  wrongRecoveryCode: (d) =>
    d.group
      ? { severity: 'attention', text: m.error_wrong_recovery_group({ group: d.group }), next: m.error_wrong_recovery_group_next() }
      : { severity: 'attention', text: m.error_wrong_recovery_code(), next: m.error_wrong_recovery_code_next() },
  weakPassphrase: () => ({ severity: 'attention', text: m.error_weak_passphrase(), next: m.error_weak_passphrase_next() }),
  damaged: () => ({ severity: 'danger', text: m.error_damaged(), next: m.error_damaged_next() }),
  notAVault: () => ({ severity: 'attention', text: m.error_not_a_vault(), next: m.error_not_a_vault_next() }),
  newerVersion: () => ({ severity: 'attention', text: m.error_newer_version(), next: m.error_newer_version_next() }),
  inUse: () => ({ severity: 'attention', text: m.error_in_use(), next: m.error_in_use_next() }),
  folderGone: (d) => ({ severity: 'danger', text: m.error_folder_gone({ path: d.path ?? '' }), next: m.error_folder_gone_next() }),
  readOnly: (d) => ({ severity: 'danger', text: m.error_read_only({ path: d.path ?? '' }), next: m.error_read_only_next() }),
  diskFull: (d) => ({ severity: 'danger', text: m.error_disk_full({ path: d.path ?? '' }), next: m.error_disk_full_next() }),
  notFound: (d) =>
    d.why === 'changed'
      ? { severity: 'attention', text: m.error_changed_since(), next: m.error_changed_since_next() }
      : { severity: 'attention', text: m.error_not_found(), next: m.error_not_found_next() },
  stillNeeded: () => ({ severity: 'attention', text: m.error_still_needed(), next: m.error_still_needed_next() }),
  nameMissing: () => ({ severity: 'attention', text: m.error_name_missing(), next: m.error_name_missing_next() }),
  reasonMissing: () => ({ severity: 'attention', text: m.error_reason_missing(), next: m.error_reason_missing_next() }),
  nameDiffers: () => ({ severity: 'attention', text: m.error_name_differs(), next: m.error_name_differs_next() }),
  reasonNames: () => ({ severity: 'attention', text: m.error_reason_names(), next: m.error_reason_names_next() }),
  consentMissing: (d) => ({ severity: 'attention', text: m.error_consent_missing({ name: d.name ?? '', things: missingWords(d.items ?? '') }), next: m.error_consent_missing_next() }),
  eventEndsFirst: () => ({ severity: 'attention', text: m.error_event_ends_first(), next: m.error_event_ends_first_next() }),
  consentEndsFirst: () => ({ severity: 'attention', text: m.error_consent_ends_first(), next: m.error_consent_ends_first_next() }),
  consentEmpty: () => ({ severity: 'attention', text: m.error_consent_empty(), next: m.error_consent_empty_next() }),
  groupFull: () => ({ severity: 'attention', text: m.error_group_full(), next: m.error_group_full_next() }),
  inGroupAlready: () => ({ severity: 'attention', text: m.error_in_group_already(), next: m.error_in_group_already_next() }),
  groupEndsFirst: () => ({ severity: 'attention', text: m.error_group_ends_first(), next: m.error_group_ends_first_next() }),
  nobodyCame: () => ({ severity: 'attention', text: m.error_nobody_came(), next: m.error_nobody_came_next() }),
  coSignerSigned: () => ({ severity: 'attention', text: m.error_co_signer_signed(), next: m.error_co_signer_signed_next() }),
  coSignerDiffers: () => ({ severity: 'attention', text: m.error_co_signer_differs(), next: m.error_co_signer_differs_next() }),
  dateOutOfRange: (d) => ({ severity: 'attention', text: m.error_date_out_of_range({ date: d.date ?? '' }), next: m.error_date_out_of_range_next() }),
  tooLong: (d) => ({ severity: 'attention', text: m.error_too_long({ longest: figure(d.longest) }), next: m.error_too_long_next() }),
  answerDoesNotFit: () => ({ severity: 'attention', text: m.error_answer_does_not_fit(), next: m.error_answer_does_not_fit_next() }),
  alreadySigned: () => ({ severity: 'attention', text: m.error_already_signed(), next: m.error_already_signed_next() }),
  sessionClosed: () => ({ severity: 'attention', text: m.error_session_closed(), next: m.error_session_closed_next() }),
  unconfirmed: () => ({ severity: 'attention', text: m.error_unconfirmed(), next: m.error_unconfirmed_next() }),
  pinShape: () => ({ severity: 'attention', text: m.error_pin_shape(), next: m.error_pin_shape_next() }),
  noPin: () => ({ severity: 'attention', text: m.error_no_pin(), next: m.error_no_pin_next() }),
  screenTurned: () => ({ severity: 'attention', text: m.error_screen_turned(), next: m.error_screen_turned_next() }),
  badRequest: (d) => ({ severity: 'danger', text: m.error_bad_request({ what: d.what ?? '' }), next: m.error_bad_request_next() }),
  notATable: (d) =>
    d.why === 'changed'
      ? { severity: 'attention', text: m.error_not_a_table_changed(), next: m.error_not_a_table_changed_next() }
      : { severity: 'attention', text: d.why === 'empty' ? m.error_not_a_table_empty() : d.why === 'tooLarge' ? m.error_not_a_table_large() : m.error_not_a_table(), next: m.error_not_a_table_next() },
  tooManyRows: (d) => ({ severity: 'attention', text: m.error_too_many_rows({ rows: figure(d.rows), most: figure(d.most) }), next: m.error_too_many_rows_next() }),
  content: (d) => ({ severity: 'attention', text: m.error_content({ what: d.what ?? '' }), next: m.error_content_next() }),
  cannotWrite: (d) => ({ severity: 'attention', text: m.error_cannot_write({ path: d.path ?? '' }), next: m.error_cannot_write_next() }),
  cannotPrint: () => ({ severity: 'attention', text: m.error_cannot_print(), next: m.error_cannot_print_next() }),
  noWorksheets: () => ({ severity: 'attention', text: m.error_no_worksheets(), next: m.error_no_worksheets_next() }),
  noSuchPages: (d) => ({ severity: 'attention', text: d.count ? m.error_no_such_pages_of({ count: figure(d.count) }) : m.error_no_such_pages(), next: m.error_no_such_pages_next() }),
  notAForm: (d) =>
    d.why === 'changed'
      ? { severity: 'attention', text: m.error_not_a_form_changed(), next: m.error_not_a_form_changed_next() }
      : { severity: 'attention', text: m.error_not_a_form(), next: m.error_not_a_form_next() },
  stopped: () => ({ severity: 'attention', text: m.error_stopped(), next: m.error_stopped_next() }),
  nothingNext: () => ({ severity: 'attention', text: m.error_nothing_next(), next: m.error_nothing_next_next() }),
  internal: (d) => ({ severity: 'danger', text: m.error_internal({ what: d.what ?? '' }), next: m.error_internal_next() }),
}

/** Gives the sentence for an error and the one for what to do next. */
export function errorWords(error: ApiError): ErrorWords {
  return ERRORS[error.code](error.details)
}
