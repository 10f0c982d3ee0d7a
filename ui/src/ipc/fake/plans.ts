//! Plans as the made-up core has them: who has a copy, when they were gone through, when they are looked at again.

import type { Change, Commands, DuePlan, ErrorCode, ObstacleKind, Pattern, PersonCard, PersonId, PlanFacts, PlanSharing, Practice, SupporterCard } from '../generated/types'
import { freshId, TODAY, type FakePerson } from './caseload'
import { FORMS, type Copy } from './forms'
import { supportersOf } from './supporters'
import type { Contents, FakeVault } from './vault'

type Refuse = (code: ErrorCode, details?: Record<string, string>) => never
type Names = 'save_plan_copy' | 'add_rehearsal' | 'set_review_day'

/** How the promises of late went. */
export function patternOf(practices: readonly Practice[]): Pattern {
  const reviews = practices.flatMap((each) => (each.review?.result ? [each.review] : []))
  const times = new Map<ObstacleKind, number>()
  for (const kind of reviews.flatMap((each) => each.obstacleKinds)) times.set(kind, (times.get(kind) ?? 0) + 1)
  const count = (result: string) => reviews.filter((each) => each.result === result).length
  return { of: reviews.length, done: count('done'), partly: count('partly'), obstacles: [...times].map(([kind, times]) => ({ kind, times })).toSorted((a, b) => b.times - a.times) }
}

const kept = (form: string) => FORMS.find((each) => each.id === form)?.kind === 'plan'
const due = (copy: Copy | undefined) => copy?.reviewOn !== undefined && copy.reviewOn !== null && copy.reviewOn <= TODAY

/** What is known of a plan beside its words, by its copies, newest first. */
export function planFacts(form: string, versions: readonly Copy[], supporters: readonly SupporterCard[]): PlanFacts | null {
  if (!kept(form)) return null
  const [newest] = versions
  const name = (id: string | null) => supporters.find((each) => each.supporter.id === id)?.supporter.name
  return {
    copies: versions.flatMap((version) => (version.held ?? []).map((copy) => ({ ...copy, name: name(copy.supporter) ?? copy.holder, version: version.madeOn, earlier: version !== newest }))),
    rehearsals: versions.flatMap((version) => version.rehearsals ?? []),
    reviewOn: newest?.reviewOn ?? null,
    due: due(newest),
  }
}

/** To whom a copy may go. */
export function sharingOf(form: string, supporters: readonly SupporterCard[]): PlanSharing | null {
  if (!kept(form)) return null
  return { holders: supporters.map(({ supporter, may }) => ({ supporter: supporter.id, name: supporter.name, may: may.includes('handouts') })), card: null }
}

/** The plans that are to be looked at again. */
export function plansDue({ copies }: Contents, card: (id: PersonId) => PersonCard): DuePlan[] {
  return copies
    .filter((copy, i) => due(copy) && copies.findIndex((each) => each.person === copy.person && each.form === copy.form) === i)
    .map((copy) => ({ person: card(copy.person), sheet: copy.id, title: FORMS.find((each) => each.id === copy.form)?.title ?? '', since: copy.reviewOn ?? TODAY }))
}

/** The commands about plans. */
export function planCommands(vault: FakeVault, personOf: (id: PersonId) => FakePerson, refuse: Refuse): { [C in Names]: (ask: Commands[C][0]) => Change } {
  const change = (op: string, person: PersonId, sheet: string, work: (copy: Copy) => string | undefined) =>
    vault.change({ op, person, areas: ['answers'] }, () => work(vault.held.copies.find((each) => each.id === sheet && each.person === person) ?? refuse('notFound')))
  return {
    save_plan_copy: ({ person, copy, sheet, supporter, holder, givenOn, takenBackOn }) => {
      if (supporter === null && holder.trim() === '') refuse('nameMissing')
      if (givenOn > TODAY) refuse('dateOutOfRange', { date: givenOn })
      if (takenBackOn !== null && takenBackOn < givenOn) refuse('dateOutOfRange', { date: takenBackOn })
      if (supporter !== null && !supportersOf(personOf(person)).some((each) => each.supporter.id === supporter)) refuse('notFound')
      return change('save-plan-copy', person, sheet, (version) => {
        const id = copy ?? freshId()
        version.held = [{ id, sheet, supporter, holder: supporter === null ? holder.trim() : '', givenOn, takenBackOn }, ...(version.held ?? []).filter((each) => each.id !== id)]
        return copy === null ? id : undefined
      })
    },
    add_rehearsal: ({ person, sheet, on, words }) => {
      if (on > TODAY) refuse('dateOutOfRange', { date: on })
      return change('add-rehearsal', person, sheet, (version) => {
        const id = freshId()
        version.rehearsals = [{ id, sheet, on, words }, ...(version.rehearsals ?? [])]
        return id
      })
    },
    set_review_day: ({ person, sheet, on }) =>
      change('set-review-day', person, sheet, (version) => {
        version.reviewOn = on
        return undefined
      }),
  }
}
