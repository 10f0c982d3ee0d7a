//! A made-up topic with every kind of block, for the development page and component tests.

import type { Answer, Block, Document, Lang, PersonLine, PreviewPage, Weighed } from '../generated/types'
import { field } from './fields'

const plain = (text: string) => [{ kind: 'plain' as const, text }]

export const TOPICS = [
  { id: 'what-recovery-means', number: '1.1', title: 'What recovery means', purpose: 'Find your own words for a better life.' },
  { id: 'what-helps', number: '1.2', title: 'What helps in recovery', purpose: 'See what you already do, and pick one thing to try.' },
  { id: 'where-i-stand', number: '1.3', title: 'Where I stand today', purpose: 'Look at the parts of your life, one by one.' },
  { id: 'goals', number: '1.4', title: 'Setting a goal', purpose: 'Choose something you want, and why.' },
  { id: 'small-steps', number: '1.5', title: 'Small steps', purpose: 'Cut a goal into steps you can take.' },
  { id: 'step-by-step', number: '1.6', title: 'When something is in the way', purpose: 'Solve a problem step by step.' },
] as const

const BLOCKS: Block[] = [
  { kind: 'paragraph', words: [{ kind: 'plain', text: 'People get better in many ways. Some things help a lot of people. ' }, { kind: 'strong', text: 'You may already do some of them.' }] },
  { kind: 'keyPoint', id: 'key', words: plain('There is no one right way. What helps is what works for you.') },
  { kind: 'story', id: 'amira', title: 'Amira, 34', paragraphs: [plain('Amira stopped going out when the voices got loud. Her sister called every Sunday. One Sunday they walked to the lake. It was cold, and it was good.'), plain('Now they walk each week. Amira says the walk is hers.')] },
  {
    kind: 'figure', id: 'barrel', alt: 'A barrel with water in it.', caption: '',
    drawing: {
      width: 1000, height: 300,
      shapes: [
        { kind: 'path', steps: [{ kind: 'move', to: [300, 40] }, { kind: 'line', to: [340, 280] }, { kind: 'line', to: [660, 280] }, { kind: 'line', to: [700, 40] }], pen: { line: 'bold', dash: 'none', fill: 'soft' } },
        { kind: 'circle', middle: [500, 20], radius: 10, pen: { line: 'none', dash: 'none', fill: 'ink' } },
        { kind: 'label', at: [720, 60], anchor: 'start', strong: true, lines: ['Rain: stress'] },
      ],
    },
  },
  { kind: 'heading', level: 2, text: 'What have you tried?' },
  { kind: 'question', id: 'tried', prompt: plain('What has helped you on a hard day?'), field: field('words', 'In my own words', { kind: 'longText', lines: 4 }) },
  {
    kind: 'checklist', id: 'helps', title: 'Things that help', intro: 'Tick what you already do, and what you want to try.',
    columns: [{ id: 'already', label: 'I already do this' }, { id: 'want', label: 'I want to try' }],
    rows: [
      { id: 'walk', label: 'Moving my body', hint: 'A walk counts.' },
      { id: 'people', label: 'Being with people I like', hint: '' },
      { id: 'sleep', label: 'Going to bed at the same time', hint: '' },
      { id: 'music', label: 'Music, making things, being outdoors', hint: '' },
    ],
    others: 2,
  },
  { kind: 'rating', id: 'areas', title: 'How are things now?', intro: 'One mark in each row.', levels: [{ id: 'low', label: 'Not good' }, { id: 'mid', label: 'So-so' }, { id: 'high', label: 'Good' }], rows: [{ id: 'home', label: 'Home', hint: '' }, { id: 'friends', label: 'Friends and family', hint: '' }, { id: 'days', label: 'My days', hint: '' }] },
  {
    kind: 'worksheet', id: 'problem-solving', title: 'Step by step', intro: 'Fill in what fits. Leave the rest.', many: true,
    parts: [
      { kind: 'field', field: field('problem', 'What is in the way?', { kind: 'longText', lines: 2 }) },
      { kind: 'group', id: 'ideas', title: 'Ideas', rows: 3, layout: 'table', fields: [field('idea', 'Idea', { kind: 'text' }), field('good', 'What is good about it', { kind: 'text' })] },
      { kind: 'field', field: field('when', 'When will you look back?', { kind: 'date' }) },
      { kind: 'field', field: field('sure', 'How sure are you?', { kind: 'scale', min: 0, max: 10, low: 'not at all', high: 'very' }) },
      { kind: 'field', field: field('who', 'Who can help?', { kind: 'anyOf', choices: [{ id: 'family', label: 'Family' }, { id: 'friend', label: 'A friend' }, { id: 'staff', label: 'My team' }] }) },
      { kind: 'field', field: field('best', 'Best time of day', { kind: 'oneOf', choices: [{ id: 'morning', label: 'Morning' }, { id: 'evening', label: 'Evening' }] }) },
      { kind: 'field', field: field('times', 'How many times a week?', { kind: 'number', min: 1, max: 7 }) },
    ],
  },
  { kind: 'rolePlay', id: 'ask', title: 'Asking somebody along', scene: plain('You want to ask a friend to walk with you. Your practitioner is the friend.'), steps: [plain('Say hello and what you would like.'), plain('Say when.'), plain('Listen to the answer.')], lookFor: [plain('A clear question'), plain('A kind voice')] },
  { kind: 'knowledgeCheck', id: 'check', title: 'What stayed?', questions: [{ id: 'q1', prompt: 'Recovery is the same for everybody.', choices: [{ id: 'yes', label: 'True' }, { id: 'no', label: 'Not true' }], right: 'no', because: 'Each person has their own way, and their own words for it.' }] },
  { kind: 'practiceOptions', id: 'try', title: 'Before next time', goals: [], options: [{ id: 'walk', label: 'Walk for ten minutes, alone or with somebody' }, { id: 'list', label: 'Write down three things that helped this week' }] },
  { kind: 'formLink', id: 'my-plan', form: 'my-plan', title: 'My own plan', purpose: 'Keep what helps in one place.', words: plain('Open it now, while you remember.') },
  { kind: 'services', id: 'near', about: 'services', title: 'Help near me', empty: 'Nothing is entered yet. Ask for two numbers, and write them down.', entries: [{ name: 'Harbour House', phone: '555 0100', hours: 'Weekdays, 9 to 15', whatFor: 'A cup of coffee and somebody to talk to', checkedOn: '2026-11-02' }, { name: 'Night line', phone: '555 0199', hours: '', whatFor: '', checkedOn: null }] },
  {
    kind: 'chart', title: 'How it goes', lowest: 100, highest: 500, low: 'a hard time', high: 'a good time',
    series: [
      { name: 'Maria', points: [{ on: '2026-09-01', value: 150 }, { on: '2026-10-06', value: 300 }, { on: '2026-11-10', value: 425 }] },
      { name: 'The practitioner', points: [{ on: '2026-09-01', value: 200 }, { on: '2026-11-10', value: 333 }] },
    ],
  },
  { kind: 'table', title: 'What was tried', columns: ['When', 'What', 'How it went'], rows: [[plain('September'), plain('A walk of ten minutes'), plain('Three times of four')], [plain('October'), plain('Bed at the same time'), plain('Most nights')]] },
  { kind: 'quotation', words: 'Getting my mornings back.', source: 'Maria, 3 October' },
]

/** Weighed as the core does it: the worksheet matters, and the other tasks can be left out. */
const WEIGHED: Weighed = { matters: 'problem-solving', more: ['tried', 'helps', 'areas', 'ask', 'check'] }

/** Makes a topic's page. */
export function topicDocument(topic: string, language: Lang, today: string, person: PersonLine | null, answers: Answer[]): Document {
  const found = TOPICS.find((each) => each.id === topic) ?? TOPICS[1]
  return {
    kind: 'handout', title: found.title, purpose: found.purpose, lang: language, person, date: today, topic: found.id, sheet: null, weighed: WEIGHED, blocks: BLOCKS, answers,
    source: { pack: 'Waymark core', version: '1.0.0', review: { status: 'draft' }, module: 'Recovery Strategies', number: found.number },
  }
}

/** Makes a module's guide. */
export function guideDocument(today: string): Document {
  return {
    kind: 'guide', title: 'Guide: Recovery Strategies', purpose: 'What to aim for, and how.', lang: 'en', person: null, date: today, source: null, topic: null, sheet: null, weighed: null, answers: [],
    blocks: [{ kind: 'heading', level: 2, text: 'Aims' }, { kind: 'list', ordered: false, items: [plain('The person has words of their own for recovery.'), plain('One goal is chosen, and one step.')] }],
  }
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? '')
}

/** Draws pages that look like paper, near enough to lay a screen out around them. */
export function fakePages(title: string, count: number, letter: boolean): PreviewPage[] {
  return Array.from({ length: count }, (_, page) => fakePage(title, page, count, letter, false))
}

/** Draws one page, counted from 0; half a sheet for a booklet. */
export function fakePage(title: string, page: number, count: number, letter: boolean, half: boolean): PreviewPage {
  const [short, long] = letter ? [612, 792] : [595.28, 841.89]
  const [width, height] = half ? [long / 2, short] : [short, long]
  const lines = Array.from({ length: half ? 16 : 24 }, (_line, i) => `<rect x="62" y="${String(150 + i * 24)}" width="${String((half ? 210 : 380) + ((i * 53) % 90))}" height="7" fill="#c9c6bd"/>`).join('')
  return {
    width, height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}"><rect width="100%" height="100%" fill="#fff"/><text x="62" y="96" font-family="sans-serif" font-size="24" font-weight="700">${escape(title)}</text>${lines}<text x="62" y="${String(height - 40)}" font-family="sans-serif" font-size="9">${escape(title)} · page ${String(page + 1)} of ${String(count)}</text></svg>`,
  }
}
