import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n, mayWords, missingWords, withoutWords } from '../../i18n'
import { call, useTransport } from '../../ipc/client'
import { errorWords } from '../../ipc/errors'
import { makeFake } from '../../ipc/fake'
import type { ConsentCard, MakePaper, NoteCard, PersonId, Standing } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Paper } from '../../paper.svelte'
import { Days, WholeRecord } from '../handoff/more.svelte'
import { Week } from '../handouts/week.svelte'
import { begunIn } from '../today/begun'
import { PersonDesk } from './person.svelte'
import type { SupporterSheet } from './supporter.svelte'

let maria: PersonId
let leave: () => void = () => undefined
beforeEach(() => {
  saver.clear()
  i18n.lang = 'en'
  Object.assign(globalThis, { location: { hash: '' } })
  const fake = makeFake()
  useTransport(fake.transport)
  maria = fake.table.people({}).people.find((each) => each.card.name === 'Maria Halvorsen')?.card.id ?? ''
})
afterEach(() => leave())

async function desk(): Promise<PersonDesk> {
  const made = new PersonDesk(maria)
  leave = made.follow()
  await made.load()
  return made
}

function sheetOf(page: PersonDesk): SupporterSheet {
  if (page.open.kind !== 'supporter') throw new Error('a supporter is open')
  return page.open.sheet
}

async function withAnn(): Promise<{ page: PersonDesk; sheet: SupporterSheet }> {
  const page = await desk()
  page.openSupporter(null)
  const fresh = sheetOf(page)
  fresh.details.values.name = 'Ann Lind'
  fresh.details.values.relation = 'friend'
  await page.saveSupporter(fresh)
  return { page, sheet: sheetOf(page) }
}

async function consent(sheet: SupporterSheet): Promise<void> {
  Object.assign(sheet.consent.values, { items: ['practices', 'goals'], given: 'said', from: '2026-11-03', until: '2027-04-01' })
  await sheet.give()
}

const goals = (): MakePaper => ({ paper: { kind: 'goals', person: maria }, size: 'normal', format: null })

describe('a supporter', () => {
  it('is written down with a name, and stays open', async () => {
    const page = await desk()
    page.openSupporter(null)
    const fresh = sheetOf(page)
    await page.saveSupporter(fresh)
    expect(fresh.nameMissing).toBe(true)
    expect(page.view?.supporters).toEqual([])
    fresh.details.values.name = 'Ann Lind'
    await page.saveSupporter(fresh)
    const card = page.view?.supporters[0]
    expect(card?.supporter.name).toBe('Ann Lind')
    expect(sheetOf(page).id).toBe(card?.supporter.id)
    expect(page.lies).toEqual({ kind: 'supporter', id: card?.supporter.id, late: false })
  })

  it('may see nothing before somebody says so: no consent is set beforehand', async () => {
    const { page, sheet } = await withAnn()
    expect(page.view?.supporters[0]?.may).toEqual([])
    expect(sheet.consent.values).toEqual({ items: [], given: null, from: null, until: null, keptBack: '' })
    expect(sheet.canGive).toBe(false)
    await sheet.give()
    expect(page.view?.supporters[0]?.consents).toEqual([])
  })

  it('may see what a consent says, in words and with its days', async () => {
    const { page, sheet } = await withAnn()
    await consent(sheet)
    const card = page.view?.supporters[0]
    expect(card && mayWords(card)).toBe('May see goals and help with home practice, since 3 November 2026, until 1 April 2027.')
    expect(sheet.consent.values.items).toEqual([])
  })

  it('is given no consent that ends before it starts, and the words stay', async () => {
    const { page, sheet } = await withAnn()
    Object.assign(sheet.consent.values, { items: ['goals'], given: 'written', from: '2026-11-10', until: '2026-11-09', keptBack: 'the voices' })
    expect(sheet.endsFirst).toBe(true)
    expect(sheet.canGive).toBe(false)
    await sheet.give()
    expect(page.view?.supporters[0]?.consents).toEqual([])
    expect(sheet.consent.values.keptBack).toBe('the voices')
    // The core says the same in one sentence.
    const terms = { items: ['goals' as const], given: 'written' as const, from: '2026-11-10', until: '2026-11-09', keptBack: '' }
    await expect(call('give_consent', { person: maria, supporter: sheet.id ?? '', terms })).rejects.toMatchObject({ code: 'consentEndsFirst' })
  })

  it('is taken back on a day, and what was given stays in the list', async () => {
    const { page, sheet } = await withAnn()
    await consent(sheet)
    const given = page.view?.supporters[0]?.consents[0]
    if (!given) throw new Error('it was given')
    sheet.beginTakingBack(given)
    await sheet.takeBack()
    expect(sheet.takingBack?.on).toBe(null)
    if (sheet.takingBack) sheet.takingBack.on = '2026-11-20'
    await sheet.takeBack()
    const card = page.view?.supporters[0]
    expect(card?.consents).toHaveLength(1)
    expect(card && mayWords(card)).toBe('Consent taken back on 20 November 2026.')
    await call('undo', { person: maria })
    expect(page.view?.supporters[0]?.may).toEqual(['practices', 'goals'])
  })

  it('has a log of what was said', async () => {
    const { page, sheet } = await withAnn()
    await sheet.add()
    Object.assign(sheet.contact.values, { on: '2026-11-20', how: 'called', words: 'asked what helps' })
    await sheet.add()
    expect(page.view?.supporters[0]?.contacts.map(({ on, how, words }) => [on, how, words])).toEqual([['2026-11-20', 'called', 'asked what helps']])
    expect(sheet.contact.values).toEqual({ on: null, how: null, words: '' })
  })

  it('is written to, and the way back leads to their page', async () => {
    const { page, sheet } = await withAnn()
    await page.writeTo(sheet.id ?? '')
    expect(page.open.kind).toBe('sheet')
    expect(page.trail.at(-1)?.title).toBe('Ann Lind')
    await page.back()
    expect(page.open).toMatchObject({ kind: 'supporter' })
  })

  it('is left when what wrote them down is taken back', async () => {
    const { page } = await withAnn()
    await call('undo', { person: maria })
    expect(page.view?.supporters).toEqual([])
    expect(page.open.kind).toBe('overview')
  })

  it('comes back after a lock, with what was begun about them', async () => {
    const { sheet } = await withAnn()
    const id = sheet.id ?? ''
    const again = new PersonDesk(maria)
    await again.comeBack({ kind: 'supporter', id, late: false })
    expect(sheetOf(again).id).toBe(id)
    expect(begunIn(`consent/${maria}/${id}`, maria, 'Maria')).toMatchObject({ words: 'Maria: a supporter', lies: { kind: 'supporter', id } })
  })
})

describe('paper for a supporter', () => {
  it('is offered to them, and waits until somebody has read that consent is missing', async () => {
    await withAnn()
    const paper = new Paper()
    await paper.remember(maria)
    expect(paper.known[0]).toBe('Ann Lind')
    paper.to = 'Ann Lind'
    expect(await paper.print(goals())).toBe(false)
    expect(paper.error?.code).toBe('consentMissing')
    expect(paper.error && errorWords(paper.error).text).toBe('Ann Lind has no consent to see goals and help with home practice.')
    expect(await paper.anyway()).toBe(true)
    expect(paper.error).toBe(null)
    // The next time it is asked again.
    expect(await paper.print(goals())).toBe(false)
    // What was read was about her, and about nobody else.
    paper.to = 'Ward 3'
    expect(await paper.anyway()).toBe(false)
  })

  it('leaves at once with consent, and says by name and day when it was taken back', async () => {
    const { page, sheet } = await withAnn()
    await consent(sheet)
    const paper = new Paper()
    paper.to = 'Ann Lind'
    expect(await paper.print(goals())).toBe(true)
    const given = page.view?.supporters[0]?.consents[0]
    if (given) sheet.beginTakingBack(given)
    if (sheet.takingBack) sheet.takingBack.on = '2026-11-20'
    await sheet.takeBack()
    expect(await paper.print(goals())).toBe(false)
    expect(paper.error && errorWords(paper.error).text).toBe('Ann Lind has no consent to see goals (taken back on 20 November 2026) and help with home practice (taken back on 20 November 2026).')
  })

  it('asks of the notes of several days as well, and leaves theirs out where that is wanted', async () => {
    const waits = (await call('hand_off', {})).waiting[0]
    if (waits) maria = waits.person.id
    await withAnn()
    const days = new Days()
    ;[days.from, days.until, days.to] = ['2020-01-01', '2030-01-01', 'Ann Lind']
    const theirs = (notes: { note: NoteCard }[] = []) => notes.filter(({ note }) => note.person.id === maria).length
    await days.save()
    expect(days.error?.code).toBe('consentMissing')
    expect(days.saved).toBe(null)
    await days.save(true)
    expect(theirs(days.saved?.saved)).toBe(0)
    expect(days.saved?.notSaved.map(({ error }) => error.code)).toContain('consentMissing')
    await days.save()
    await days.anyway()
    expect(days.error).toBe(null)
    expect(theirs(days.saved?.saved)).toBeGreaterThan(0)
  })

  it('asks of pages for several people as well', async () => {
    await withAnn()
    const { meetings } = await call('today', {})
    const week = new Week(() => [...meetings.map(({ person }) => person)])
    week.tickAll(true)
    expect(week.chosen).toContain(maria)
    await week.saveEach('a4', 'Ann Lind')
    expect(week.error?.code).toBe('consentMissing')
    await week.anyway('a4', 'Ann Lind')
    expect(week.saved?.saved).toContain(maria)
    await week.saveEach('a4', 'Ann Lind', true)
    expect(week.error).toBe(null)
  })

  it('prints some of the pages, and says which there are when others are asked for', async () => {
    const paper = new Paper()
    paper.only = '99'
    expect(await paper.print(goals())).toBe(false)
    expect(paper.error && errorWords(paper.error).text).toBe('This print ends with page 2; not all of those pages are in it.')
    expect(paper.only).toBe('99')
    paper.only = '1'
    expect(await paper.print(goals())).toBe(true)
    expect(paper.only).toBe('')
  })

  it('asks of a whole record as well', async () => {
    await withAnn()
    const record = new WholeRecord()
    await record.load()
    record.person = maria
    await record.remember()
    expect(record.known?.[0]).toBe('Ann Lind')
    record.to = 'Ann Lind'
    await record.save()
    expect(record.error?.code).toBe('consentMissing')
    expect(record.files).toBe(null)
    await record.anyway()
    expect(record.files?.saved).toContain('index.html')
  })
})

describe('consent in words', () => {
  const card = (standing: Standing): ConsentCard => ({ standing, consent: { id: 'c', supporter: 's', items: ['notes'], from: '2026-10-01', until: null, given: 'said', keptBack: '', withdrawn: null, recordedAt: { millis: 0, offset: 0 } } })

  it.each(['en', 'da', 'nb'] as const)('says in %s where it stands', (lang) => {
    i18n.lang = lang
    const holds = card({ kind: 'holds' })
    const sentences = [
      mayWords({ may: [], consents: [] }),
      mayWords({ may: ['notes'], consents: [holds] }),
      mayWords({ may: ['notes', 'goals'], consents: [holds, holds] }),
      mayWords({ may: [], consents: [card({ kind: 'over', until: '2026-11-01' })] }),
      mayWords({ may: [], consents: [card({ kind: 'ahead', from: '2026-12-01' })] }),
      mayWords({ may: [], consents: [card({ kind: 'withdrawn', on: '2026-11-01' })] }),
    ]
    expect(new Set(sentences).size).toBe(6)
    for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]+\.$/)
    expect(withoutWords({ withoutConsent: [] })).toBe('')
    expect(withoutWords({ withoutConsent: ['notes'] })).not.toBe('')
  })

  it('leaves out what it does not know', () => {
    expect(missingWords('notes over 2026-11-01,somethingNew never')).toBe('read session notes (ended on 1 November 2026)')
    expect(missingWords('')).toBe('')
  })
})
