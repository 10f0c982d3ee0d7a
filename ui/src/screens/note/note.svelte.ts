//! A session note: what stands in each section while it is written, saving it, signing it, adding to it.

import { app } from '../../app.svelte'
import type { Place } from '../../components/place'
import { Form, recorded } from '../../ipc/begun.svelte'
import { call } from '../../ipc/client'
import type { Area, MakePaper, NoteId, NoteSection, NoteSectionKind, NoteView, PrintSize } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Paper } from '../../paper.svelte'
import { PagePreview } from '../../preview.svelte'
import { Shown } from '../../shown.svelte'
import { asksJudgement } from './words'

export class NoteDesk extends Shown<NoteView> {
  view = $state.raw<NoteView | null>(null)
  /** The sections as typed. */
  sections = $state<NoteSection[]>([])
  signing = $state(false)
  /** Whether the note was just drafted again. */
  redrafted = $state(false)
  adding = $state(false)
  readonly addition: Form<{ words: string; reason: string }>
  size = $state<PrintSize>('normal')
  readonly paper = new Paper()
  readonly preview = new PagePreview()

  signed = $derived(this.view?.note.state.kind === 'signed' ? this.view.note.state : null)
  /** Who led the meeting, as signed, where that was not just the one who signed. */
  ledBy = $derived(this.signed && this.signed.facts.practitioners.join() !== this.signed.by ? this.signed.facts.practitioners.join('; ') : '')
  unconfirmed = $derived(this.sections.filter((section) => section.unconfirmed))
  /** Judgements nobody has written. */
  open = $derived(this.sections.filter((section) => asksJudgement(section.kind) && section.judgement.trim() === ''))

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

  setSize(size: PrintSize): void {
    this.size = size
    void this.preview.show(this.ask)
  }

  leave(): void {
    this.preview.stop()
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
  }
}
