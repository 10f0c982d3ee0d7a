//! Made-up people for the development page and component tests. Nobody here exists.

import { NOTE_FORMATS } from '../generated/rules'
import type { CourseMap, Goal, NextTopic, Note, NoteFacts, NoteFormat, NoteSectionKind, Person, Practice, RecoveryStatement, SessionRecord, SheetCard, SupporterCard, Timestamp } from '../generated/types'
import type { FakeOutcomes } from './outcomes'
import { TOPICS } from './pages'

export const TODAY = '2026-11-21'
export const COURSE = 'eleven-modules'
export const MODULE = 'recovery-strategies'
export const TRACKS = [{ id: 'bipolar', title: 'Bipolar disorder' }, { id: 'own-words', title: 'Without a diagnosis' }]

export interface FakePerson {
  person: Person
  statements: RecoveryStatement[]
  goals: Goal[]
  practices: Practice[]
  sheets: SheetCard[]
  supporters?: SupporterCard[]
  outcomes?: FakeOutcomes
  covered: number
}

let counter = 0
/** Makes ids that look like ids and are the same on every start. */
export function freshId(): string {
  counter += 1
  return `00000000-0000-7000-8000-${String(counter).padStart(12, '0')}`
}

let clock = Date.parse(`${TODAY}T10:24:00Z`)
/** The fake's clock: a second goes by with every question. */
export function now(): Timestamp {
  clock += 1000
  return { millis: clock, offset: 60 }
}

function person(name: string, record: string, colour: number, next: string | null): Person {
  return { id: freshId(), colour, addedAt: now(), preferredName: name, recordNumber: record, language: 'en', printSize: 'normal', course: COURSE, track: null, pace: 'weekly', startedOn: '2026-09-01', nextMeeting: next, active: true }
}

function statement(words: string, on: string): RecoveryStatement {
  return { id: freshId(), words, given: 'said', on, chime: ['meaning'], recordedAt: now() }
}

function goal(words: string, why: string, short: string, steps: [string, boolean][]): Goal {
  return {
    id: freshId(), words, why, setOn: '2026-10-10', status: 'active', endedOn: null, reason: '', insteadOf: null, modules: [], reviews: [],
    shortTerm: [{ id: freshId(), words: short, status: 'active', startedOn: null, doneOn: null, steps: steps.map(([text, done]) => ({ id: freshId(), words: text, helper: '', byWhen: '2026-11-28', resources: '', obstacle: '', status: done ? 'achieved' : 'active', doneOn: done ? '2026-11-02' : null })) }],
  }
}

function practice(what: string, when: string, withWhom: string): Practice {
  return { id: freshId(), agreedIn: freshId(), agreedOn: '2026-11-14', review: null, what, when, place: '', withWhom, materials: '', reminder: '', why: '', confidence: 7, obstacle: '', goal: null, topic: 'what-recovery-means' }
}

/** Makes the caseload anew. */
export function makePeople(): FakePerson[] {
  return [
    { person: person('Maria Halvorsen', '0417', 0, `${TODAY}T10:00:00`), statements: [statement('Getting my mornings back.', '2026-10-03'), statement('Being less tired.', '2026-09-08')], goals: [goal('Play in a band again', 'It is the only place I forget the time.', 'Play with one other person', [['Restring the guitar', true], ['Write to Tom', true], ['Call the music shop about a room', false]])], practices: [practice('Walk to the library with Ann', 'Tuesday after lunch', 'Ann')], sheets: [], covered: 1 },
    { person: person('Jonas Berg', '0388', 3, `${TODAY}T11:15:00`), statements: [statement('To be the one my boy calls when he has scored a goal, and to be awake enough to hear about it.', '2026-10-20')], goals: [goal('See my son every other weekend', 'He is eight.', 'One whole afternoon together', [['Ask Lene which Saturday', true], ['Buy swimming trunks', false]])], practices: [practice('Write down three things that went well', 'Before bed', ''), practice('Ring Lene about Saturday', 'Thursday evening', '')], sheets: [], covered: 3 },
    { person: person('Aisha Khan', '0402', 4, `${TODAY}T13:30:00`), statements: [], goals: [], practices: [], sheets: [], covered: 0 },
    { person: person('Poul-Erik Sørensen-Østergaard', '0311', 5, '2026-11-24T09:00:00'), statements: [statement('Ro i hovedet og en kop kaffe på bænken.', '2026-08-12')], goals: [], practices: [practice('Sidde på bænken ti minutter', 'Hver formiddag', '')], sheets: [], covered: 5 },
    { person: person('Ingrid Nilsen', '0429', 2, '2026-11-26T14:00:00'), statements: [statement('Cooking for people I love without checking the stove nine times.', '2026-11-01')], goals: [goal('Cook Sunday dinner for my sister', '', 'One dish, start to end', [['Choose a dish', true]])], practices: [], sheets: [], covered: 2 },
  ]
}

/** The course with what somebody has met of it. */
export function courseMap(covered: number): CourseMap {
  return {
    id: COURSE, title: 'Eleven modules', tracks: TRACKS, track: null,
    expected: { from: '2027-06-01', until: '2027-09-01', pace: 'weekly', title: 'Once a week', source: 'As most sites do it.' },
    modules: [{ id: MODULE, number: 1, title: 'Recovery Strategies', topics: TOPICS.map((topic, i) => ({ id: topic.id, number: topic.number, title: topic.title, depth: i < covered ? 'covered' : i === covered && covered > 0 ? 'partly' : null, lastOn: i < covered ? '2026-11-07' : null, reached: { read: i <= covered && covered > 0, discussed: i < covered, practised: i === 0 && covered > 0, takenHome: i === 0 && covered > 0 } })) }],
  }
}

/** What comes next for somebody. */
export function nextTopic(covered: number): NextTopic | null {
  const topic = TOPICS[covered]
  return topic ? { topic: topic.id, number: topic.number, title: topic.title, why: covered === 0 ? 'first' : 'nextInModule' } : null
}

/** A session just begun. */
export function newSession(of: FakePerson, number: number): SessionRecord {
  const phases = ['arrive', 'lastTime', 'practiceReview', 'goals', 'agenda', 'topic', 'practicePlan', 'close'] as const
  return {
    id: freshId(), person: of.person.id, meeting: freshId(), format: 'oneToOne', number, on: TODAY, startedAt: now(), closedAt: null, lengthSaid: null, attendance: { kind: 'present' }, place: '', othersPresent: '', goalTurn: false,
    phases: phases.map((phase) => ({ phase, state: phase === 'arrive' ? 'opened' : 'ahead', seconds: 0 })), current: 'arrive',
    majorProblem: null, problemWords: '', problemAction: '', recalled: null, recalledWords: '', practicesReviewed: of.practices.filter((each) => !each.review), goalReviews: [], agenda: '', personItem: '',
    topics: [], techniques: [], skill: null, skillWords: '', practicesAgreed: [], summaryWords: '', nextPlan: '', nextMeeting: null, reviewSkipped: '', planSkipped: '',
  }
}

/** What is printed with a note of a session. */
export function noteFacts(session: SessionRecord, of: FakePerson, ledBy: string): NoteFacts {
  return { name: of.person.preferredName, recordNumber: of.person.recordNumber, number: session.number, minutes: 47, enteredOn: null, place: session.place, site: '', meeting: session.format, practitioners: [ledBy], editions: session.topics.map(({ pack, packVersion }) => ({ pack, packVersion })) }
}

/** A note drafted from a session. */
export function newNote(session: SessionRecord, of: FakePerson, format: NoteFormat = 'imr'): Note {
  const facts = {
    came: `${of.person.preferredName} came.`, goal: of.goals[0]?.words ?? '', promised: of.practices[0]?.what ?? '', topic: 'Topic 1.2, What helps in recovery: covered.',
    agreed: session.practicesAgreed.map((each) => each.what).join('\n'), own: session.summaryWords ? `“${session.summaryWords}”` : '', next: session.nextPlan,
  }
  const told: Partial<Record<NoteSectionKind, (keyof typeof facts)[]>> = {
    attendance: ['came'], recoveryGoal: ['goal'], practiceReviewed: ['promised'], educational: ['topic'], practiceAgreed: ['agreed'], response: ['own'], plan: ['next'],
    data: ['came', 'promised', 'goal', 'topic', 'own'], nextSteps: ['agreed', 'next'], behaviour: ['came', 'promised', 'goal'], intervention: ['topic'],
    subjective: ['promised', 'goal', 'own'], objective: ['came', 'topic'],
    plainMeeting: ['came'], plainSince: ['promised'], plainGoals: ['goal'], plainDone: ['topic'], plainWords: ['own'], plainNext: ['agreed', 'next'],
  }
  const texts = NOTE_FORMATS[format].map((kind) => [kind, (told[kind] ?? []).map((fact) => facts[fact]).filter((fact) => fact !== '').join('\n\n')] as const)
  return { id: freshId(), session: session.id, person: of.person.id, on: session.on, lang: 'en', format, state: { kind: 'draft' }, addenda: [], sections: texts.map(([kind, drafted]) => ({ kind, drafted, text: drafted, judgement: '', unconfirmed: (told[kind] ?? []).includes('goal') && facts.goal !== '' })) }
}
