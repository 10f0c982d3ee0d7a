//! The line through time of the made-up core, and the goals on it that stand still.

import type { AttendanceCount, HandOffLine, LookBack, Note, SessionGlance, StandsStill, TimelineItem, TimelineView } from '../generated/types'
import type { FakePerson } from './caseload'
import { TODAY } from './caseload'

interface Past {
  of: FakePerson
  sessions: SessionGlance[]
  notes: readonly Note[]
  handedOff: readonly HandOffLine[]
}

/** Everything that happened, in no order. */
export function happened({ of, sessions, notes, handedOff }: Past): TimelineItem[] {
  return [
    ...handedOff.filter((each) => each.person?.id === of.person.id).map((each, i): TimelineItem => ({ key: `hand-off ${i}`, on: TODAY, what: { kind: 'handOff', what: each.what, topics: [], format: each.format, to: each.to, outcome: each.outcome } })),
    ...notes.filter((each) => each.person === of.person.id).map((each): TimelineItem => ({ key: `note ${each.id}`, on: each.on, what: { kind: 'note', note: each.id, number: sessions.find((session) => session.id === each.session)?.number ?? 0, signed: each.state.kind === 'signed', added: null, by: '' } })),
    ...of.practices.map((each): TimelineItem => ({ key: `promise ${each.id}`, on: each.agreedOn, what: { kind: 'promise', words: each.what, reviewed: false, result: null, happened: '' } })),
    ...of.goals.map((each): TimelineItem => ({ key: `goal ${each.id}`, on: each.setOn, what: { kind: 'goal', goal: each.id, words: each.words, became: 'active', reason: '', other: of.goals.find((other) => other.id === each.insteadOf)?.words ?? '' } })),
    ...of.statements.map((each, i): TimelineItem => ({ key: `statement ${each.id}`, on: each.on, what: { kind: 'statement', statement: each, first: i === of.statements.length - 1 } })),
    ...sessions.map((each): TimelineItem => ({ key: `session ${each.id}`, on: each.on, what: { kind: 'session', session: each } })),
  ]
}

/** The piece that was asked for. */
export function lookBack(all: TimelineItem[], { kinds, skip, most }: LookBack): TimelineView {
  const count = (kind: string) => all.filter((each) => each.what.kind === kind).length
  const shown = all.filter((each) => kinds.length === 0 || kinds.includes(each.what.kind)).sort((a, b) => b.on.localeCompare(a.on))
  return structuredClone({ items: shown.slice(skip, skip + most), count: shown.length, kinds: [...new Set(all.map((each) => each.what.kind))].map((kind) => ({ kind, count: count(kind) })) })
}

/** A goal that nobody has spoken of stands still. */
export function stillOf({ goals }: FakePerson): StandsStill[] {
  return goals.filter((goal) => goal.status === 'active' && goal.setOn < '2026-10-20').map((goal) => ({ goal: goal.id, since: goal.setOn, weeks: 6, talkedAbout: goal.reviews.length }))
}

export function attendanceOf(sessions: readonly Pick<SessionGlance, 'attendance'>[]): AttendanceCount {
  const count = (kind: string) => sessions.filter((each) => each.attendance.kind === kind).length
  return { came: count('present'), cancelled: count('cancelled'), noShow: count('noShow'), moved: count('moved') }
}
