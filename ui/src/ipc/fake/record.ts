//! How the fake records one entry in a session; the real rules stand in the store.

import type { Area, PracticeReview, SessionEntry, SessionRecord } from '../generated/types'
import { freshId, type FakePerson } from './caseload'

const TEXTS = { place: 'place', othersPresent: 'othersPresent', problemWords: 'problemWords', problemAction: 'problemAction', recalledWords: 'recalledWords', agenda: 'agenda', personItem: 'personItem', skillWords: 'skillWords', summaryWords: 'summaryWords', nextPlan: 'nextPlan', reviewSkipped: 'reviewSkipped', planSkipped: 'planSkipped' } as const

/** Applies an entry to a session; returns the id of a promise that it made. */
export function record(session: SessionRecord, of: FakePerson, entry: SessionEntry): string | undefined {
  const phase = (name: string) => session.phases.find((each) => each.phase === name)
  const promise = (id: string) => session.practicesReviewed.find((each) => each.id === id)
  const review = (): PracticeReview => ({ session: session.id, on: session.on, result: null, whatHappened: '', effect: '', obstacle: '', obstacleKinds: [], nextTime: '' })
  switch (entry.kind) {
    case 'enterPhase': {
      const left = phase(session.current)
      if (left && left.state !== 'skipped') left.state = 'done'
      session.current = entry.phase
      const entered = phase(entry.phase)
      if (entered) entered.state = 'opened'
      break
    }
    case 'skipPhase': {
      const skipped = phase(entry.phase)
      if (skipped) skipped.state = entry.skipped ? 'skipped' : 'opened'
      break
    }
    case 'spendTime': {
      const spent = phase(session.current)
      if (spent) spent.seconds += entry.seconds
      break
    }
    case 'attendance': session.attendance = entry.attendance; break
    case 'goalTurn': session.goalTurn = entry.theirs; break
    case 'majorProblem': session.majorProblem = entry.present; break
    case 'recalled': session.recalled = entry.recalled; break
    case 'words': session[TEXTS[entry.field]] = entry.text; break
    case 'practiceResult': {
      const found = promise(entry.practice)
      if (found) found.review = { ...(found.review ?? review()), result: entry.result }
      break
    }
    case 'practiceReviewWords': {
      const found = promise(entry.practice)
      if (found) found.review = { ...(found.review ?? review()), whatHappened: entry.whatHappened, effect: entry.effect, obstacle: entry.obstacle, nextTime: entry.nextTime }
      break
    }
    case 'practiceObstacle': {
      const found = promise(entry.practice)
      if (!found) break
      const before = found.review ?? review()
      const others = before.obstacleKinds.filter((kind) => kind !== entry.obstacle)
      found.review = { ...before, obstacleKinds: entry.met ? [...others, entry.obstacle] : others }
      break
    }
    case 'reviewGoal': {
      const { kind: _kind, ...words } = entry
      session.goalReviews = [...session.goalReviews.filter((each) => each.goal !== entry.goal), { ...words, session: session.id, number: session.number, on: session.on }]
      break
    }
    case 'topic':
      session.topics = session.topics.filter((each) => each.topic !== entry.topic)
      if (entry.depth) session.topics.push({ topic: entry.topic, pack: 'waymark', packVersion: '1.0.0', depth: entry.depth })
      break
    case 'technique':
      session.techniques = session.techniques.filter((each) => each !== entry.technique)
      if (entry.used) session.techniques.push(entry.technique)
      break
    case 'skill': session.skill = entry.skill; break
    case 'agreePractice': {
      const id = entry.practice ?? freshId()
      const made = { id, agreedIn: session.id, agreedOn: session.on, review: null, ...entry.plan }
      const known = session.practicesAgreed.some((each) => each.id === id)
      session.practicesAgreed = known ? session.practicesAgreed.map((each) => (each.id === id ? made : each)) : [...session.practicesAgreed, made]
      of.practices = [made, ...of.practices.filter((each) => each.id !== id)]
      return entry.practice === null ? id : undefined
    }
    case 'dropPractice':
      session.practicesAgreed = session.practicesAgreed.filter((each) => each.id !== entry.practice)
      of.practices = of.practices.filter((each) => each.id !== entry.practice)
      break
    case 'length':
      session.lengthSaid = entry.minutes
      break
    case 'nextMeeting':
      session.nextMeeting = entry.at
      of.person.nextMeeting = entry.at
      break
  }
  return undefined
}

/** Says which parts an entry in a session touches. */
export function touchedBy(entry: SessionEntry): Area[] {
  switch (entry.kind) {
    case 'practiceResult':
    case 'practiceReviewWords':
    case 'practiceObstacle':
    case 'agreePractice':
    case 'dropPractice':
      return ['sessions', 'practices']
    case 'reviewGoal':
      return ['sessions', 'goals']
    case 'nextMeeting':
      return ['sessions', 'people']
    default:
      return ['sessions']
  }
}
