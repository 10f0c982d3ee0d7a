//! Groups as the made-up core has them: enough for the page and its tests.

import type { Area, Change, Colleague, Commands, ErrorCode, GroupCard, GroupLeft, GroupMeetingView, GroupSeries, LedBy, NoteCard, PersonCard, PersonId, PractitionerId, Role, SeriesId, SessionRecord, TitledTopic, TopicId } from '../generated/types'
import { COURSE, freshId, newSession, now, TODAY, type FakePerson } from './caseload'
import { TOPICS } from './pages'
import type { FakeVault } from './vault'

type Refuse = (code: ErrorCode, details?: Record<string, string>) => never
type Changed = (op: string, person: string | null, areas: Area[], work: () => unknown, forGood?: boolean) => Change
type Names =
  | 'practitioners' | 'save_practitioner' | 'set_leaders' | 'groups' | 'group' | 'save_group' | 'save_member' | 'open_group_meeting' | 'group_meeting'
  | 'plan_group_meeting' | 'say_who_came' | 'cover_topic' | 'close_group_meeting' | 'discard_group_meeting' | 'co_sign_note'

/** Somebody's time in a group. */
interface Member {
  person: PersonId
  series: SeriesId
  from: string
  until: string | null
}

/** A group's meeting with its plan. */
export interface FakeMeeting {
  id: string
  series: string
  on: string
  place: string
  topics: TopicId[]
  agenda: string
  minutes: number | null
}

/** What the vault holds of groups, and who leads what. */
export interface FakeGroups {
  colleagues: Colleague[]
  series: GroupSeries[]
  members: Member[]
  meetings: FakeMeeting[]
  /** Who leads a meeting, where that was said. */
  leaders: Record<string, [PractitionerId, Role][]>
}

export const KEEPER = 'keeper'

export function noGroups(): FakeGroups {
  return { colleagues: [], series: [], members: [], meetings: [], leaders: {} }
}

interface Around {
  vault: FakeVault
  refuse: Refuse
  changed: Changed
  personOf: (id: string) => FakePerson
  card: (of: FakePerson) => PersonCard
  noteCard: (session: string) => NoteCard | null
}

const MOST = 10
const titled = (topic: TopicId): TitledTopic => ({ topic, title: TOPICS.find((each) => each.id === topic)?.title ?? '', module: 'Recovery strategies' })

export function groupCommands({ vault, refuse, changed, personOf, card, noteCard }: Around) {
  const held = () => vault.held.groups
  const everybody = (): Colleague[] => [{ id: KEEPER, ...vault.held.practitioner, role: 'clinician', active: true, keeper: true }, ...held().colleagues]
  const seriesOf = (id: string) => held().series.find((each) => each.id === id) ?? refuse('notFound')
  const meetingOf = (id: string) => held().meetings.find((each) => each.id === id) ?? refuse('notFound')
  const isIn = (one: Member, day: string) => one.from <= day && (one.until === null || day <= one.until)
  const membersOf = (series: string, day: string) => held().members.filter((one) => one.series === series && isIn(one, day))
  const sessionsIn = (meeting: string) => vault.held.sessions.filter((each) => each.meeting === meeting)
  const ledBy = (leaders: readonly [PractitionerId, Role][]): LedBy[] =>
    leaders.flatMap(([id, role]) => everybody().filter((one) => one.id === id).map((one) => ({ practitioner: id, signature: one.title ? `${one.name}, ${one.title}` : one.name, role })))
  const leadersOf = (meeting: string): LedBy[] => ledBy(held().leaders[meeting] ?? [[KEEPER, 'clinician']])
  const isClosed = (meeting: string) => sessionsIn(meeting).length > 0 && sessionsIn(meeting).every((each) => each.closedAt !== null)
  const dayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() || 7

  const cardOf = (series: GroupSeries): GroupCard => {
    const meetings = held().meetings.filter((each) => each.series === series.id).toSorted((a, b) => b.on.localeCompare(a.on))
    const today = meetings.find((each) => each.on === TODAY)
    return {
      series, course: 'IMR, 11 modules', members: membersOf(series.id, TODAY).length, meetings: meetings.length, last: meetings[0]?.on ?? null,
      ended: series.until !== null && series.until < TODAY, meetsToday: series.weekday === dayOf(TODAY), meeting: today?.id ?? null, closed: today !== undefined && isClosed(today.id),
    }
  }
  const meetingView = (id: string): GroupMeetingView => {
    const meeting = meetingOf(id)
    const series = seriesOf(meeting.series)
    const sessions = sessionsIn(id)
    const ids = [...new Set([...membersOf(series.id, meeting.on).map((one) => one.person), ...sessions.map((each) => each.person)])]
    const people = ids.map((person) => {
      const session = sessions.find((each) => each.person === person)
      const of = personOf(person)
      return {
        person: card(of), session: session?.id ?? null, attendance: session?.attendance ?? null, closed: session ? session.closedAt !== null : false, goalTurn: session?.goalTurn ?? false, lastTurn: null,
        goals: of.goals.filter((each) => each.status === 'active').map((each) => each.words), practices: session?.practicesAgreed.map((each) => each.what) ?? [],
        topics: session?.topics.filter((each) => each.depth === 'covered').map((each) => each.topic) ?? [], note: session ? noteCard(session.id) : null,
      }
    })
    const names = people.map((part) => part.person.name)
    return {
      meeting: id, on: meeting.on, today: meeting.on === TODAY, place: meeting.place, series, ledBy: leadersOf(id), topics: meeting.topics.map(titled), agenda: meeting.agenda, minutes: meeting.minutes,
      named: names.filter((name) => meeting.agenda.includes(name.split(' ')[0] ?? name)), course: TOPICS.map((each) => titled(each.id)), next: TOPICS[0]?.id ?? null, people,
      waiting: people.filter((part) => part.attendance?.kind === 'present' && !part.goalTurn).map((part) => part.person.id), turns: 3, closed: isClosed(id),
    }
  }
  const inEach = (meeting: string, work: (session: SessionRecord) => void) => sessionsIn(meeting).filter((each) => each.closedAt === null).forEach(work)

  const commands: { [C in Names]: (ask: Commands[C][0]) => Commands[C][1] } = {
    practitioners: () => ({ practitioners: everybody() }),
    save_practitioner: ({ practitioner, name, title, role, active }) => {
      if (!name.trim()) refuse('nameMissing')
      return changed('save-practitioner', null, ['vault'], () => {
        const id = practitioner ?? freshId()
        const others = held().colleagues.filter((one) => one.id !== id)
        held().colleagues = [...others, { id, name, title, role, active, keeper: false }]
        return id
      })
    },
    set_leaders: ({ meeting, leaders }) =>
      changed('lead-meeting', null, ['sessions'], () => {
        held().leaders[meeting] = leaders.length > 0 ? leaders : [[KEEPER, 'clinician']]
      }),
    groups: () => ({ day: TODAY, groups: structuredClone(held().series.map(cardOf)) }),
    group: ({ series }) => {
      const of = cardOf(seriesOf(series))
      const meetings = held().meetings.filter((each) => each.series === series)
      return structuredClone({
        card: of, day: TODAY, ledBy: ledBy(of.series.practitioners), room: Math.max(0, MOST - of.members), aboveBest: of.members > 8,
        members: held().members.filter((one) => one.series === series).map((one) => ({ person: card(personOf(one.person)), from: one.from, until: one.until, isIn: isIn(one, TODAY) })),
        meetings: meetings.map((each) => ({ meeting: each.id, on: each.on, came: sessionsIn(each.id).filter((one) => one.attendance.kind === 'present').length, said: sessionsIn(each.id).length, closed: isClosed(each.id), topics: each.topics.map((topic) => titled(topic).title) })),
      })
    },
    save_group: ({ series, details }) => {
      if (!details.name.trim()) refuse('nameMissing')
      if (details.until !== null && details.until < details.from) refuse('groupEndsFirst')
      return changed('save-group', null, ['groups'], () => {
        const id = series ?? freshId()
        held().series = [...held().series.filter((each) => each.id !== id), { id, ...details }]
        return id
      })
    },
    save_member: ({ series, person, from, until }) => {
      const others = held().members.filter((one) => one.series === series && !(one.person === person && one.from === from))
      if (others.some((one) => one.person === person && isIn(one, from))) refuse('inGroupAlready')
      if (others.filter((one) => isIn(one, from)).length >= MOST) refuse('groupFull', { most: String(MOST) })
      return changed('save-member', person, ['groups'], () => {
        held().members = [...held().members.filter((one) => !(one.series === series && one.person === person && one.from === from)), { series, person, from, until }]
      })
    },
    open_group_meeting: ({ series, on }) => {
      const day = on ?? TODAY
      const there = held().meetings.find((each) => each.series === series && each.on === day)
      if (there) return vault.unchanged(there.id)
      const of = seriesOf(series)
      return changed('open-group-meeting', null, ['groups', 'sessions'], () => {
        const id = freshId()
        held().meetings.push({ id, series, on: day, place: of.place, topics: [], agenda: '', minutes: of.minutes })
        held().leaders[id] = of.practitioners
        return id
      })
    },
    group_meeting: ({ meeting }) => structuredClone(meetingView(meeting)),
    plan_group_meeting: ({ meeting, part }) =>
      changed('plan-group-meeting', null, ['groups'], () => {
        const of = meetingOf(meeting)
        if (part.kind === 'topics') of.topics = part.topics
        else if (part.kind === 'agenda') of.agenda = part.text
        else if (part.kind === 'minutes') of.minutes = part.minutes
        else of.place = part.text
      }),
    say_who_came: ({ meeting, people, attendance }) =>
      changed('start-session', people.length === 1 ? (people[0] ?? null) : null, ['groups', 'sessions'], () => {
        const of = meetingOf(meeting)
        for (const person of people) {
          let session = sessionsIn(meeting).find((each) => each.person === person)
          if (!session) {
            const number = vault.held.sessions.filter((each) => each.person === person).length + 1
            session = { ...newSession(personOf(person), number), meeting, format: 'group', on: of.on, place: of.place }
            vault.held.sessions.push(session)
          }
          session.attendance = attendance
          session.closedAt = attendance.kind === 'present' ? null : now()
        }
      }),
    cover_topic: ({ meeting, topic, depth }) => {
      if (!sessionsIn(meeting).some((each) => each.closedAt === null)) refuse('nobodyCame')
      return changed('record-session', null, ['groups', 'sessions'], () =>
        inEach(meeting, (session) => {
          session.topics = session.topics.filter((each) => each.topic !== topic)
          if (depth !== null) session.topics.push({ topic, pack: 'waymark', packVersion: '1.0.0', depth })
        }),
      )
    },
    close_group_meeting: ({ meeting, minutes }) =>
      changed('close-session', null, ['groups', 'sessions'], () =>
        inEach(meeting, (session) => {
          session.closedAt = now()
          session.lengthSaid = minutes ?? session.lengthSaid
        }),
      ),
    discard_group_meeting: ({ meeting, reason }) => {
      if (!reason.trim()) refuse('reasonMissing')
      return changed('discard-group-meeting', null, ['groups', 'sessions'], () => {
        vault.held.sessions = vault.held.sessions.filter((each) => each.meeting !== meeting)
        held().meetings = held().meetings.filter((each) => each.id !== meeting)
      }, true)
    },
    co_sign_note: ({ note, practitioner, name, words }) => {
      const of = vault.held.notes.find((each) => each.id === note) ?? refuse('notFound')
      const who = everybody().find((one) => one.id === practitioner) ?? refuse('notFound')
      if (who.keeper) refuse('coSignerSigned')
      if (name.trim().toLowerCase() !== who.name.toLowerCase()) refuse('coSignerDiffers')
      return changed('co-sign-note', of.person, ['notes'], () => {
        const id = freshId()
        of.addenda.push({ id, kind: 'coSignature', words, reason: '', at: now(), by: who.title ? `${who.name}, ${who.title}` : who.name, seal: '9c'.repeat(32) })
        return id
      }, true)
    },
  }
  const left = (): GroupLeft[] =>
    held().meetings.filter((each) => each.on < TODAY && !isClosed(each.id)).map((each) => ({ series: each.series, name: seriesOf(each.series).name, on: each.on, meeting: each.id, open: sessionsIn(each.id).filter((one) => one.closedAt === null).length }))
  return {
    commands, left, leadersOf,
    today: () => held().series.map(cardOf).filter((one) => one.meetsToday || one.meeting !== null),
    /** The name of the group a meeting is of. */
    groupOf: (meeting: string) => held().series.find((each) => each.id === held().meetings.find((one) => one.id === meeting)?.series)?.name ?? null,
    inGroups: (session: SessionRecord) => held().meetings.some((each) => each.id === session.meeting),
  }
}

/** A group on Saturdays, today's day in the made-up vault, with the first three people in it. */
export function aGroup(people: readonly FakePerson[]): FakeGroups {
  const id = freshId()
  const bo = freshId()
  return {
    ...noGroups(),
    colleagues: [{ id: bo, name: 'Bo Friis', title: 'Psychologist', role: 'coSigner', active: true, keeper: false }],
    series: [{ id, name: 'Lakeside group', course: COURSE, weekday: 6, begins: '13:00:00', minutes: 90, place: 'The yellow house', from: '2026-09-05', until: null, practitioners: [[KEEPER, 'clinician'], [bo, 'coSigner']] }],
    members: people.slice(0, 3).map((of) => ({ person: of.person.id, series: id, from: '2026-09-05', until: null })),
  }
}
