//! A session note: what stands in each section while it is written, saving it, signing it, adding to it.

import { app } from '../../app.svelte'
import { asApiError, call } from '../../ipc/client'
import type { ApiError, MakePaper, NoteId, NoteSection, NoteSectionKind, NoteView } from '../../ipc/generated/types'
import { saver } from '../../ipc/saver.svelte'
import { Paper } from '../../paper.svelte'
import { PagePreview } from '../../preview.svelte'
import { asksJudgement } from './words'

export class NoteDesk {
  view = $state.raw<NoteView | null>(null)
  /** The sections as typed; answers of the core never overwrite what is being written. */
  sections = $state<NoteSection[]>([])
  error = $state.raw<ApiError | null>(null)
  busy = $state(false)
  signing = $state(false)
  /** Whether the note was just drafted again. */
  redrafted = $state(false)
  adding = $state(false)
  addition = $state({ words: '', reason: '' })
  size = $state<'normal' | 'large'>('normal')
  readonly paper = new Paper()
  readonly preview = new PagePreview()

  signed = $derived(this.view?.note.state.kind === 'signed' ? this.view.note.state : null)
  unconfirmed = $derived(this.sections.filter((section) => section.unconfirmed))
  /** Judgements nobody has written. */
  open = $derived(this.sections.filter((section) => asksJudgement(section.kind) && section.judgement.trim() === ''))

  constructor(private readonly id: NoteId) {}

  get ask(): MakePaper {
    return { paper: { kind: 'note', note: this.id }, size: this.size, format: null }
  }

  load(): Promise<void> {
    return this.#try(async () => this.#take(await call('note', { note: this.id })))
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

  /** Drafts again from what is recorded now. */
  async redraft(): Promise<void> {
    await this.#work(async () => {
      this.#take(await call('redraft_note', { note: this.id }))
      this.redrafted = true
    })
  }

  /** Signs and locks. Nothing asks again after this. */
  async sign(): Promise<void> {
    await this.#work(async () => {
      const view = await call('sign_note', { note: this.id })
      this.signing = false
      this.#take(view)
    })
    if (this.error) this.signing = false
  }

  async add(): Promise<void> {
    if (this.addition.words.trim() === '') return
    await this.#work(async () => {
      const { words, reason } = $state.snapshot(this.addition)
      this.#take(await call('add_addendum', { note: this.id, words, reason }))
      this.addition = { words: '', reason: '' }
      this.adding = false
    })
  }

  setSize(size: 'normal' | 'large'): void {
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
    saver.later(key, async (send) => {
      const view = await send('write_note', { note: this.id, ...change })
      // Only what is not being typed is taken in.
      this.view = view
      return view
    })
    this.preview.soon(this.ask)
  }

  #take(view: NoteView): void {
    this.view = view
    this.sections = structuredClone(view.note.sections)
    app.person = view.person
    void this.preview.show(this.ask)
  }

  async #work(what: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    await this.#try(what)
    this.busy = false
  }

  async #try(what: () => Promise<void>): Promise<void> {
    try {
      await what()
      this.error = null
    } catch (error) {
      this.error = asApiError(error)
    }
  }
}
