//! Made-up forms, what a person has filled in of them, and packs, for the development page and component tests.

import type { Answer, Block, Document, ExampleView, FormCard, FormCopy, GoalId, HeldCopy, Lang, OfferView, PackProblem, PackView, PersonForm, PersonLine, PlanFacts, Rehearsal, Score } from '../generated/types'
import { field } from './fields'

const draft = { status: 'draft' as const }

export const FORMS: readonly FormCard[] = [
  { id: 'staying-well-plan', kind: 'plan', title: 'My plan for staying well', purpose: 'Keep signs, helpers and first steps in one place.', module: 'recovery-strategies', moduleTitle: 'Recovery Strategies', review: draft, instrument: null },
  { id: 'sleep-diary', kind: 'log', title: 'Sleep diary', purpose: 'See how your nights go over a week.', module: null, moduleTitle: '', review: draft, instrument: null },
  { id: 'how-it-goes', kind: 'instrument', title: 'How it goes', purpose: 'Look at four parts of your life.', module: null, moduleTitle: '', review: draft, instrument: { rater: 'person', better: 'higher', wording: 'paraphrase', score: 'mean', least: 3, otherRater: null } },
  { id: 'letter-to-a-friend', kind: 'letter', title: 'A letter to somebody who helps', purpose: 'Say what helps, and what does not.', module: null, moduleTitle: '', review: draft, instrument: null },
]

const AREAS = ['home', 'friends', 'days', 'sleep'] as const

const PAGES: Record<string, Block[]> = {
  'staying-well-plan': [
    {
      kind: 'worksheet', id: 'signs', title: 'My early signs', intro: 'Small changes that come first.', many: false,
      parts: [
        { kind: 'field', field: field('mine', 'What I notice first', { kind: 'longText', lines: 3 }) },
        { kind: 'group', id: 'helpers', title: 'Who helps', rows: 2, layout: 'table', fields: [field('who', 'Who', { kind: 'text' }), field('how', 'How', { kind: 'text' })] },
        { kind: 'field', field: field('since', 'Since when', { kind: 'date' }) },
      ],
    },
    { kind: 'formLink', id: 'diary', form: 'sleep-diary', title: 'Sleep diary', purpose: 'See how your nights go over a week.', words: [{ kind: 'plain', text: 'Sleep is often the first thing to change.' }] },
    { kind: 'services', id: 'crisis', about: 'crisis', title: 'Whom I call', empty: 'Ask for two numbers.', entries: [{ name: 'Lakeside crisis team', phone: '555 0142', hours: 'Every day, 8–22', whatFor: '', checkedOn: '2025-09-01' }] },
  ],
  'sleep-diary': [{ kind: 'worksheet', id: 'nights', title: 'This week', intro: '', many: false, parts: [{ kind: 'group', id: 'nights', title: '', rows: 7, layout: 'table', fields: [field('night', 'Night', { kind: 'text' }), field('hours', 'Hours slept', { kind: 'number', min: 0, max: 24 })] }] }],
  'how-it-goes': [{ kind: 'rating', id: 'items', title: 'How are things now?', intro: 'One mark in each row.', levels: [1, 2, 3, 4, 5].map((n) => ({ id: String(n), label: String(n) })), rows: AREAS.map((id) => ({ id, label: id, hint: '' })) }],
  'letter-to-a-friend': [{ kind: 'worksheet', id: 'letter', title: 'Dear …', intro: '', many: false, parts: [{ kind: 'field', field: field('words', 'What helps me', { kind: 'longText', lines: 6 }) }] }],
}

/** Finished examples: what each shows, and what a made-up person wrote there. */
const EXAMPLES = [
  { id: 'example-staying-well', title: 'Example: Amira’s plan for staying well', of: 'staying-well-plan', block: null, answers: { 'signs/mine': 'I stop answering my sister, and I sleep in my clothes.', 'signs/who': 'My sister', 'signs/how': 'She calls on Sundays, and comes if I do not answer.' } },
  { id: 'example-step-by-step', title: 'Example: Amira, step by step', of: 'what-helps', block: 'problem-solving', answers: { 'problem-solving/problem': 'The bus to the lake goes only once an hour.', 'problem-solving/idea': 'Ask my sister to pick me up', 'problem-solving/good': 'We can talk in the car' } },
]

/** Names the examples of what stands on a page. */
export function examplesOf(topic: string): ExampleView[] {
  return EXAMPLES.filter(({ of }) => of === topic).map(({ id, title, block }) => ({ form: id, title, block }))
}

/** Makes the page of an example, with the blocks of what it shows; nothing for what is none. */
export function exampleDocument(id: string, language: Lang, day: string, topicBlocks: (topic: string) => Block[]): Document | null {
  const example = EXAMPLES.find((each) => each.id === id)
  if (!example) return null
  const blocks = (PAGES[example.of] ?? topicBlocks(example.of)).filter((each) => each.kind === 'worksheet')
  const answers = Object.entries(example.answers).map(([place, value]): Answer => {
    const [block = '', name = ''] = place.split('/')
    return { key: { topic: id, block, field: name, row: 0, sheet: null }, value: { kind: 'text', value } }
  })
  return { ...formDocument(id, language, day, null, null, answers), title: example.title, purpose: 'As Amira, 34, has filled it in. Yours will look different.', blocks }
}

/** One filled copy of a form. */
export interface Copy {
  id: string
  form: string
  person: string
  madeOn: string
  /** Whether it was filled on paper. */
  onPaper?: boolean
  about: GoalId | null
  reviewOn?: string | null
  held?: Omit<HeldCopy, 'name' | 'version' | 'earlier'>[]
  rehearsals?: Rehearsal[]
}

/** Makes the page of a form. */
export function formDocument(form: string, language: Lang, day: string, person: PersonLine | null, sheet: string | null, answers: Answer[]): Document {
  const card = FORMS.find((each) => each.id === form)
  return {
    kind: 'sheet', title: card?.title ?? '', purpose: card?.purpose ?? '', lang: language, person, date: day, topic: form, sheet, weighed: null, blocks: PAGES[form] ?? [], answers,
    source: { pack: 'Waymark core', version: '1.0.0', review: draft, module: card?.moduleTitle ?? '', number: '' },
  }
}

/** Scores the one instrument there is: the mean of its answered rows. */
export function scoreOf(form: string, answers: readonly Answer[]): Score | null {
  const facts = FORMS.find((each) => each.id === form)?.instrument
  if (!facts) return null
  const values = answers.flatMap(({ value }) => (value.kind === 'choice' ? [Number(value.value)] : []))
  const enough = values.length >= facts.least
  return { answered: values.length, items: AREAS.length, value: enough ? { over: values.reduce((sum, value) => sum + value, 0), under: values.length } : null, lowest: { over: 1, under: 1 }, highest: { over: 5, under: 1 }, other: null }
}

/** Puts a form together with somebody's copies of it, newest first. */
export function personForm(card: FormCard, copies: readonly Copy[], answersOf: (copy: Copy) => Answer[], factsOf: (versions: Copy[]) => PlanFacts | null): PersonForm {
  const its = copies.filter((copy) => copy.form === card.id)
  return {
    ...card,
    current: card.module !== null,
    plan: factsOf(its),
    copies: its.map((copy): FormCopy => {
      const answers = answersOf(copy)
      const words = answers.find(({ value }) => value.kind === 'text')?.value
      return { id: copy.id, madeOn: copy.madeOn, onPaper: copy.onPaper ?? false, about: copy.about, firstWords: words?.kind === 'text' ? words.value : '', score: scoreOf(card.id, answers) }
    }),
  }
}

/** What was said on a topic that the plan has room for. */
export function offersFor(form: string, answers: readonly Answer[]): OfferView[] {
  if (form !== 'staying-well-plan') return []
  return answers.flatMap(({ key, value }) =>
    key.topic === 'what-helps' && key.block === 'tried' && value.kind === 'text' ? [{ block: 'signs', field: 'mine', words: value.value, topic: key.topic, title: 'What helps in recovery', number: '1.2' }] : [],
  )
}

export const PACKS: readonly PackView[] = [
  { id: 'waymark', title: 'Waymark curriculum', version: '1.0.0', extends: '', builtIn: true, languages: ['en', 'da'], draft: true, reviewed: false, replaced: 0, added: 6, forms: 4, courses: 1, services: 0, problem: '' },
  { id: 'lakeside', title: 'Lakeside additions', version: '0.3.0', extends: 'waymark', builtIn: false, languages: ['en'], draft: false, reviewed: true, replaced: 1, added: 2, forms: 0, courses: 0, services: 3, problem: '' },
]

export const PROBLEMS: readonly PackProblem[] = [
  { file: 'modules/01-recovery-strategies/module.toml', line: 14, what: 'There is no form “my-plann”.', instead: 'Write "my-plan".' },
  { file: 'pack.toml', line: 0, what: 'The key “licence” is missing.', instead: 'Add licence = "CC-BY-4.0".' },
]
