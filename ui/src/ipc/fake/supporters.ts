//! Supporters as the made-up core has them: the rules of consent in short, enough for the page and its tests.

import type { Change, Commands, Consent, ConsentItem, ErrorCode, PaperRequest, PersonId, Standing, SupporterCard, SupporterId } from '../generated/types'
import { freshId, now, TODAY, type FakePerson } from './caseload'
import type { FakeVault } from './vault'

type Refuse = (code: ErrorCode, details?: Record<string, string>) => never
type Names = 'save_supporter' | 'give_consent' | 'withdraw_consent' | 'add_contact'

const RECORD: ConsentItem[] = ['goals', 'practices', 'handouts', 'relapsePlan', 'signs', 'medicines', 'attendance', 'notes']

function standing({ from, until, withdrawn }: Consent): Standing {
  if (withdrawn !== null) return { kind: 'withdrawn', on: withdrawn }
  if (until !== null && until < TODAY) return { kind: 'over', until }
  return from > TODAY ? { kind: 'ahead', from } : { kind: 'holds' }
}

/** Works out anew what a supporter may see. */
function settled(card: SupporterCard): SupporterCard {
  const consents = card.consents.map(({ consent }) => ({ consent, standing: standing(consent) })).toSorted((a, b) => b.consent.from.localeCompare(a.consent.from))
  const holding = consents.filter((each) => each.standing.kind === 'holds').flatMap((each) => each.consent.items)
  return { ...card, consents, may: [...new Set(holding)] }
}

export function supportersOf(of: FakePerson): SupporterCard[] {
  return of.supporters ?? []
}

/** What a person's paper shows. */
function shown(paper: PaperRequest): ConsentItem[] {
  switch (paper.kind) {
    case 'note':
      return ['notes']
    case 'each':
      return paper.each.goals ? ['goals', 'practices'] : ['handouts']
    case 'goals':
      return ['goals', 'practices']
    case 'slips':
      return ['practices']
    case 'handouts':
    case 'packet':
      return paper.person === null ? [] : ['handouts']
    case 'sheet':
      return ['handouts']
    default:
      return []
  }
}

/** Refuses what a supporter has no consent to see, unless that was confirmed. */
export function mustConsent(refuse: Refuse, of: FakePerson | null, paper: PaperRequest | 'record', to: string, despite: readonly SupporterId[]): ConsentItem[] {
  const card = of && supportersOf(of).find((each) => to.toLowerCase().includes(each.supporter.name.toLowerCase()))
  if (!card) return []
  const missing = (paper === 'record' ? RECORD : shown(paper)).filter((item) => !card.may.includes(item))
  if (missing.length === 0 || despite.includes(card.supporter.id)) return missing
  const why = (item: ConsentItem): string => {
    const newest = card.consents.find((each) => each.consent.items.includes(item))?.standing
    return newest?.kind === 'withdrawn' ? `${item} withdrawn ${newest.on}` : `${item} never`
  }
  return refuse('consentMissing', { supporter: card.supporter.id, name: card.supporter.name, items: missing.map(why).join(',') })
}

/** The commands about supporters. */
export function supporterCommands(vault: FakeVault, personOf: (id: PersonId) => FakePerson, refuse: Refuse): { [C in Names]: (ask: Commands[C][0]) => Change } {
  const change = (op: string, person: PersonId, work: (cards: SupporterCard[]) => { cards: SupporterCard[]; made?: string }) =>
    vault.change({ op, person, areas: ['supporters'] }, () => {
      const of = personOf(person)
      const { cards, made } = work(supportersOf(of))
      of.supporters = cards.map(settled)
      return made
    })
  const on = (cards: SupporterCard[], id: SupporterId, what: (card: SupporterCard) => SupporterCard): SupporterCard[] => {
    if (!cards.some((each) => each.supporter.id === id)) refuse('notFound')
    return cards.map((each) => (each.supporter.id === id ? what(each) : each))
  }
  return {
    save_supporter: ({ person, supporter, details }) => {
      if (!details.name.trim()) refuse('nameMissing')
      return change('save-supporter', person, (cards) => {
        if (supporter !== null) return { cards: on(cards, supporter, (card) => ({ ...card, supporter: { id: supporter, ...details } })) }
        const made = freshId()
        return { cards: [...cards, { supporter: { id: made, ...details }, may: [], consents: [], contacts: [] }], made }
      })
    },
    give_consent: ({ person, supporter, terms }) => {
      if (terms.until !== null && terms.until < terms.from) refuse('consentEndsFirst')
      if (terms.items.length === 0) refuse('consentEmpty')
      return change('give-consent', person, (cards) => {
        const consent: Consent = { id: freshId(), supporter, ...terms, withdrawn: null, recordedAt: now() }
        return { cards: on(cards, supporter, (card) => ({ ...card, consents: [{ consent, standing: standing(consent) }, ...card.consents] })), made: consent.id }
      })
    },
    withdraw_consent: ({ person, consent, on: day }) => {
      if (day > TODAY) refuse('dateOutOfRange', { date: day })
      return change('withdraw-consent', person, (cards) => ({
        cards: cards.map((card) => ({ ...card, consents: card.consents.map((each) => (each.consent.id === consent ? { ...each, consent: { ...each.consent, withdrawn: day } } : each)) })),
      }))
    },
    add_contact: ({ person, supporter, contact }) =>
      change('add-contact', person, (cards) => {
        const made = freshId()
        return { cards: on(cards, supporter, (card) => ({ ...card, contacts: [{ id: made, supporter, ...contact }, ...card.contacts] })), made }
      }),
  }
}
