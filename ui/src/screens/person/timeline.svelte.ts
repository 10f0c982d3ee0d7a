//! One line through time: which kinds are shown, how far back, and what each thing that happened says.
//!
//! A new kind of thing is a line in [`KINDS`] and one in [`LINES`]; without them this does not compile.

import { app } from '../../app.svelte'
import { call } from '../../ipc/client'
import type { Area, Attendance, Happened, PersonId, TimelineItem, TimelineKind, TimelineView } from '../../ipc/generated/types'
import { clock, list, m, number } from '../../i18n'
import { hashOf } from '../../router'
import { scoreWords } from '../../score'
import { Shown } from '../../shown.svelte'
import { howWords, whatWords } from '../handoff/handoff.svelte'
import type { PersonDesk } from './person.svelte'
import { contactName, eventName, resultName, statementSource } from './words'

/** What is drawn at a time. */
const PIECE = 30

/** What each kind is called, in the order in which one chooses among them. */
export const KINDS: Record<TimelineKind, () => string> = {
  session: m.timeline_kind_session,
  missed: m.timeline_kind_missed,
  note: m.timeline_kind_note,
  statement: m.timeline_kind_statement,
  goal: m.timeline_kind_goal,
  promise: m.timeline_kind_promise,
  sheet: m.timeline_kind_sheet,
  result: m.timeline_kind_result,
  contact: m.timeline_kind_contact,
  event: m.timeline_kind_event,
  ending: m.timeline_kind_ending,
  handOff: m.timeline_kind_handOff,
}

/** What one thing that happened says. */
export interface Line {
  title: string
  /** Somebody's own words; set as a quotation. */
  words?: string
  /** What is said beside them. */
  more?: string[]
  /** Where it leads, and what that is called. */
  lead?: { label: string; due?: boolean; href?: string; open?: () => void }
}

type Of<K extends TimelineKind> = Extract<Happened, { kind: K }>

const LINES: { [K in TimelineKind]: (what: Of<K>, desk: PersonDesk) => Line } = {
  session: ({ session }, desk) => {
    const closed = session.note?.signed
      ? { label: m.person_note_signed(), href: hashOf({ screen: 'note', id: session.note.id }) }
      : { label: session.note ? m.person_note_draft() : m.person_note_write(), due: true, open: () => void desk.note(session) }
    return {
      title: m.meeting_n({ count: session.number }) + (session.minutes === null ? '' : `, ${m.person_session_minutes({ count: session.minutes })}`),
      more: [absent(session.attendance), list(session.topics), session.enteredOn ? m.days_entered_on({ day: session.enteredOn }) : ''],
      lead: session.closed ? closed : { label: m.person_go_on(), href: hashOf({ screen: 'session', id: session.id }) },
    }
  },
  missed: ({ at }) => ({ title: m.timeline_missed({ time: clock(at) }), lead: { label: m.timeline_open(), href: hashOf({ screen: 'worklist' }) } }),
  note: (what) => {
    const n = { number: number(what.number) }
    const title = what.added !== null ? m.timeline_note_added({ ...n, by: what.by }) : what.signed ? m.timeline_note_signed(n) : m.timeline_note_draft(n)
    return { title, ...(what.added === null ? {} : { words: what.added }), lead: { label: m.timeline_open(), href: hashOf({ screen: 'note', id: what.note }) } }
  },
  statement: ({ statement, first }) => ({ title: first ? m.timeline_statement_first() : m.timeline_statement(), words: statement.words, more: [statementSource(statement)] }),
  goal: ({ goal, words, became, reason, other }, desk) => {
    const found = desk.view?.goals.find((each) => each.id === goal)
    const linked = other === '' ? '' : became === 'active' ? m.goals_in_place_of({ words: quoted(other) }) : m.goals_became({ words: quoted(other) })
    return {
      title: { active: m.timeline_goal_active, achieved: m.timeline_goal_achieved, changed: m.timeline_goal_changed, dropped: m.timeline_goal_dropped }[became](),
      words,
      more: [reason === '' ? '' : m.goals_because({ words: quoted(reason) }), linked],
      ...(found ? { lead: { label: m.timeline_open(), open: () => void desk.editGoal(found) } } : {}),
    }
  },
  promise: ({ words, reviewed, result, happened }) => ({
    title: reviewed ? m.timeline_promise_reviewed({ result: result ? resultName[result]() : m.person_result_none() }) : m.timeline_promise(),
    words,
    more: [happened === '' ? '' : m.person_promise_happened({ words: quoted(happened) })],
  }),
  sheet: ({ sheet, title, version, about }, desk) => ({
    title: version > 0 ? m.timeline_sheet_version({ title, version: number(version) }) : m.timeline_sheet({ title }),
    more: [about === '' ? '' : m.person_sheet_about({ words: quoted(about) })],
    lead: { label: m.timeline_open(), open: () => void desk.openSheet(sheet) },
  }),
  result: ({ sheet, title, score, least }, desk) => ({ title, more: [score ? scoreWords(score, least) : ''], lead: { label: m.timeline_open(), open: () => void desk.openSheet(sheet) } }),
  contact: ({ supporter, name, how, words }, desk) => ({
    title: m.timeline_contact({ name, how: contactName[how]() }),
    more: [words],
    lead: { label: m.timeline_open(), open: () => desk.openSupporter(supporter) },
  }),
  event: ({ event, ended }) => ({
    title: ended ? m.timeline_event_ended({ what: eventName[event.kind]() }) : eventName[event.kind](),
    ...(event.words === '' ? {} : { words: event.words }),
    more: [event.hours === null ? '' : m.timeline_event_hours({ hours: number(event.hours) })],
  }),
  ending: ({ words, booster }) => ({
    title: booster === null ? m.timeline_ending() : { held: m.timeline_booster_held, letGo: m.timeline_booster_let_go }[booster](),
    ...(words === '' ? {} : { words }),
  }),
  handOff: ({ what, topics, format, to, outcome }) => ({
    title: [whatWords({ what, draft: false }), list(topics)].filter(Boolean).join(': '),
    more: [[howWords({ format, outcome }), to === '' ? '' : m.timeline_to({ name: to })].filter(Boolean).join(' · ')],
  }),
}

/** Says what one thing that happened says. */
export function lineOf<K extends TimelineKind>(what: Of<K>, desk: PersonDesk): Line {
  const line = (LINES[what.kind] as (what: Of<K>, desk: PersonDesk) => Line)(what, desk)
  return { ...line, more: (line.more ?? []).filter((each) => each !== '') }
}

const ABSENT = { cancelled: m.days_absent_cancelled, noShow: m.days_absent_no_show, moved: m.days_absent_moved }

/** Why a meeting did not take place, in the words there are. */
function absent(attendance: Attendance): string {
  if (attendance.kind === 'present') return ''
  const what = ABSENT[attendance.kind]()
  return attendance.reason ? m.days_absent_because({ what, reason: attendance.reason }) : what
}

const quoted = (words: string) => `${m.quote_open()}${words}${m.quote_close()}`

interface Kept {
  kinds: TimelineKind[]
  shown: number
  /** What one went to from the line; `null` when one left it another way. */
  opened: string | null
}

export class Timeline extends Shown<TimelineView> {
  view = $state.raw<TimelineView | null>(null)
  protected readonly areas: readonly Area[] = ['people', 'statements', 'goals', 'sessions', 'practices', 'supporters', 'answers', 'events', 'endings', 'notes', 'handOffs']

  /** Only these kinds; all when empty. */
  kinds = $state.raw<TimelineKind[]>([])
  /** The same for keeping: what is read while a screen is taken down is what stood before the last changes. */
  #kept: TimelineKind[] = []
  /** How many are asked for. */
  #most = PIECE
  /** What one comes back from. */
  readonly opened: string | null

  constructor(private readonly id: PersonId) {
    super()
    const kept = app.kept.get(this.#place) as Kept | undefined
    if (kept) {
      this.kinds = this.#kept = kept.kinds
      this.#most = kept.shown
    }
    this.opened = kept?.opened ?? null
  }

  get #place(): string {
    return `timeline/${this.id}`
  }

  /** Where one was, for coming back: the kinds, how far back, and what was opened. */
  keep(opened: string | null): void {
    app.kept.set(this.#place, { kinds: this.#kept, shown: this.#most, opened } satisfies Kept)
  }

  get items(): readonly TimelineItem[] {
    return this.view?.items ?? []
  }

  /** How many there are of all kinds together. */
  get all(): number {
    return (this.view?.kinds ?? []).reduce((sum, each) => sum + each.count, 0)
  }

  /** Shows only some kinds, or all, from the newest on. */
  async show(kind: TimelineKind | null): Promise<void> {
    this.kinds = kind === null ? [] : this.kinds.includes(kind) ? this.kinds.filter((each) => each !== kind) : [...this.kinds, kind]
    this.#kept = this.kinds
    this.#most = PIECE
    await this.load()
  }

  /** Shows as many more; those that are there stay. */
  async more(): Promise<void> {
    if (!this.view) return
    const before = this.view
    this.#most += PIECE
    await this.attempt(async () => {
      const next = await call('look_back', { person: this.id, kinds: this.kinds, skip: before.items.length, most: PIECE })
      // Something was touched meanwhile, and all of it was asked for again.
      if (this.view === before) this.view = { ...next, items: [...before.items, ...next.items] }
    })
  }

  protected override whose() {
    return this.id
  }

  protected read(): Promise<TimelineView> {
    return call('look_back', { person: this.id, kinds: this.kinds, skip: 0, most: this.#most })
  }

  protected take(view: TimelineView): void {
    this.view = view
  }
}
