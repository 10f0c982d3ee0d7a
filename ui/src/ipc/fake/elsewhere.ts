//! What comes from elsewhere, as the made-up core has it: a form that was filled in, and a record from another computer.

import type { Answer, ArchiveConflict, ArchivePlan, PersonCard, ReadBackLine } from '../generated/types'

/** Whether a file is a form that was filled in. */
export const isForm = (path: string) => path.endsWith('.pdf')

/** What came back on the only form that was ever filled in, beside what stands among somebody's answers. */
export function returnedLines(answers: readonly Answer[]): ReadBackLine[] {
  const now = (name: string) => {
    const value = answers.find(({ key }) => key.sheet === null && `${key.topic}/${key.block}/${key.field}/${String(key.row)}` === name)?.value
    return value && 'value' in value ? String(value.value) : ''
  }
  const line = (name: string, page: string, asks: string, found: string, copy: boolean): ReadBackLine => ({ name, page, asks, found, copy, now: copy ? '' : now(name), same: !copy && now(name) === found })
  return [
    line('what-helps/tried/words/0', 'What helps in recovery', 'What has helped you on a hard day?', 'Walking down to the lake before it gets dark.\nAnd my sister calls.', false),
    line('what-helps/moving/words/0', 'What helps in recovery', 'Moving my body', 'I already do this', false),
    line('staying-well-plan/signs/mine/0', 'My own plan', 'Signs that I am getting worse', 'I stop answering my phone.', true),
    line('staying-well-plan/keep/mine/0', 'My own plan', 'What I want to keep', 'The walk on Sundays.', true),
  ]
}

/** What a record from another computer holds: what differs from the one here, one entry of it under a signed note. */
export function archivePlan(here: PersonCard | null): ArchivePlan {
  const differs = (table: string, field: string, ours: string, theirs: string, more: Partial<ArchiveConflict> = {}): ArchiveConflict => ({ table, field, ours, theirs, row: `{"id":"${table}"}`, about: '', on: null, signed: false, together: field, ...more })
  const call = { row: '{"id":"step"}', about: 'Call Tom', together: 'status' }
  return {
    person: here?.id ?? 'elsewhere', name: here?.name ?? 'Maria Halvorsen', known: here !== null, here,
    added: [{ table: 'session', rows: 2 }, { table: 'note', rows: 1 }], same: 41,
    conflicts: [
      differs('person', 'record_number', here?.recordNumber ?? '', '0418'),
      differs('goal', 'words', 'Play in a band', 'Play in a band again', { about: 'Play in a band', on: '2026-10-10' }),
      differs('step', 'status', 'active', 'achieved', call),
      differs('step', 'done_on', '', '2026-11-18', call),
      differs('session', 'summary_words', 'I knew more than I thought.', 'I know more now.', { on: '2026-11-11', signed: true, together: null }),
      differs('meeting', 'place', 'Room 2', 'Room 4', { on: '2026-11-11', together: null }),
    ],
  }
}
