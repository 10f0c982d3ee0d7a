//! Ends of courses, boosters, the mirror and the log of supervision as the made-up core has them: enough for the pages and their tests.

import type { Booster, Change, Commands, Ending, MirrorItem, PersonCard, PersonId, Supervision } from '../generated/types'
import { freshId, TODAY, type FakePerson } from './caseload'
import type { FakeVault } from './vault'

type Refuse = (code: 'notFound' | 'dateOutOfRange', details?: Record<string, string>) => never
type Names = 'earlier_texts' | 'ending' | 'end_course' | 'take_ending_back' | 'save_booster' | 'remove_booster' | 'due_boosters' | 'where_were_we' | 'mirror' | 'answer_mirror' | 'supervision_log' | 'save_supervision' | 'remove_supervision'

const ITEMS: readonly [MirrorItem, string, boolean][] = [
  ['group-size', 'People in a session', false], ['length', 'Six months of weekly sessions', false], ['topics', 'Topics covered', false], ['handouts', 'Handouts given', false],
  ['supporters', 'Supporters take part', false], ['goals-set', 'A goal on record', false], ['goals-followed', 'Goals followed up', false], ['motivational', 'Motivational techniques', false],
  ['educational', 'Educational techniques', false], ['cognitive-behavioural', 'Cognitive-behavioural techniques', false], ['coping-skills', 'Coping skills training', true],
  ['relapse-prevention', 'Relapse prevention training', true], ['tailoring', 'Fitting medicine into daily life', true], ['curriculum', 'The curriculum is used', false],
  ['practice-planned', 'Home practice is planned', false], ['practice-reviewed', 'Home practice is looked at again', false], ['relationship', 'The relationship', true],
  ['recovery-orientation', 'Recovery comes first', true], ['structure', 'Structure and use of time', true], ['involve-all', 'Everybody takes part', true], ['mutual-support', 'People support each other', true],
]
const STEPS = ['Almost never', 'Seldom', 'At times', 'Mostly', 'Nearly always']

/** The commands about endings and about one's own work. */
export function endingCommands(vault: FakeVault, personOf: (id: PersonId) => FakePerson, card: (of: FakePerson) => PersonCard, refuse: Refuse): { [C in Names]: (ask: Commands[C][0]) => Commands[C][1] } {
  const endings = new Map<PersonId, Ending[]>()
  const boosters = new Map<PersonId, Booster[]>()
  const answers = new Map<string, { level: number | null; words: string }>()
  let meetings: Supervision[] = []
  const change = (op: string, person: PersonId | null, area: 'endings' | 'supervision', work: () => string | undefined): Change => vault.change({ op, person, areas: [area] }, work)
  const put = <T extends { id: string }>(list: readonly T[], one: T): T[] => (list.some((each) => each.id === one.id) ? list.map((each) => (each.id === one.id ? one : each)) : [...list, one])
  return {
    earlier_texts: () => ({ versions: [] }),
    ending: ({ person }) => {
      const of = personOf(person)
      const planned = boosters.get(person) ?? []
      const ended = endings.get(person) ?? []
      return structuredClone({
        endings: ended, boosters: planned, proposed: ended.length > 0 && planned.length === 0 ? ['2026-12-21', '2027-02-21', '2027-05-21'] : [],
        before: of.statements.length > 1 ? (of.statements.at(-1) ?? null) : null, now: of.statements[0] ?? null,
        goals: of.goals.map((goal) => ({ words: goal.words, status: goal.status, progress: goal.reviews.at(-1)?.progress ?? null, stepsDone: 0 })), best: [],
        papers: [{ form: 'staying-well-plan', title: 'Staying well plan', sheet: null, madeOn: null }], topics: [{ topic: 'what-comes-next', title: 'What comes next', met: false }], certificate: null,
      })
    },
    end_course: ({ person, ending, on, words }) => {
      if (on > TODAY) refuse('dateOutOfRange', { date: on })
      personOf(person)
      return change('end-course', person, 'endings', () => {
        const id = ending ?? freshId()
        endings.set(person, put(endings.get(person) ?? [], { id, on, words }))
        return id
      })
    },
    take_ending_back: ({ person, ending }) =>
      change('end-course', person, 'endings', () => {
        endings.set(person, (endings.get(person) ?? []).filter((each) => each.id !== ending))
        return undefined
      }),
    save_booster: ({ person, booster, plan }) =>
      change('plan-booster', person, 'endings', () => {
        const id = booster ?? freshId()
        boosters.set(person, put(boosters.get(person) ?? [], { id, ...plan }))
        return id
      }),
    remove_booster: ({ person, booster }) =>
      change('plan-booster', person, 'endings', () => {
        boosters.set(person, (boosters.get(person) ?? []).filter((each) => each.id !== booster))
        return undefined
      }),
    due_boosters: () => ({ boosters: [...boosters].flatMap(([person, all]) => all.filter((each) => each.outcome === null && each.on <= '2026-11-28').map((booster) => ({ person: card(personOf(person)), booster }))) }),
    where_were_we: () => ({ stopped: null, ended: null }),
    mirror: ({ person }) => ({
      from: '2026-10-01', until: '2026-12-31', before: '2026-07-01', after: null, person: person === null ? null : card(personOf(person)),
      seen: person === null ? vault.held.people.slice(0, 3).map(card) : [], sessions: 12,
      items: ITEMS.map(([item, title, asked], at) => {
        const answer = answers.get(item)
        return {
          item, number: at < 13 ? at + 1 : null, title, hint: 'Sessions in which it was so.', count: at < 16 ? { kind: 'share' as const, part: 3, whole: 12 } : null, level: person === null && at < 10 ? 2 : null, unverified: at > 3 && at < 13,
          steps: asked && person === null ? STEPS : [], chosen: answer?.level ?? null, words: answer?.words ?? '',
          evidence: at < 16 ? vault.held.people.slice(0, 2).map((of) => ({ person: card(of), holds: true, on: null, figure: 2, sessions: [] })) : [],
        }
      }),
    }),
    answer_mirror: ({ item, level, words }) =>
      change('answer-mirror', null, 'supervision', () => {
        answers.set(item, { level, words })
        return undefined
      }),
    supervision_log: () => ({ meetings: structuredClone(meetings), units: Math.floor(meetings.reduce((sum, each) => sum + (each.minutes ?? 0), 0) / 45), courseDays: meetings.filter((each) => each.kind === 'course').length }),
    save_supervision: ({ supervision, details }) => {
      if (details.on > TODAY) refuse('dateOutOfRange', { date: details.on })
      return change('save-supervision', null, 'supervision', () => {
        const id = supervision ?? freshId()
        meetings = put(meetings, { id, ...details })
        return id
      })
    },
    remove_supervision: ({ supervision }) =>
      change('save-supervision', null, 'supervision', () => {
        meetings = meetings.filter((each) => each.id !== supervision)
        return undefined
      }),
  }
}
