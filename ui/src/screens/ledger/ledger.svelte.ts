//! The ledger on the screen: which part of it is looked at, and what its entries say.

import { app } from '../../app.svelte'
import { call } from '../../ipc/client'
import type { Area, LedgerKind, LedgerLine, LedgerView, LookThroughLedger, Op, PersonCard } from '../../ipc/generated/types'
import { m } from '../../i18n'
import { Shown } from '../../shown.svelte'

export const KINDS = ['created', 'changed', 'signed', 'left', 'erased', 'vault'] as const satisfies readonly LedgerKind[]

export class Ledger extends Shown<LedgerView> {
  lines = $state.raw<readonly LedgerLine[] | null>(null)
  more = $state(false)
  kind = $state<LedgerKind | 'all'>('all')
  only = $state.raw<PersonCard | null>(null)
  from = $state<string | null>(null)
  until = $state<string | null>(null)
  /** Whose record was on the screen last, which the ledger can be limited to. */
  readonly near = app.near

  /** Who there is, once somebody chooses whose part is looked at. */
  people = $state.raw<readonly PersonCard[]>([])

  protected readonly areas: readonly Area[] = ['vault', 'people', 'statements', 'goals', 'sessions', 'groups', 'practices', 'supporters', 'answers', 'events', 'outcomes', 'notes', 'handOffs', 'endings', 'supervision']

  get ask(): LookThroughLedger {
    return { person: this.only?.id ?? null, kind: this.kind === 'all' ? null : this.kind, from: this.from, until: this.until, before: null }
  }

  protected read(): Promise<LedgerView> {
    return call('look_through_ledger', this.ask)
  }

  protected take(view: LedgerView): void {
    this.lines = view.lines
    this.more = view.more
  }

  /** Asks who there is. */
  async askPeople(): Promise<void> {
    await this.attempt(async () => (this.people = (await call('people', {})).people.map(({ card }) => card)))
  }

  limit(to: PersonCard | null): void {
    this.only = to
    void this.load()
  }

  /** Where the table was saved; empty before. */
  saved = $state('')

  /** Asks where to, and saves what is looked at, to its end, as a table. */
  async save(): Promise<void> {
    this.saved = ''
    await this.run(async () => {
      const { path } = await call('save_ledger', { which: this.ask, name: m.ledger_title() })
      if (path !== null) this.saved = m.saved_to({ path })
    }, 'save')
  }

  /** Adds the entries before those that are shown. */
  async further(): Promise<void> {
    const lines = this.lines ?? []
    await this.run(async () => {
      const view = await call('look_through_ledger', { ...this.ask, before: lines.at(-1)?.sequence ?? null })
      this.lines = [...lines, ...view.lines]
      this.more = view.more
    })
  }
}

export const kindWords: Record<LedgerKind, () => string> = {
  created: m.ledger_kind_created,
  changed: m.ledger_kind_changed,
  signed: m.ledger_kind_signed,
  left: m.ledger_kind_left,
  erased: m.ledger_kind_erased,
  vault: m.ledger_kind_vault,
}

/** What was done. A new action without words does not compile. */
export const opWords: Record<Op, () => string> = {
  createVault: m.ledger_op_create_vault,
  openVault: m.ledger_op_open_vault,
  openWithRecoveryCode: m.ledger_op_open_with_code,
  migrate: m.ledger_op_migrate,
  changePassphrase: m.ledger_op_change_passphrase,
  setPin: m.ledger_op_set_pin,
  savePractitioner: m.ledger_op_save_practitioner,
  leadMeeting: m.ledger_op_lead_meeting,
  saveGroup: m.ledger_op_save_group,
  saveMember: m.ledger_op_save_member,
  openGroupMeeting: m.ledger_op_open_group_meeting,
  planGroupMeeting: m.ledger_op_plan_group_meeting,
  discardGroupMeeting: m.ledger_op_discard_group_meeting,
  coSignNote: m.ledger_op_co_sign_note,
  saveSnippet: m.ledger_op_save_snippet,
  loadSample: m.ledger_op_load_sample,
  addPerson: m.ledger_op_add_person,
  addPeople: m.ledger_op_add_people,
  editPerson: m.ledger_op_edit_person,
  addStatement: m.ledger_op_add_statement,
  saveGoal: m.ledger_op_save_goal,
  saveSupporter: m.ledger_op_save_supporter,
  giveConsent: m.ledger_op_give_consent,
  withdrawConsent: m.ledger_op_withdraw_consent,
  addContact: m.ledger_op_add_contact,
  endCourse: m.ledger_op_end_course,
  planBooster: m.ledger_op_plan_booster,
  saveSupervision: m.ledger_op_save_supervision,
  answerMirror: m.ledger_op_answer_mirror,
  startSession: m.ledger_op_start_session,
  recordSession: m.ledger_op_record_session,
  moveInSession: m.ledger_op_move_in_session,
  closeSession: m.ledger_op_close_session,
  reopenSession: m.ledger_op_reopen_session,
  discardSession: m.ledger_op_discard_session,
  sayWhatHappened: m.ledger_op_say_what_happened,
  answer: m.ledger_op_answer,
  addSheet: m.ledger_op_add_sheet,
  savePlanCopy: m.ledger_op_save_plan_copy,
  addRehearsal: m.ledger_op_add_rehearsal,
  setReviewDay: m.ledger_op_set_review_day,
  draftNote: m.ledger_op_draft_note,
  saveEvent: m.ledger_op_save_event,
  takeAwayEvent: m.ledger_op_take_away_event,
  followPlan: m.ledger_op_follow_plan,
  leavePlan: m.ledger_op_leave_plan,
  measure: m.ledger_op_measure,
  signNote: m.ledger_op_sign_note,
  addAddendum: m.ledger_op_add_addendum,
  handOff: m.ledger_op_hand_off,
  backUp: m.ledger_op_back_up,
  restore: m.ledger_op_restore,
  newKey: m.ledger_op_new_key,
  addPractitioner: m.ledger_op_add_practitioner,
  acknowledge: m.ledger_op_acknowledge,
  import: m.ledger_op_import,
  merge: m.ledger_op_merge,
  takeTheirs: m.ledger_op_take_theirs,
  erase: m.ledger_op_erase,
  undo: m.ledger_op_undo,
  redo: m.ledger_op_redo,
}
