//! One supporter's page: who they are, what they may see, what was said. Nothing in its forms is set beforehand.

import { Form } from '../../ipc/begun.svelte'
import { call, madeBy } from '../../ipc/client'
import type { ConsentCard, ConsentId, ConsentItem, ContactHow, Given, PersonId, SupporterDetails, SupporterId } from '../../ipc/generated/types'
import { Work } from '../../work.svelte'

/** A consent that is being written down. */
interface Wanted {
  items: ConsentItem[]
  given: Given | null
  from: string | null
  until: string | null
  keptBack: string
}

/** A contact that is being written down. */
interface Met {
  on: string | null
  how: ContactHow | null
  words: string
}

export class SupporterSheet extends Work {
  readonly details: Form<SupporterDetails>
  readonly consent: Form<Wanted>
  readonly contact: Form<Met>
  nameMissing = $state(false)
  /** The consent that is being taken back, and since when. */
  takingBack = $state<{ consent: ConsentId; on: string | null } | null>(null)

  constructor(
    private readonly person: PersonId,
    /** Who; `null` for somebody new. */
    readonly id: SupporterId | null,
    known: SupporterDetails | null,
  ) {
    super()
    const place = `${person}/${id ?? 'new'}`
    const { name = '', relation = '', reach = '', words = '' } = known ?? {}
    this.details = new Form(`supporter/${place}`, person, () => ({ name, relation, reach, words }))
    this.consent = new Form<Wanted>(`consent/${place}`, person, () => ({ items: [], given: null, from: null, until: null, keptBack: '' }))
    this.contact = new Form<Met>(`contact/${place}`, person, () => ({ on: null, how: null, words: '' }))
  }

  /** Whether the consent says everything it has to. */
  get canGive(): boolean {
    const { items, given, from } = this.consent.values
    return items.length > 0 && given !== null && from !== null && !this.endsFirst
  }

  /** Whether it would end before it starts. */
  get endsFirst(): boolean {
    const { from, until } = this.consent.values
    return from !== null && until !== null && until < from
  }

  get canAdd(): boolean {
    const { on, how } = this.contact.values
    return on !== null && how !== null
  }

  /** Saves what is known of them. Returns who they are; `null` when it was not saved. */
  async save(): Promise<SupporterId | null> {
    const details = $state.snapshot(this.details.values)
    this.nameMissing = details.name.trim() === ''
    if (this.nameMissing) return null
    let saved: SupporterId | null = null
    await this.run(async () => {
      const change = await call('save_supporter', { person: this.person, supporter: this.id, details })
      saved = this.id ?? madeBy(change)
      this.details.clear()
    }, 'details')
    return saved
  }

  /** Gives up what was begun about somebody new. */
  giveUp(): void {
    this.details.clear()
  }

  /** Writes the consent down; those before stay as they are. */
  async give(): Promise<void> {
    const { items, given, from, until, keptBack } = $state.snapshot(this.consent.values)
    const { id } = this
    if (id === null || !this.canGive || given === null || from === null) return
    await this.run(async () => {
      await call('give_consent', { person: this.person, supporter: id, terms: { items, given, from, until, keptBack } })
      this.consent.clear()
    }, 'consent')
  }

  beginTakingBack({ consent }: ConsentCard): void {
    this.takingBack = { consent: consent.id, on: null }
  }

  /** Takes a consent back from a day on. */
  async takeBack(): Promise<void> {
    const taking = $state.snapshot(this.takingBack)
    if (!taking || taking.on === null) return
    const { consent, on } = taking
    await this.run(async () => {
      await call('withdraw_consent', { person: this.person, consent, on })
      this.takingBack = null
    }, 'back')
  }

  /** Writes down what was said. */
  async add(): Promise<void> {
    const { on, how, words } = $state.snapshot(this.contact.values)
    const { id } = this
    if (id === null || on === null || how === null) return
    await this.run(async () => {
      await call('add_contact', { person: this.person, supporter: id, contact: { on, how, words } })
      this.contact.clear()
    }, 'contact')
  }
}
