//! A session note: what stands in each section while it is written, saving it, signing it, adding to it.

import { app } from '../../app.svelte'
import type { Place } from '../../components/place'
import { Form, recorded } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Area, Colleague, Likeness, MakePaper, NoteFormat, NoteId, NoteSection, NoteSectionKind, NoteView, PractitionerId, PrintSize, Snippet, Written } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Paper } from '../../paper.svelte'
import { PagePreview } from '../../preview.svelte'
import { Shown } from '../../shown.svelte'
import { asksJudgement, belongs } from './words'

/** How long typing must rest before it is compared with earlier notes. */
const COMPARE_MS = 1500

/** A co-signature that is being made. */
interface CoSign {
  who: PractitionerId | ''
  name: string
  words: string
  all: readonly Colleague[]
}

export class NoteDesk extends Shown<NoteView> {
  view = $state.raw<NoteView | null>(null)
  /** The sections as typed. */
  sections = $state<NoteSection[]>([])
  signing = $state(false)
  /** Whether the note was just drafted again. */
  redrafted = $state(false)
  adding = $state(false)
  /** What stands in earlier notes already. */
  likenesses = $state.raw<Likeness[]>([])
  /** The practitioner's own phrases. */
  phrases = $state.raw<Snippet[]>([])
  #comparing: ReturnType<typeof setTimeout> | undefined
  readonly addition: Form<{ words: string; reason: string }>
  /** The form of a co-signature, while somebody signs. */
  coSigning = $state<CoSign | null>(null)
  size = $state<PrintSize>('normal')
  readonly paper = new Paper()
  readonly preview = new PagePreview()

  signed = $derived(this.view?.note.state.kind === 'signed' ? this.view.note.state : null)
  /** Who led the meeting, as signed, where that was not just the one who signed. */
  ledBy = $derived(this.signed && this.signed.facts.practitioners.join() !== this.signed.by ? this.signed.facts.practitioners.join('; ') : '')
  unconfirmed = $derived(this.sections.filter((section) => section.unconfirmed))
  /** Second signatures under it. */
  coSignatures = $derived(this.view?.note.addenda.filter((each) => each.kind === 'coSignature') ?? [])
  /** What was added in words. */
  additions = $derived(this.view?.note.addenda.filter((each) => each.kind === 'addition') ?? [])
  /** Who is on the meeting to co-sign and has not. */
  waitsFor = $derived(this.signed ? (this.view?.ledBy.filter((one) => one.role === 'coSigner' && this.coSignatures.every((each) => each.by !== one.signature)) ?? []) : [])
  format = $derived<NoteFormat>(this.view?.note.format ?? 'imr')
  /** The sections of the format. */
  own = $derived(this.sections.filter((section) => belongs(this.format, section.kind)))
  /** What was typed in an earlier format and has no place in this one. */
  earlier = $derived(this.sections.filter((section) => !belongs(this.format, section.kind)))
  /** Judgements nobody has written. */
  open = $derived(this.own.filter((section) => asksJudgement(section.kind) && section.judgement.trim() === ''))

  /** Place, minutes and names come from the session and the person; who signs, from the vault. */
  protected readonly areas: readonly Area[] = ['notes', 'sessions', 'people', 'vault']

  constructor(private readonly id: NoteId) {
    super()
    this.addition = new Form(`addendum/${id}`, null, () => ({ words: '', reason: '' }))
    this.adding = this.addition.again
  }

  /** Where the words of a section are kept. */
  place(kind: NoteSectionKind, part: 'text' | 'judgement'): Place {
    return recorded(`note/${this.id}/${kind}/${part}`, this.view?.person.id ?? null)
  }

  protected override whose() {
    return this.view?.person.id ?? null
  }

  protected read(): Promise<NoteView> {
    return call('note', { note: this.id })
  }

  protected take(view: NoteView): void {
    if (this.view === null) void this.paper.remember(view.person.id)
    this.view = view
    this.sections = structuredClone(view.note.sections)
    app.person = view.person
    void this.preview.show(this.ask)
    void this.compare()
    if (view.note.state.kind === 'draft') void this.fetchPhrases()
  }

  get ask(): MakePaper {
    return { paper: { kind: 'note', note: this.id }, size: this.size, format: null }
  }

  write(kind: NoteSectionKind, text: string): void {
    const section = this.#section(kind)
    if (!section) return
    section.text = text
    // Whoever rewrites what was carried over has seen it.
    section.unconfirmed = false
    this.#save(`note/${this.id}/${kind}/text`, { section: kind, text, judgement: null, confirmed: null })
  }

  judge(kind: NoteSectionKind, judgement: string): void {
    const section = this.#section(kind)
    if (!section) return
    section.judgement = judgement
    this.#save(`note/${this.id}/${kind}/judgement`, { section: kind, text: null, judgement, confirmed: null })
  }

  /** Says that what was carried over is still true. */
  confirm(kind: NoteSectionKind): void {
    const section = this.#section(kind)
    if (!section) return
    section.unconfirmed = false
    this.#save(`note/${this.id}/${kind}/confirmed`, { section: kind, text: null, judgement: null, confirmed: true })
    void saver.flush()
  }

  /** Corrects how long the meeting took; it is printed with the note. */
  /** Where the length is kept while it is typed. */
  get lengthPlace(): Place {
    return recorded(`note/${this.id}/length`, this.view?.person.id ?? null)
  }

  setLength(minutes: number | null): void {
    const session = this.view?.note.session
    if (session === undefined) return
    saver.later(`note/${this.id}/length`, (send) => send('record_in_session', { session, entry: { kind: 'length', minutes } }))
    this.preview.soon(this.ask)
    if (this.view) this.view = { ...this.view, minutes: minutes ?? this.view.counted }
  }

  /** Drafts again from what is recorded now. */
  async redraft(): Promise<void> {
    await this.run(async () => {
      await call('redraft_note', { note: this.id })
      this.redrafted = true
    })
  }

  /** Without them one writes as before, so nothing is said when they cannot be asked for. */
  async fetchPhrases(): Promise<void> {
    this.phrases = (await call('snippets', {}).catch(() => ({ snippets: [] }))).snippets
  }

  /** Puts words into a text of a section, in place of what lies between two points of it; returns where they end. */
  putIn(kind: NoteSectionKind, written: Written, words: string, from: number, to: number): number {
    const section = this.#section(kind)
    if (!section) return to
    const text = section[written]
    const before = text.slice(0, from)
    // A phrase is words of their own, and never grown onto others.
    const gap = before === '' || /\s$/.test(before) ? '' : ' '
    const after = text.slice(to)
    const end = after === '' || /^[\s.,;:!?)]/.test(after) ? '' : ' '
    const whole = `${before}${gap}${words}${end}${after}`
    if (written === 'text') this.write(kind, whole)
    else this.judge(kind, whole)
    return before.length + gap.length + words.length
  }

  /** Tells the same facts in another format. */
  async setFormat(format: NoteFormat): Promise<void> {
    await this.run(() => call('set_note_format', { note: this.id, format }))
  }

  /** Puts what stands from an earlier format at the end of a section, or takes it out. */
  async placeEarlier(section: NoteSectionKind, into: NoteSectionKind | null): Promise<void> {
    await this.run(() => call('place_earlier', { note: this.id, section, into }), section)
  }

  /** Asks what of a draft stands in earlier notes already. It is only said: when it cannot be asked, nothing is. */
  async compare(): Promise<void> {
    clearTimeout(this.#comparing)
    if (this.view?.note.state.kind !== 'draft') this.likenesses = []
    else this.likenesses = (await call('note_likenesses', { note: this.id }).catch(() => ({ likenesses: [] }))).likenesses
  }

  /** The earlier note that holds much of a text; `null` when none does. */
  alike(kind: NoteSectionKind, written: Written): Likeness | null {
    return this.likenesses.find((found) => found.kind === kind && found.written === written) ?? null
  }

  /** Signs and locks. Nothing asks again after this. */
  async sign(): Promise<void> {
    await this.run(() => call('sign_note', { note: this.id }))
    this.signing = false
  }

  async add(): Promise<void> {
    if (this.addition.values.words.trim() === '') return
    await this.run(async () => {
      const { words, reason } = $state.snapshot(this.addition.values)
      await call('add_addendum', { note: this.id, words, reason })
      this.addition.clear()
      this.adding = false
    })
  }

  /** Begins a co-signature; whoever is on the meeting for it is offered first. */
  async beginCoSign(): Promise<void> {
    await this.run(async () => {
      const { practitioners } = await call('practitioners', {})
      const meant = this.waitsFor[0]?.practitioner ?? ''
      this.coSigning = { who: meant, name: '', words: '', all: practitioners.filter((one) => !one.keeper && one.active) }
    }, 'coSign')
  }

  async coSign(): Promise<void> {
    const signing = this.coSigning
    if (!signing || signing.who === '') return
    const { who, name, words } = signing
    await this.run(async () => {
      await call('co_sign_note', { note: this.id, practitioner: who, name, words })
      this.coSigning = null
    }, 'coSign')
  }

  setSize(size: PrintSize): void {
    this.size = size
    void this.preview.show(this.ask)
  }

  leave(): void {
    this.preview.stop()
    clearTimeout(this.#comparing)
    if (app.open) void saver.flush()
    app.person = null
  }

  #section(kind: NoteSectionKind): NoteSection | undefined {
    this.redrafted = false
    return this.sections.find((section) => section.kind === kind)
  }

  #save(key: string, change: { section: NoteSectionKind; text: string | null; judgement: string | null; confirmed: boolean | null }): void {
    saver.later(key, (send) => send('write_note', { note: this.id, ...change }))
    this.preview.soon(this.ask)
    clearTimeout(this.#comparing)
    this.#comparing = setTimeout(() => void this.compare(), COMPARE_MS)
  }
}
