//! A believable core in memory, for the development page and component tests. It never reaches the built program.
//!
//! The address chooses how it starts: `?vault=none|locked|recovery|empty`, `&lang=da`, `&theme=dark`, and what is found when it opens:
//! `&found=savesMissing,oldHeader`. `&full`, `&settings=fromCopy|lost` and `&backup=gone|full|readOnly|failed` are troubles. `&file=` is what
//! is chosen when a file is asked for; one that ends in `.pdf` is a filled form, with `older` in its name an older one.
//! The passphrase is `correct horse battery staple`, the recovery code K7QF4-… and the PIN 1234.

import type { Answer, ApiError, AppState, Area, BackupWhy, Begun, Change, ConsentItem, ErrorCode, Finding, FindingKind, HandOffLine, HeldFor, HeldWrites, Lang, Note, NoteNotSaved, NoteSaved, NoteView, PageView, PaperRequest, PersonCard, PersonView, Restore, SessionRecord, SessionView, Settings, SettingsTrouble, Theme, VaultState } from './generated/types'
import { factsOf, type CommandName, type Commands, type EventName, type Transport } from './client'
import { COURSE, MODULE, TODAY, TRACKS, courseMap, freshId, makePeople, newNote, newSession, nextTopic, noteFacts, now, type FakePerson } from './fake/caseload'
import { FORMS, PACKS, PROBLEMS, exampleDocument, examplesOf, formDocument, offersFor, personForm, scoreOf, type Copy } from './fake/forms'
import { SELF_TEST, manualPages, selfTestDocument } from './fake/manual'
import { noteCommands } from './fake/notes'
import { TOPICS, fakePage, fakePages, guideDocument, topicDocument } from './fake/pages'
import { aGroup, groupCommands, noGroups } from './fake/groups'
import { record, touchedBy } from './fake/record'
import { archivePlan, isForm, returnedLines } from './fake/elsewhere'
import { TABLE, ledger, search } from './fake/search'
import { strength } from './fake/strength'
import { outcomeCommands } from './fake/outcomes'
import { patternOf, planCommands, planFacts, plansDue, sharingOf } from './fake/plans'
import { attendanceOf, happened, lookBack, stillOf } from './fake/timeline'
import { endingCommands } from './fake/endings'
import { mustConsent, supporterCommands, supportersOf } from './fake/supporters'
import { FakeVault, type Contents } from './fake/vault'

const PASSPHRASE = 'correct horse battery staple'
const CODE = 'K7QF4-2XJNB-M9TDW-8RHVC-P3YGS-6ZKQA'
const NEW_CODE = 'W2HNP-7TKDA-C4VXE-9MRJB-Z6QSF-3GYLU'
/** How many of each list Today holds, and how far it counts the rest. */
const LISTED = 20
const COUNTED_TO = 1000
/** The form that stands for a letter to a supporter. */
const LETTER = 'staying-well-plan'

export interface FakeOptions {
  vault?: 'none' | 'locked' | 'recovery' | 'empty' | 'open'
  lang?: Lang
  theme?: Theme
  found?: FindingKind[]
  /** Whether the disk is full. */
  full?: boolean
  /** What became of the settings file. */
  settings?: SettingsTrouble
  /** What keeps the next backup. */
  backup?: BackupWhy
  /** The file that is chosen whenever one is asked for. */
  file?: string
}

type Table = { [C in CommandName]: (args: Commands[C][0]) => Commands[C][1] }

function refuse(code: ErrorCode, details: Record<string, string> = {}): never {
  // The core's failures arrive as plain objects; so do these.
  throw { code, details } satisfies ApiError
}

/** Makes a fake core. Exported for tests; the page gets it through `fakeTransport`. */
export function makeFake(options: FakeOptions = {}): { table: Table; emit: (event: EventName) => void; transport: Transport } {
  const handlers = new Map<EventName, Set<() => void>>()
  const emit = (event: EventName) => {
    if (event === 'locked') lock()
    handlers.get(event)?.forEach((handler) => handler())
  }

  const start = options.vault ?? 'open'
  let kind: VaultState['kind'] = start === 'none' ? 'none' : start === 'locked' || start === 'recovery' ? 'locked' : 'open'
  let byRecovery = false
  let lockedAt: number | null = null
  let lockedFor = 0
  const lock = () => {
    if (kind === 'open') lockedAt = Date.now()
    kind = 'locked'
  }
  const open = () => {
    lockedFor = lockedAt === null ? 0 : Math.floor((Date.now() - lockedAt) / 1000)
    lockedAt = null
    kind = 'open'
  }
  let sample = start === 'open' || start === 'locked' || start === 'recovery'
  let passphrase = PASSPHRASE
  let pin = start === 'empty' ? '' : '1234'
  let code = CODE
  const contents = (people = start === 'empty' ? [] : makePeople()): Contents => ({ practitioner: { name: 'Kari Lund', title: 'Occupational therapist' }, people, groups: start === 'empty' ? noGroups() : aGroup(people), sessions: [], notes: [], copies: [], answers: {}, snippets: start === 'empty' ? [] : [{ id: freshId(), words: 'Took part with ease.' }, { id: freshId(), words: 'Needed more time than planned, and took it.' }] })
  const vault = new FakeVault(contents())
  let findings = (options.found ?? []).map((kind, i): Finding => ({ number: i + 1, kind, saves: kind === 'savesMissing' ? 3 : 0, since: { millis: Date.parse('2026-11-20T16:05:00Z'), offset: 60 }, detail: kind === 'schema' ? 'note_seal, session' : '', foundAt: now() }))
  let backup = start === 'empty' ? null : { millis: Date.parse('2026-11-20T16:05:00Z'), offset: 60 }
  let settings: Settings = {
    language: options.lang ?? 'en', theme: options.theme ?? 'system', personWord: 'person', paper: 'a4', lockAfterMinutes: 15, lockInSessionMinutes: 45, stayOpenTurned: false, turnedMonitor: '', phaseKeys: 'digits', spelling: [], site: 'Lakeside Community Team', backup: { every: options.backup ? 'day' : 'never', folder: options.backup ? '/media/kari/BACKUP' : '' }, packets: [], noteFormat: 'imr', stuckAfterWeeks: 4,
    crisis: start === 'empty' ? { contacts: [], checkedOn: null } : { checkedOn: '2026-11-02', contacts: [{ name: 'Lakeside crisis team', phone: '555 0142', note: 'Every day, 8–22' }, { name: 'Out-of-hours doctor', phone: '555 0100', note: 'Nights and weekends' }, { name: 'Emergency', phone: '112', note: 'When a life is in danger' }] },
    services: start === 'empty' ? [] : [{ name: 'Harbour House', phone: '555 0177', hours: 'Weekdays, 9–15', whatFor: 'A cup of coffee and somebody to talk to', checkedOn: '2026-11-02' }, { name: 'Housing advice', phone: '555 0188', hours: '', whatFor: 'Rent and contracts', checkedOn: '2025-03-11' }],
  }
  let settingsTrouble = options.settings ?? null
  const cannotWrite = options.full ? ('full' as const) : null
  const handedOff: HandOffLine[] = []
  const handOff = (note: Note, to: string, withoutConsent: HandOffLine['withoutConsent'] = []) => handedOff.push({ what: 'note', person: card(personOf(note.person)), format: 'pdf', at: now(), to, withoutConsent, draft: note.state.kind === 'draft', outcome: 'left' })
  let packs = [...PACKS]
  let turned: (Omit<Commands['turn_screen'][0], 'session'> & { session: string | null }) | null = null
  const begun = new Map<string, Begun>()
  let held: (HeldWrites & { page: string })[] = []
  let lastTurned: HeldFor | null = null

  const state = (): AppState => ({
    vault: kind === 'open' ? { kind, practitioner: vault.held.practitioner, sample, openedByRecovery: byRecovery, cannotWrite, findings, chain: vault.chain, hasPin: pin !== '', turned: turned ? { firstName: turnedView().firstName, colour: turnedView().colour } : null, lockedFor } : { kind },
    settings, settingsTrouble, dataFolder: '/home/kari/.local/share/waymark', today: TODAY, version: '0.1.0', held: held.length > 0,
  })
  const changed = (op: string, person: string | null, areas: Area[], work: () => unknown, forGood = false): Change => vault.change({ op, person, areas, forGood }, work)
  const hold = ({ page, writes }: { page: string; writes: string }, turned: HeldWrites['turned']) => {
    held = held.filter((each) => each.page !== page)
    if (writes !== '') held.push({ page, turned, writes })
    return {}
  }
  const personOf = (id: string) => vault.held.people.find((each) => each.person.id === id) ?? refuse('notFound')
  const sessionOf = (id: string) => vault.held.sessions.find((each) => each.id === id) ?? refuse('notFound')
  const noteOf = (id: string) => vault.held.notes.find((each) => each.id === id) ?? refuse('notFound')
  const whose = (paper: PaperRequest) => (paper.kind === 'note' ? personOf(noteOf(paper.note).person) : 'person' in paper && paper.person !== null ? personOf(paper.person) : null)
  const firstName = (of: FakePerson) => of.person.preferredName.split(' ')[0] ?? ''
  const card = (of: FakePerson): PersonCard => ({ id: of.person.id, name: of.person.preferredName, firstName: firstName(of), recordNumber: of.person.recordNumber, colour: of.person.colour })
  const openSession = (id: string) => vault.held.sessions.find((each) => each.person === id && !each.closedAt && each.on === TODAY)?.id ?? null
  const leftOpen = () => vault.held.sessions.filter((each) => !each.closedAt && each.on !== TODAY && !groups.inGroups(each)).map((each) => ({ id: each.id, person: card(personOf(each.person)), number: each.number, on: each.on }))
  const missed = () => vault.held.people.flatMap((of) => (of.person.nextMeeting && of.person.nextMeeting < TODAY ? [{ person: card(of), at: of.person.nextMeeting }] : []))
  const noteCard = (note: Note) => ({ id: note.id, person: card(personOf(note.person)), session: note.session, on: note.on, signed: note.state.kind === 'signed' })
  const glance = (session: SessionRecord) => {
    const note = vault.held.notes.find((each) => each.session === session.id)
    return { id: session.id, number: session.number, on: session.on, closed: session.closedAt !== null, minutes: session.closedAt ? (session.lengthSaid ?? 47) : null, enteredOn: null, topics: session.topics.map((each) => TOPICS.find((topic) => topic.id === each.topic)?.title ?? ''), promised: session.practicesAgreed.map((each) => each.what), note: note ? noteCard(note) : null, attendance: session.attendance }
  }
  const sessionsOf = (id: string) => vault.held.sessions.filter((each) => each.person === id)

  const answersOf = ({ person, id }: Copy) => (vault.held.answers[person] ?? []).filter((each) => each.key.sheet === id)
  const formsOf = (id: string) => FORMS.map((form) => personForm(form, vault.held.copies.filter((copy) => copy.person === id), answersOf, (versions) => planFacts(form.id, versions, supportersOf(personOf(id)))))
  const copyView = (copy: Copy): PageView => {
    const { person } = personOf(copy.person)
    const line = { name: person.preferredName, recordNumber: person.recordNumber, colour: person.colour }
    return structuredClone({
      document: formDocument(copy.form, person.language, copy.madeOn, line, copy.id, answersOf(copy)), module: MODULE, packVersion: '1.0.0',
      form: formsOf(copy.person).find((form) => form.id === copy.form) ?? null, offers: offersFor(copy.form, vault.held.answers[copy.person] ?? []), score: scoreOf(copy.form, answersOf(copy)), sharing: sharingOf(copy.form, supportersOf(personOf(copy.person))), meaning: null, examples: examplesOf(copy.form),
    })
  }
  const startCopy = (person: string, form: string, about: string | null, from: string | null, filledOn?: string): string => {
    const copy: Copy = { id: freshId(), form, person, madeOn: filledOn ?? TODAY, onPaper: filledOn !== undefined, about }
    vault.held.copies = [copy, ...vault.held.copies]
    const given = vault.held.answers[person] ?? []
    const before = given.filter((each) => from !== null && each.key.sheet === from)
    vault.held.answers[person] = [...given, ...before.map((each) => ({ ...each, key: { ...each.key, sheet: copy.id } }))]
    return copy.id
  }

  const personView = (id: string): PersonView => {
    const of = personOf(id)
    return structuredClone({ person: of.person, firstName: firstName(of), problemSolving: { topic: 'step-by-step', block: 'problem-solving' }, statements: of.statements, goals: of.goals, still: stillOf(of), attendance: attendanceOf(sessionsOf(id)), course: courseMap(of.covered), next: nextTopic(of.covered), practices: of.practices, pattern: patternOf(of.practices), supporters: supportersOf(of), letter: LETTER, sheets: of.sheets, forms: formsOf(id).filter((form) => form.copies.length > 0), sessions: sessionsOf(id).map(glance).reverse(), groups: vault.held.groups.members.filter((one) => one.person === id).map((one) => ({ series: one.series, name: vault.held.groups.series.find((each) => each.id === one.series)?.name ?? '', from: one.from, until: one.until })), openSession: openSession(id), leftOpen: leftOpen().filter((each) => each.person.id === id) })
  }
  const sessionView = (id: string): SessionView => {
    const session = sessionOf(id)
    const of = personOf(session.person)
    const before = sessionsOf(session.person).filter((each) => each.number < session.number).at(-1)
    const note = vault.held.notes.find((each) => each.session === id)
    return structuredClone({
      record: session, person: of.person, firstName: firstName(of), statement: of.statements[0] ?? null, goals: of.goals.filter((each) => each.status === 'active'), pattern: patternOf(of.practices), previous: before ? glance(before) : null, previousSummary: before?.summaryWords ?? '',
      next: nextTopic(of.covered), course: courseMap(of.covered), note: note ? noteCard(note) : null,
      ledBy: groups.leadersOf(session.meeting), group: groups.groupOf(session.meeting),
    })
  }
  const signature = () => `${vault.held.practitioner.name}, ${vault.held.practitioner.title}`
  const noteView = (id: string): NoteView => {
    const note = noteOf(id)
    const session = sessionOf(note.session)
    return structuredClone({ note, person: card(personOf(note.person)), number: session.number, minutes: session.lengthSaid ?? 47, counted: 47, enteredOn: null, place: session.place, signature: signature(), ledBy: groups.leadersOf(session.meeting) })
  }
  const put = (person: string, key: Answer['key'], value: Answer['value'] | null) => {
    const same = (each: Answer) => each.key.topic === key.topic && each.key.block === key.block && each.key.field === key.field && each.key.row === key.row && each.key.sheet === key.sheet
    const rest = (vault.held.answers[person] ?? []).filter((each) => !same(each))
    vault.held.answers[person] = value ? [...rest, { key, value }] : rest
  }
  const page = (topic: string, language: Lang, person: string | null): PageView => {
    const of = person ? personOf(person) : null
    const bare = { form: null, offers: [], score: null, sharing: null, module: MODULE, packVersion: '1.0.0' }
    const example = exampleDocument(topic, language, TODAY, (id) => topicDocument(id, language, TODAY, null, []).blocks)
    if (example) return { ...bare, meaning: null, document: example, examples: [] }
    return { ...bare, examples: examplesOf(topic), meaning: { block: 'my-meaning', field: 'words' }, document: topicDocument(topic, language, TODAY, of ? { name: of.person.preferredName, recordNumber: of.person.recordNumber, colour: of.person.colour } : null, person ? (vault.held.answers[person] ?? []).filter((each) => each.key.topic === topic) : []) }
  }
  const turnedView = () => {
    if (!turned) return refuse('notFound')
    if (turned.session === null) return { document: page(turned.topic, settings.language, null).document, firstName: '', colour: 0, language: settings.language }
    const of = personOf(sessionOf(turned.session).person)
    return { document: page(turned.topic, of.person.language, of.person.id).document, firstName: firstName(of), colour: of.person.colour, language: of.person.language }
  }
  const aMaria = () => (vault.held.people[0] ? card(vault.held.people[0]) : null)

  // Some history, so that Today and a person's page have something to show.
  if (vault.held.people.length > 0 && start !== 'empty') {
    for (const [index, count] of [[0, 3], [1, 6], [3, 9], [4, 4]] as const) {
      const of = vault.held.people[index]
      if (!of) continue
      for (let n = 1; n <= count; n += 1) {
        const session = newSession(of, n)
        session.on = `2026-${n <= count - 2 ? '10' : '11'}-${String(Math.min(28, 5 + n * 2)).padStart(2, '0')}`
        session.closedAt = now()
        session.current = 'close'
        session.phases.forEach((each) => (each.state = 'done'))
        session.summaryWords = 'I knew more than I thought.'
        session.topics = [{ topic: TOPICS[Math.min(n - 1, 5)]?.id ?? 'what-helps', pack: 'waymark', packVersion: '1.0.0', depth: 'covered' }]
        vault.held.sessions.push(session)
        const note = newNote(session, of)
        const response = note.sections.find((each) => each.kind === 'response')
        if (response && n < count) response.judgement = 'Came on time, spoke freely about the week and tried the practice in the room.'
        if (n < count || index === 4) note.state = { kind: 'signed', at: now(), by: 'Kari Lund, Occupational therapist', number: vault.held.notes.length + 1, seal: 'a3'.repeat(32), facts: noteFacts(session, of, 'Kari Lund, Occupational therapist'), chain: { sequence: 100 + vault.held.notes.length, hash: 'c4'.repeat(32) } }
        if (!(index === 3 && n === count)) vault.held.notes.push(note)
      }
    }
    const jonas = vault.held.people[1]?.person.id ?? ''
    vault.held.copies = [
      { id: freshId(), form: 'how-it-goes', person: jonas, madeOn: '2026-11-14', about: null },
      { id: freshId(), form: 'how-it-goes', person: jonas, madeOn: '2026-09-08', about: null },
      { id: freshId(), form: 'staying-well-plan', person: jonas, madeOn: '2026-10-20', about: null },
    ]
    const [later, sooner, plan] = vault.held.copies
    const rated = (copy: Copy | undefined, values: string[]) => (copy ? values.map((value, i): Answer => ({ key: { topic: 'how-it-goes', block: 'items', field: ['home', 'friends', 'days', 'sleep'][i] ?? '', row: 0, sheet: copy.id }, value: { kind: 'choice', value } })) : [])
    vault.held.answers[jonas] = [
      ...rated(later, ['4', '3', '4', '3']), ...rated(sooner, ['2', '3', '3']),
      { key: { topic: 'staying-well-plan', block: 'signs', field: 'mine', row: 0, sheet: plan?.id ?? '' }, value: { kind: 'text', value: 'I stop answering my phone.' } },
      { key: { topic: 'what-helps', block: 'tried', field: 'words', row: 0, sheet: null }, value: { kind: 'text', value: 'Walking down to the lake before it gets dark.' } },
    ]
    for (const note of vault.held.notes.filter((each) => each.state.kind === 'signed').slice(0, -3)) handOff(note, 'Clinic record')
  }
  const groups = groupCommands({ vault, refuse, changed, personOf, card, noteCard: (session) => { const note = vault.held.notes.find((each) => each.session === session); return note ? noteCard(note) : null } })
  const waiting = () => vault.held.notes.filter((each) => each.state.kind === 'signed').slice(handedOff.length)

  /** Refuses what does not open the backup. */
  const opens = ({ with: secret }: Restore) => {
    if ('passphrase' in secret && secret.passphrase !== PASSPHRASE) refuse('wrongPassphrase')
    if ('recoveryCode' in secret && secret.recoveryCode.replace(/[\s-]/g, '').toUpperCase() !== CODE.replace(/-/g, '')) refuse('wrongRecoveryCode')
  }

  const table: Table = {
    app_state: state,
    passphrase_strength: ({ passphrase: text }) => strength(text),
    create_vault: (ask) => {
      if (!ask.practitioner.name.trim()) refuse('nameMissing')
      if (!strength(ask.passphrase).accepted) refuse('weakPassphrase')
      open()
      sample = ask.sample
      passphrase = ask.passphrase
      code = CODE
      findings = []
      Object.assign(vault.held, ask.sample ? {} : { people: [], sessions: [], notes: [], copies: [], answers: {}, groups: noGroups() }, { practitioner: ask.practitioner })
      vault.settle()
      if (!ask.sample) {
        handedOff.length = 0
        backup = null
      }
      return { recoveryCode: CODE, state: state() }
    },
    unlock: ({ passphrase: text }) => {
      if (text !== passphrase) refuse('wrongPassphrase')
      open()
      return state()
    },
    unlock_with_recovery_code: ({ code: typed }) => {
      const groups = typed.toUpperCase().split(/[\s-]+/)
      const wrong = code.split('-').findIndex((group, i) => group !== groups[i])
      if (wrong >= 0) refuse('wrongRecoveryCode', groups.length === 6 ? { group: String(wrong + 1) } : {})
      open()
      byRecovery = true
      return state()
    },
    lock: () => {
      lock()
      return state()
    },
    still_here: () => ({}),
    change_passphrase: (ask) => {
      if (!byRecovery && ask.current !== passphrase) refuse('wrongPassphrase')
      if (!strength(ask.new).accepted) refuse('weakPassphrase')
      passphrase = ask.new
      return changed('change-passphrase', null, ['vault'], () => {
        byRecovery = false
      }, true)
    },
    change_settings: (ask) => {
      settings = structuredClone(ask.settings)
      return state()
    },
    accept_settings: () => {
      settingsTrouble = null
      return state()
    },
    change_practitioner: (ask) => {
      if (!ask.practitioner.name.trim()) refuse('nameMissing')
      return changed('save-practitioner', null, ['vault'], () => {
        vault.held.practitioner = { ...ask.practitioner }
      })
    },
    set_pin: (ask) => {
      if (!/^\d{4,8}$/.test(ask.pin)) refuse('pinShape')
      return changed('set-pin', null, ['vault'], () => {
        pin = ask.pin
      }, true)
    },
    check_vault: () => ({ encrypted: true, cipherVersion: '4.10.0 community', whole: true, auditBrokenAt: null, notesBrokenAt: null, headerCopies: 2, opening: findings, chain: vault.chain, people: vault.held.people.length, auditEntries: vault.chain.sequence, signedNotes: vault.held.notes.filter((each) => each.state.kind === 'signed').length, findings: [], ...SELF_TEST, lastBackup: backup }),
    self_test: ({ language }) => ({ well: findings.length === 0, document: selfTestDocument(language, TODAY) }),
    manual: ({ language }) => ({ pages: manualPages(language, TODAY) }),
    back_up: ({ folder }) => {
      backup = now()
      return { path: `${folder}/waymark-2026-11-21.backup`, bytes: 1_482_752, flushed: true }
    },
    acknowledge: ({ finding, name }) => {
      if (!name.trim()) refuse('nameMissing')
      if (!findings.some((each) => each.number === finding)) refuse('notFound')
      return changed('acknowledge', null, ['vault'], () => {
        findings = findings.filter((each) => each.number !== finding)
      }, true)
    },
    new_data_key: (ask) => {
      if (ask.passphrase !== passphrase) refuse('wrongPassphrase')
      code = NEW_CODE
      return { recoveryCode: code, oldBackups: backup ? [{ name: 'waymark-2026-11-20.backup', at: backup }] : [] }
    },
    plan_restore: (ask) => {
      opens(ask)
      const compared = kind === 'open' || (kind === 'locked' && 'passphrase' in ask.with && ask.with.passphrase === passphrase)
      return { madeAt: { millis: Date.parse('2026-11-20T16:05:00Z'), offset: 60 }, compared, goes: compared ? vault.since : null }
    },
    restore: (ask) => {
      opens(ask)
      open()
      byRecovery = 'recoveryCode' in ask.with
      sample = true
      passphrase = PASSPHRASE
      vault.restore(contents(makePeople()))
      return state()
    },
    leave_sample: () => {
      if (!sample) refuse('notFound')
      kind = 'none'
      sample = false
      vault.held = { ...vault.held, people: [], sessions: [], notes: [], copies: [], answers: {}, groups: noGroups() }
      vault.settle()
      handedOff.length = 0
      return state()
    },
    undo_line: ({ person }) => vault.line(person ?? null),
    undo: ({ person }) => vault.takeBack(person ?? null),
    redo: ({ person }) => vault.bringBack(person ?? null),
    drafts: () => ({ drafts: [...begun.values()] }),
    keep_draft: (draft) => {
      if (draft.words === '') begun.delete(draft.place)
      else begun.set(draft.place, draft)
      return { savedAt: now() }
    },
    hold: (given) => hold(given, null),
    hold_turned: (given) => hold(given, lastTurned ?? refuse('notFound')),
    take_held: () => {
      const given = held.map(({ turned, writes }) => ({ turned, writes }))
      held = []
      return { held: given }
    },
    fresh_ids: ({ count }) => ({ ids: Array.from({ length: count }, freshId) }),

    today: () => {
      const meets = vault.held.people.filter((each) => each.person.nextMeeting?.startsWith(TODAY))
      const unsigned = vault.held.notes.filter((each) => each.state.kind === 'draft')
      const without = vault.held.sessions.filter((each) => each.closedAt && !vault.held.notes.some((note) => note.session === each.id))
      const count = (list: unknown[]) => Math.min(list.length, COUNTED_TO)
      return structuredClone({
        day: TODAY, people: vault.held.people.length, lastBackup: backup, backupTrouble: options.backup ? { why: options.backup, folder: settings.backup.folder, at: now() } : null,
        meetings: meets.map((of) => ({ person: card(of), at: of.person.nextMeeting, number: sessionsOf(of.person.id).length + (openSession(of.person.id) ? 0 : 1), promised: of.practices.filter((each) => !each.review).map((each) => each.what), next: nextTopic(of.covered), openSession: openSession(of.person.id) })),
        groups: groups.today(), groupsLeft: groups.left(),
        leftOpen: leftOpen(), missed: missed().slice(0, LISTED),
        soon: vault.held.people.flatMap((of) => (of.person.nextMeeting && of.person.nextMeeting.slice(0, 10) > TODAY ? [{ person: card(of), at: of.person.nextMeeting }] : [])),
        unsigned: unsigned.slice(0, LISTED).map(noteCard),
        withoutNote: without.slice(0, LISTED).map((each) => ({ id: each.id, person: card(personOf(each.person)), number: each.number, on: each.on })),
        notHandedOff: waiting().slice(0, LISTED).map(noteCard), outcomes: [],
        plansDue: plansDue(vault.held, (id) => card(personOf(id))),
        waiting: { unsigned: count(unsigned), withoutNote: count(without), notHandedOff: count(waiting()), missed: missed().length, countedTo: COUNTED_TO },
      })
    },
    courses_of: ({ people }) => ({ courses: people.map((id) => ({ person: id, modules: [personOf(id).covered === 0 ? 'ahead' as const : personOf(id).covered < TOPICS.length ? 'begun' as const : 'covered' as const], next: nextTopic(personOf(id).covered) })) }),
    people: () => {
      return structuredClone({ people: vault.held.people.map((of) => ({ card: card(of), active: of.person.active, statement: of.statements[0]?.words ?? '', sessions: sessionsOf(of.person.id).length, lastSessionOn: sessionsOf(of.person.id).at(-1)?.on ?? null, nextMeeting: of.person.nextMeeting, promise: of.practices.find((each) => !each.review)?.what ?? '', unsigned: vault.held.notes.filter((each) => each.person === of.person.id && each.state.kind === 'draft').length })).sort((a, b) => a.card.name.localeCompare(b.card.name)) })
    },
    person: ({ person }) => personView(person),
    search: (ask) => structuredClone(search(vault.held, (id) => card(personOf(id)), ask)),
    worklist: () => {
      const closed = vault.held.sessions.filter((each) => each.closedAt !== null)
      const without = closed.filter((each) => !vault.held.notes.some((note) => note.session === each.id))
      return structuredClone({
        day: TODAY, groupsLeft: groups.left(), toCoSign: [], leftOpen: leftOpen(), missed: missed(), plansDue: plansDue(vault.held, (id) => card(personOf(id))), countedTo: COUNTED_TO,
        withoutNote: without.map((each) => ({ id: each.id, person: card(personOf(each.person)), number: each.number, on: each.on })),
        unsigned: vault.held.notes.filter((note) => note.state.kind === 'draft').map(noteCard),
        notHandedOff: waiting().map(noteCard),
      })
    },
    look_through_ledger: ({ kind, person }) => ({ lines: ledger(vault.held.people.map(card)).filter((line) => (kind === null || line.kind === kind) && (person === null || line.person?.id === person)), more: false }),
    save_ledger: ({ name }) => ({ path: `/home/kari/Documents/${name}.csv`, flushed: true }),
    look_at_caseload: ({ path, how }) => structuredClone({ ...TABLE, path, how: how ?? TABLE.how }),
    import_caseload: () =>
      changed('add-people', null, ['people'], () => {
        const details = { recordNumber: '0501', language: 'da' as const, printSize: 'normal' as const, course: COURSE, track: null, pace: null, startedOn: TODAY, nextMeeting: null, active: true }
        vault.held.people.push({ person: { id: freshId(), colour: 3, addedAt: now(), preferredName: 'Søren Krogh', ...details }, statements: [], goals: [], practices: [], sheets: [], covered: 0 })
      }),
    erase_person: ({ person, name, reason }) => {
      const { preferredName, recordNumber } = personOf(person).person
      if (name.trim() !== preferredName) refuse('nameDiffers')
      if (!reason.trim()) refuse('reasonMissing')
      const gone = sessionsOf(person).length
      changed('erase', person, ['people', 'sessions', 'notes'], () => {
        vault.held.people = vault.held.people.filter((each) => each.person.id !== person)
        vault.held.sessions = vault.held.sessions.filter((each) => each.person !== person)
        vault.held.notes = vault.held.notes.filter((each) => each.person !== person)
      }, true)
      return { at: now(), name, recordNumber, reason, by: 'Kari Lund', removed: [{ what: 'sessions', count: gone }], emptied: [], entry: 9 }
    },
    add_person: ({ details }) => {
      if (!details.preferredName.trim()) refuse('nameMissing')
      const id = freshId()
      return changed('add-person', id, ['people'], () => {
        vault.held.people.push({ person: { id, colour: vault.held.people.length % 8, addedAt: now(), ...details }, statements: [], goals: [], practices: [], sheets: [], covered: 0 })
        return id
      })
    },
    edit_person: ({ person, details }) => {
      if (!details.preferredName.trim()) refuse('nameMissing')
      return changed('edit-person', person, ['people'], () => {
        Object.assign(personOf(person).person, details)
      })
    },
    record_statement: ({ person, ...given }) =>
      changed('add-statement', person, ['statements'], () => {
        const id = freshId()
        personOf(person).statements.unshift({ id, ...given, recordedAt: now() })
        return id
      }),
    set_goal: ({ person, goal }) =>
      changed('save-goal', person, ['goals'], () => {
        const of = personOf(person)
        of.goals = of.goals.some((each) => each.id === goal.id) ? of.goals.map((each) => (each.id === goal.id ? goal : each)) : [goal, ...of.goals]
      }),

    look_back: (ask) => lookBack(happened({ of: personOf(ask.person), sessions: sessionsOf(ask.person).map(glance), notes: vault.held.notes, handedOff }), ask),
    ...supporterCommands(vault, personOf, refuse),
    ...planCommands(vault, personOf, refuse),
    ...outcomeCommands(vault, personOf, refuse),
    key_in_copy: ({ person, form, filledOn }) => changed('add-sheet', person, ['answers'], () => startCopy(person, form, null, null, filledOn)),
    ...groups.commands,
    ...endingCommands(vault, personOf, card, refuse),
    write_to_supporter: ({ person }) => changed('add-sheet', person, ['answers'], () => startCopy(person, LETTER, null, null)),
    answer: ({ person, key, value }) => changed('answer', person, ['answers'], () => put(person, key, value)),
    start_sheet: ({ person, topic, block, about, from }) =>
      changed('add-sheet', person, ['answers'], () => {
        if (block === null) return startCopy(person, topic, about, from)
        const sheet = freshId()
        personOf(person).sheets.unshift({ id: sheet, topic, title: 'Step by step', about, madeOn: TODAY, firstWords: '' })
        return sheet
      }),
    open_sheet: ({ person, sheet }) => {
      const copy = vault.held.copies.find((each) => each.id === sheet)
      if (copy) return copyView(copy)
      const found = personOf(person).sheets.find((each) => each.id === sheet) ?? refuse('notFound')
      const view = page(found.topic, 'en', person)
      view.document.sheet = sheet
      view.document.blocks = view.document.blocks.filter((each) => each.kind === 'worksheet')
      return view
    },
    open_form: ({ person, form }) => {
      const copy = vault.held.copies.find((each) => each.person === person && each.form === form)
      return copy ? vault.unchanged(copy.id) : changed('add-sheet', person, ['answers'], () => startCopy(person, form, null, null))
    },
    forms: ({ person }) => ({ forms: structuredClone(formsOf(person)) }),
    topic_page: ({ topic, language, person }) => structuredClone(page(topic, language, person)),
    guide_page: () => ({ document: guideDocument(TODAY), module: MODULE, packVersion: '1.0.0', form: null, offers: [], score: null, sharing: null, meaning: null, examples: [] }),
    catalogue: () => ({
      pack: 'Waymark core', version: '1.0.0', languages: ['en', 'da'], forms: [...FORMS], ownStories: true,
      paces: [{ id: 'weekly', title: 'Once a week', source: 'As most sites do it.', days: 7, monthsMin: 9, monthsMax: 12 }],
      courses: [{ id: COURSE, title: 'Eleven modules', source: 'Order of the third edition (2011).', usual: ['en', 'da', 'nb'], tracks: TRACKS, modules: [{ id: MODULE, number: 1, title: 'Recovery Strategies', aim: 'Find words for recovery, and one goal.', topics: TOPICS.map((topic) => ({ ...topic, track: topic.id === 'step-by-step' ? (TRACKS[1]?.id ?? null) : null, review: { status: 'draft' as const } })) }] }],
    }),

    start_session: ({ person, on }) => {
      const of = personOf(person)
      const open = vault.held.sessions.find((each) => each.person === person && !each.closedAt && each.on === (on ?? TODAY))
      if (open) return vault.unchanged(open.id, person)
      return changed('start-session', person, ['sessions'], () => {
        const session = newSession(of, sessionsOf(person).length + 1)
        session.on = on ?? TODAY
        vault.held.sessions.push(session)
        return session.id
      })
    },
    session: ({ session }) => sessionView(session),
    session_record: ({ session }) => structuredClone(sessionOf(session)),
    record_in_session: ({ session, entry }) => {
      const { person, closedAt } = sessionOf(session)
      if (closedAt && entry.kind !== 'length') refuse('sessionClosed')
      const moves = entry.kind === 'enterPhase' || entry.kind === 'spendTime'
      return changed('record-session', person, touchedBy(entry), () => record(sessionOf(session), personOf(person), structuredClone(entry)), moves)
    },
    spend_time: ({ session, seconds }) => {
      const { person } = sessionOf(session)
      changed('record-session', person, ['sessions'], () => record(sessionOf(session), personOf(person), { kind: 'spendTime', seconds }), true)
      return {}
    },
    discard_session: ({ session, reason }) => {
      if (!reason.trim()) refuse('reasonMissing')
      return changed('discard-session', sessionOf(session).person, ['sessions', 'practices', 'notes'], () => {
        vault.held.sessions = vault.held.sessions.filter((each) => each.id !== session)
        vault.held.notes = vault.held.notes.filter((each) => each.session !== session)
      })
    },
    say_what_happened: ({ person, at, what }) => {
      const of = personOf(person)
      if (!missed().some((each) => each.person.id === person && each.at === at)) refuse('notFound')
      return changed('say-what-happened', person, ['sessions', 'people'], () => {
        of.person.nextMeeting = what.kind === 'moved' ? what.to : null
        if (what.kind === 'notAgreed') return null
        const session = newSession(of, sessionsOf(person).length + 1)
        session.on = at.slice(0, 10)
        if (what.kind !== 'came') {
          session.attendance = { kind: what.kind, reason: what.reason }
          session.closedAt = now()
        }
        vault.held.sessions.push(session)
        return session.id
      })
    },
    close_session: ({ session }) =>
      changed('close-session', sessionOf(session).person, ['sessions', 'people'], () => {
        sessionOf(session).closedAt = now()
      }),
    reopen_session: ({ session }) =>
      changed('reopen-session', sessionOf(session).person, ['sessions', 'people'], () => {
        sessionOf(session).closedAt = null
      }),

    turn_screen: (ask) => {
      if (!pin) refuse('noPin')
      turned = ask
      lastTurned = { session: ask.session, person: sessionOf(ask.session).person }
      return turnedView()
    },
    turn_screen_to_room: ({ topic }) => {
      if (!pin) refuse('noPin')
      turned = { session: null, topic, sheet: null }
      return turnedView()
    },
    turned_page: () => {
      if (!turned) {
        const of = vault.held.people[0] ?? refuse('notFound')
        const session = vault.held.sessions.find((each) => each.person === of.person.id) ?? refuse('notFound')
        turned = { session: session.id, topic: 'what-helps', sheet: null }
      }
      return structuredClone(turnedView())
    },
    turned_answer: ({ key, value }) => {
      const { person } = sessionOf((turned ?? refuse('notFound')).session ?? refuse('screenTurned'))
      return changed('answer', person, ['answers'], () => put(person, key, value))
    },
    turn_back: (ask) => {
      const back = ask.pin === pin
      if (back) {
        turned = null
        queueMicrotask(() => emit('turned-back'))
      }
      return { back, waitSeconds: 0, locked: false }
    },

    ...noteCommands({ vault, changed, refuse, noteOf, sessionOf, personOf, noteView, signature, format: () => settings.noteFormat }),
    hand_off: () => ({ waiting: waiting().map(noteCard), toCoSign: [], coSigned: vault.held.notes.filter((each) => each.addenda.some((one) => one.kind === 'coSignature')).map((each) => each.id), left: [...handedOff].reverse() }),
    recipients: ({ person }) => ({ known: [...new Set([...(person ? supportersOf(personOf(person)).map((each) => each.supporter.name) : []), ...handedOff.map((gone) => gone.to).reverse()])].filter((to) => to !== '') }),

    preview: ({ paper, format }) => {
      const letter = (format ?? settings.paper) === 'letter'
      if (paper.kind === 'handouts') return { pages: paper.topics.flatMap((id) => fakePages([...TOPICS, ...FORMS].find((each) => each.id === id)?.title ?? '', 2, letter)), count: paper.topics.length * 2 }
      if (paper.kind === 'packet') {
        const { topics, cover, contents, services, booklet } = paper.packet
        const titles = [...(cover ? ['Pages to keep'] : []), ...(contents ? ['Contents'] : []), ...topics.flatMap((id) => Array<string>(2).fill([...TOPICS, ...FORMS].find((each) => each.id === id)?.title ?? '')), ...(services ? ['Help and services near here'] : [])]
        return { pages: titles.map((title, at) => fakePage(title, at, titles.length, letter, booklet)), count: titles.length }
      }
      if (paper.kind === 'each') {
        const titles = paper.people.flatMap((id) => Array<string>((paper.each.goals ? 1 : 0) + 2 * paper.each.topics).fill(personOf(id).person.preferredName))
        return { pages: titles.map((title, at) => fakePage(title, at, titles.length, letter, false)), count: titles.length }
      }
      if (paper.kind === 'workbook') return { pages: fakePages('Workbook', 3, letter), count: paper.module === null ? 250 : 3 }
      const titles = { together: 'What helps in recovery', guide: 'Guide', sheet: 'Step by step', note: 'Session note', goals: 'My goals', slips: 'Until next time', erasure: 'Receipt of an erasure', folder: 'My folder', mirror: 'Supervision sheet', supervisionLog: 'Supervision and training', outcomes: 'Outcome sheet', helpNow: 'Help now', manual: 'User guide', selfTest: 'Self-test' }
      const pages = fakePages(titles[paper.kind], paper.kind === 'note' ? 2 : 1, letter)
      return { pages, count: pages.length }
    },
    read_back_plan: ({ person, path }) => (isForm(path) ? { person: card(personOf(person)), lines: returnedLines(vault.held.answers[person] ?? []), lost: path.includes('older') ? 2 : 0 } : refuse('notAForm', { what: 'no form' })),
    read_back: ({ person, path, take }) => {
      if (!isForm(path)) refuse('notAForm', { what: 'no form' })
      const lines = returnedLines(vault.held.answers[person] ?? []).filter((line) => !line.same)
      const chosen = take === null ? lines : lines.filter((line) => take.some((each) => each.name === line.name && each.now === line.now && each.found === line.found))
      if (take !== null && chosen.length < take.length) refuse('notAForm', { why: 'changed' })
      if (chosen.length === 0) return vault.unchanged(person, person)
      return changed('answer', person, ['answers'], () => {
        const copy = chosen.some((line) => line.copy) ? startCopy(person, 'staying-well-plan', null, null) : null
        for (const { name, copy: fresh, found } of chosen) {
          const [topic = '', block = '', field = '', row = '0'] = name.split('/')
          put(person, { topic, block, field, row: Number(row), sheet: fresh ? copy : null }, { kind: 'text', value: found })
        }
      })
    },
    making_paper: () => ({ done: 0, of: 0 }),
    stop_paper: () => ({}),
    save_each: ({ people, each, to, despite, others }) => {
      if (!others) for (const person of people) mustConsent(refuse, personOf(person), { kind: 'each', people: [person], each }, to, despite)
      return { folder: '/home/kari/Documents', saved: people, notSaved: [] }
    },
    help_now: () => settings,
    site_services: () => ({ crisis: start === 'empty' ? [] : [{ name: 'County night team', phone: '555 0111', hours: 'Every night', whatFor: '', checkedOn: '2026-10-01' }], services: [] }),
    packs: () => ({ packs, problems: [] }),
    install_pack: ({ path }) => ({ packs, problems: path.includes('BACKUP') ? [...PROBLEMS] : [] }),
    remove_pack: ({ id }) => {
      packs = packs.filter((pack) => pack.id !== id)
      return { packs, problems: [] }
    },
    save_paper: ({ pages: { paper }, to, despite, name }) => {
      const without = mustConsent(refuse, whose(paper), paper, to, despite)
      if (paper.kind === 'note') handOff(noteOf(paper.note), to, without)
      return { path: `/home/kari/Documents/${name}`, flushed: true }
    },
    save_record: ({ name }) => ({ path: `/home/kari/Documents/${name}`, flushed: true }),
    save_archive: ({ name }) => ({ path: `/home/kari/Documents/${name}.waymark`, flushed: true }),
    save_folder: ({ person, to, despite }) => mustConsent(refuse, personOf(person), 'record', to, despite) && ({ folder: '/media/kari/USB/Maria H. 2026-11-21', saved: ['record.json', 'record.fhir.json', 'goals.pdf', 'goals.html', 'index.html'], notSaved: [], why: null, flushed: true }),
    save_evaluation: ({ identified, reason }) => {
      if (identified && reason.trim() === '') refuse('reasonMissing')
      return { folder: '/media/kari/USB/evaluation 2026-11-21', saved: ['people.csv', 'sessions.csv', 'data-dictionary.csv'], notSaved: [], why: null, flushed: true }
    },
    save_notes: ({ which, to, despite, others }) => {
      const notes = waiting().filter((note) => note.on >= which.from && note.on <= which.until)
      const saved: NoteSaved[] = []
      const notSaved: NoteNotSaved[] = []
      const missing = (note: Note): ConsentItem[] => mustConsent(refuse, personOf(note.person), { kind: 'note', note: note.id }, to, despite)
      if (!others) notes.forEach(missing)
      for (const note of notes) {
        try {
          handOff(note, to, missing(note))
          saved.push({ note: noteCard(note), path: `/media/kari/USB/${note.on}.pdf` })
        } catch (error) {
          notSaved.push({ note: noteCard(note), error: error as ApiError })
        }
      }
      return { folder: '/media/kari/USB', saved, notSaved, drafts: 1 }
    },
    plan_archive: ({ passphrase }) => {
      if (passphrase === 'wrong') refuse('wrongPassphrase')
      return archivePlan(aMaria())
    },
    merge_archive: ({ passphrase, take }) => {
      if (passphrase === 'wrong') refuse('wrongPassphrase')
      const { person, conflicts, here } = archivePlan(aMaria())
      for (const field of take ?? []) {
        const seen = conflicts.find((each) => each.table === field.table && each.row === field.row && each.field === field.field)
        if (seen?.together == null || seen.ours !== field.ours || seen.theirs !== field.theirs) refuse('notFound', { why: 'changed' })
      }
      changed('merge', here && person, ['people'], () => undefined, true)
      if (!take || take.length === 0) return vault.unchanged(person, here && person)
      return changed('take-theirs', here && person, ['people'], () => {
        for (const { table, field, theirs } of take) if (here && table === 'person' && field === 'record_number') personOf(person).person.recordNumber = theirs
      })
    },
    print_paper: ({ pages: { paper }, only, to, despite }) => {
      if (only.includes('99')) refuse('noSuchPages', { count: '2' })
      mustConsent(refuse, whose(paper), paper, to, despite)
      return { printed: true }
    },
    save_recovery_sheet: ({ name }) => ({ path: `/home/kari/Documents/${name}`, flushed: true }),
    print_recovery_sheet: () => ({ printed: true }),
    leave: () => ({}),
    begin_anew: () => ({}),
    stay: () => ({}),
    choose_folder: () => ({ path: '/media/kari/BACKUP' }),
    dictionaries: () => ({ tags: ['en_GB', 'da_DK'] }),
    monitors: () => ({ monitors: [{ key: 'eDP-1 1920x1080+0+0', name: 'eDP-1', width: 1920, height: 1080, side: 'here' }] }),
    choose_file: () => ({ path: options.file ?? '/media/kari/BACKUP/waymark-2026-11-20.backup' }),
  }

  const transport: Transport = {
    async call(name, request) {
      await Promise.resolve()
      if (kind !== 'open' && !factsOf(name).locked) refuse('locked')
      // The wire is JSON: what cannot travel does not arrive, here as there.
      const answer = (table[name] as (args: unknown) => unknown)(JSON.parse(JSON.stringify(request)))
      return JSON.parse(JSON.stringify(answer)) as unknown
    },
    on(event, handler) {
      const set = handlers.get(event) ?? new Set()
      handlers.set(event, set.add(handler))
      return Promise.resolve(() => set.delete(handler))
    },
  }
  return { table, emit, transport }
}

/** The fake for the development page, started as its address says. `window.fake.emit('locked')` plays an event. */
export function fakeTransport(): Transport {
  const query = new URLSearchParams(location.search)
  const fake = makeFake({ vault: (query.get('vault') ?? undefined) as FakeOptions['vault'], lang: (query.get('lang') ?? undefined) as Lang | undefined, theme: (query.get('theme') ?? undefined) as Theme | undefined, found: query.get('found')?.split(',') as FindingKind[] | undefined, full: query.has('full'), settings: (query.get('settings') ?? undefined) as SettingsTrouble | undefined, backup: (query.get('backup') ?? undefined) as BackupWhy | undefined, file: query.get('file') ?? undefined })
  Object.assign(window, { fake })
  return fake.transport
}
