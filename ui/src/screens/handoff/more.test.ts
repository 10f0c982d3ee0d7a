import { beforeEach, describe, expect, it } from 'vitest'
import { useTransport } from '../../ipc/client'
import { makeFake } from '../../ipc/fake'
import { Days, Elsewhere, Tables, WholeRecord, coming } from './more.svelte'

let fake: ReturnType<typeof makeFake>
const asked: { name: string; request: unknown }[] = []
beforeEach(() => {
  fake = makeFake()
  asked.length = 0
  useTransport({
    ...fake.transport,
    call: (name, request) => {
      asked.push({ name, request })
      return fake.transport.call(name, request)
    },
  })
})
const lastAsked = () => asked[asked.length - 1]

describe('more ways to hand off', () => {
  it('saves the notes of some days, and asks for nothing when the days are the wrong way round', async () => {
    const days = new Days()
    days.from = '2020-01-01'
    days.until = '2030-01-01'
    expect(days.wrong).toBe(false)
    await days.save()
    expect(days.saved?.saved.length).toBeGreaterThan(0)
    expect(days.saved?.drafts).toBe(1)
    days.until = '2019-01-01'
    expect(days.wrong).toBe(true)
  })

  it('shows nothing when the dialog was left', async () => {
    useTransport({ ...fake.transport, call: () => Promise.resolve({ folder: null, saved: [], notSaved: [], drafts: 0 }) as never })
    const days = new Days()
    await days.save()
    expect(days.saved).toBeNull()
  })

  it('keeps an archive back until its passphrase is good enough and twice the same', async () => {
    const record = new WholeRecord()
    await record.load()
    record.person = record.people[0]?.card.id ?? ''
    record.as = 'archive'
    record.chosen.first = 'short'
    await record.save()
    expect(lastAsked()?.name).toBe('passphrase_strength')
    expect(record.path).toBe('')
    record.chosen.first = record.chosen.again = 'seven quiet lanterns by the harbour'
    await record.save()
    expect(lastAsked()?.name).toBe('save_archive')
    expect(record.path).toMatch(/\.waymark$/)
    expect(record.chosen.first).toBe('')
  })

  it('asks for a folder or one file, as it was chosen', async () => {
    const record = new WholeRecord()
    await record.load()
    record.person = record.people[0]?.card.id ?? ''
    await record.save()
    expect(record.files?.saved).toContain('index.html')
    record.as = 'fhir'
    await record.save()
    expect(record.path).toMatch(/\.json$/)
    expect(record.files).toBeNull()
  })

  it('names people only with a reason', async () => {
    const tables = new Tables()
    tables.reason = 'left over'
    await tables.save()
    expect(lastAsked()?.request).toMatchObject({ identified: false, reason: '' })
    tables.identified = true
    tables.reason = ''
    await tables.save()
    expect(tables.error?.code).toBe('reasonMissing')
    expect(tables.files).toBeNull()
  })

  it('looks into a record before it brings it in', async () => {
    const elsewhere = new Elsewhere()
    await elsewhere.choose()
    elsewhere.passphrase = 'wrong'
    await elsewhere.look()
    expect(elsewhere.error?.code).toBe('wrongPassphrase')
    expect(elsewhere.plan).toBeNull()
    elsewhere.passphrase = 'right'
    await elsewhere.look()
    expect(elsewhere.plan && coming(elsewhere.plan)).toBe(3)
    await elsewhere.bring()
    expect(elsewhere.brought).toEqual({ name: 'Maria Halvorsen', colour: 0, taken: 0 })
    expect(lastAsked()?.request).toMatchObject({ take: [] })
    expect(elsewhere.passphrase).toBe('')
  })
})
