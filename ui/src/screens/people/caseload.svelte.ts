//! A list of people brought in from a table: which file, how it is understood, what is wrong with which row.

import { call } from '../../ipc/client'
import type { CaseloadColumn, CaseloadHow, CaseloadLine, CaseloadView, RowFault } from '../../ipc/generated/types'
import { m } from '../../i18n'
import { Work } from '../../work.svelte'

/** What a column can hold, in the order it is offered. */
export const COLUMNS = ['name', 'firstName', 'lastName', 'recordNumber', 'language', 'startedOn', 'nextMeeting'] as const satisfies readonly CaseloadColumn[]

export class Caseload extends Work {
  view = $state.raw<CaseloadView | null>(null)
  /** Lines that seem to be somebody who is there already and are brought in all the same. */
  also = $state.raw<ReadonlySet<number>>(new Set())
  /** How many were brought in; `null` before. */
  broughtIn = $state<number | null>(null)

  /** How many would come in now. */
  get coming(): number {
    return (this.view?.ready ?? 0) + this.also.size
  }

  /** Rows in which something is wrong. */
  get faulty(): readonly CaseloadLine[] {
    return this.view?.lines.filter((line) => line.faults.length > 0) ?? []
  }

  /** Rows that seem to be somebody who is there already. */
  get twice(): readonly CaseloadLine[] {
    return this.view?.lines.filter((line) => line.faults.length === 0 && line.twice !== null) ?? []
  }

  /** The first rows that are well, to see that the columns are right. */
  get well(): readonly CaseloadLine[] {
    return this.view?.lines.filter((line) => line.faults.length === 0 && line.twice === null) ?? []
  }

  /** Whether any column holds a day. */
  get hasDays(): boolean {
    return this.view?.how.columns.some((column) => column === 'startedOn' || column === 'nextMeeting') ?? false
  }

  /** Asks for a file and looks at it. */
  async choose(): Promise<void> {
    await this.run(async () => {
      const { path } = await call('choose_file', {})
      if (path !== null) await this.#look(path, null)
    })
  }

  /** Understands a column as something else; what it was taken for before no other column keeps. */
  async take(place: number, column: CaseloadColumn | null): Promise<void> {
    const how = this.view?.how
    if (!how) return
    const columns = how.columns.map((each, i) => (i === place ? column : each === column ? null : each))
    await this.#again({ ...how, columns })
  }

  async setDayFirst(dayFirst: boolean): Promise<void> {
    if (this.view) await this.#again({ ...this.view.how, dayFirst })
  }

  async setHeadings(headings: boolean): Promise<void> {
    if (this.view) await this.#again({ ...this.view.how, headings })
  }

  /** Brings somebody in all the same, or not. */
  choosing(line: number, all: boolean): void {
    const also = new Set(this.also)
    if (all) also.add(line)
    else also.delete(line)
    this.also = also
  }

  /** Brings everybody in. Tells whether it was done. */
  async bringIn(): Promise<boolean> {
    const view = this.view
    if (view === null) return false
    const coming = this.coming
    return this.run(async () => {
      await call('import_caseload', { path: view.path, how: view.how, seen: view.seen, also: [...this.also] })
      this.broughtIn = coming
      this.view = null
    })
  }

  #again(how: CaseloadHow): Promise<boolean> {
    const path = this.view?.path ?? ''
    return this.run(() => this.#look(path, how))
  }

  async #look(path: string, how: CaseloadHow | null): Promise<void> {
    this.view = await call('look_at_caseload', { path, how })
    this.also = new Set()
    this.broughtIn = null
  }
}

/** What each column is called. */
export const columnWords: Record<CaseloadColumn, () => string> = {
  name: m.caseload_column_name,
  firstName: m.caseload_column_first_name,
  lastName: m.caseload_column_last_name,
  recordNumber: m.people_record_number,
  language: m.people_language,
  startedOn: m.people_started,
  nextMeeting: m.people_next_meeting,
}

/** Says what is wrong with a row and what to do. */
export function faultWords(fault: RowFault): string {
  switch (fault.kind) {
    case 'nameMissing':
      return m.caseload_fault_name()
    case 'tooManyCells':
      return m.caseload_fault_cells()
    case 'tooLong':
      return m.caseload_fault_long({ column: columnWords[fault.column]() })
    case 'noDay':
      return m.caseload_fault_day({ text: fault.text, column: columnWords[fault.column]() })
    case 'ahead':
      return m.caseload_fault_ahead({ text: fault.text })
    case 'goneBy':
      return m.caseload_fault_gone({ text: fault.text })
    case 'farOff':
      return m.caseload_fault_far({ text: fault.text })
    case 'noLanguage':
      return m.caseload_fault_language({ text: fault.text })
  }
}

/** Says whom a row seems to be. */
export function twiceWords({ twice }: CaseloadLine): string {
  if (twice === null) return ''
  if (twice.line !== null) return twice.sameNumber ? m.caseload_twice_line_number({ line: twice.line }) : m.caseload_twice_line_name({ line: twice.line })
  return twice.sameNumber ? m.caseload_twice_number({ name: twice.name }) : m.caseload_twice_name({ name: twice.name })
}
