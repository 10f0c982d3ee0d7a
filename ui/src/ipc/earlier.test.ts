import { describe, expect, it } from 'vitest'
import { earlierAt, textAt } from './earlier'

describe('the place of a text', () => {
  it.each([
    ['session/s1/agenda', { place: { kind: 'session', session: 's1' }, field: 'agenda' }],
    ['session/s1/goal/g1/nextStep', { place: { kind: 'goalReview', session: 's1', goal: 'g1' }, field: 'nextStep' }],
    ['session/s1/practice/p1/whatHappened', { place: { kind: 'practiceReview', practice: 'p1' }, field: 'whatHappened' }],
    ['session/s1/plan/p1/what', { place: { kind: 'practice', practice: 'p1' }, field: 'what' }],
    ['goal/g1/why', { place: { kind: 'goal', goal: 'g1' }, field: 'why' }],
    ['goal/g1/t1/words', { place: { kind: 'shortTermGoal', goal: 't1' }, field: 'words' }],
    ['goal/g1/t1/obstacle', { place: { kind: 'step', step: 't1' }, field: 'obstacle' }],
    ['supporter/p1/a1/words', { place: { kind: 'supporter', supporter: 'a1' }, field: 'words' }],
    ['note/n1/response/judgement', { place: { kind: 'section', note: 'n1', section: 'response' }, field: 'judgement' }],
    ['answer/p1/what-helps/tried/words/0/', { place: { kind: 'answer', key: { topic: 'what-helps', block: 'tried', field: 'words', row: 0, sheet: null } }, field: 'value' }],
  ])('%s is a text of the record', (place, text) => {
    expect(textAt(place)).toEqual(text)
  })

  it.each(['session/s1/plan/new-1/what', 'goal/new/p1/words', 'supporter/p1/new/words', 'snippet/x', 'settings/site', 'answer//t/b/f/0/', 'statement/p1/words', 'today/x/reason'])('%s is none', (place) => {
    expect(textAt(place)).toBeNull()
  })

  it('is asked of nobody but the person', () => {
    expect(earlierAt('session/s1/agenda', null)).toBeUndefined()
    expect(earlierAt('session/s1/agenda', 'p1')).toBeTypeOf('function')
  })
})
