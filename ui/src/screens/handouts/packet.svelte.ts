//! What is in the packet on the desk, in which order, and what goes with it. Knows nobody.

import type { CatalogueCourse, FormCard, Lang, Packet, TopicId } from '../../ipc/generated/types'

/** A page of the packet. */
export interface InPacket {
  id: TopicId
  /** Its number in the course; empty for a form. */
  number: string
  title: string
}

export class PacketOnDesk {
  /** Topics and forms, in the order in which they lie. */
  chosen = $state.raw<readonly TopicId[]>([])
  short = $state(false)
  onlyWorksheets = $state(false)
  ownStories = $state(true)
  services = $state(false)
  cover = $state(false)
  contents = $state(false)
  booklet = $state(false)

  /** Every page there is, in the order of the course, forms behind it. */
  #there = $derived.by<readonly InPacket[]>(() => {
    const topics = (this.course()?.modules ?? []).flatMap((module) => module.topics)
    const forms = this.forms()
    return [...topics.map(({ id, number, title }) => ({ id, number, title })), ...forms.map(({ id, title }) => ({ id, number: '', title }))]
  })

  /** What lies on the desk; pages that the course does not have wait until it is chosen that has them. */
  items = $derived<readonly InPacket[]>(this.chosen.map((id) => this.#there.find((page) => page.id === id)).filter((page) => page !== undefined))

  constructor(
    private readonly course: () => CatalogueCourse | null,
    private readonly forms: () => readonly FormCard[],
  ) {}

  holds(id: TopicId): boolean {
    return this.chosen.includes(id)
  }

  /** Puts pages in where the course has them among those that are there, so that an order made by hand is kept. */
  add(ids: readonly TopicId[]): void {
    const place = new Map(this.#there.map(({ id }, at) => [id, at]))
    const at = (id: TopicId) => place.get(id) ?? Infinity
    const chosen = [...this.chosen]
    for (const id of ids.filter((each) => !chosen.includes(each))) {
      const next = chosen.findIndex((other) => at(other) > at(id))
      chosen.splice(next < 0 ? chosen.length : next, 0, id)
    }
    this.chosen = chosen
  }

  /** Puts a page right behind another one. */
  addBehind(id: TopicId, page: TopicId): void {
    if (this.holds(id)) return
    const at = this.chosen.indexOf(page) + 1
    this.chosen = [...this.chosen.slice(0, at), id, ...this.chosen.slice(at)]
  }

  remove(ids: readonly TopicId[]): void {
    this.chosen = this.chosen.filter((id) => !ids.includes(id))
  }

  /** Moves a page by one place, past what lies there. Returns its new place, from 1. */
  move(id: TopicId, by: -1 | 1): number {
    const ids = this.items.map((item) => item.id)
    const from = ids.indexOf(id)
    const to = from + by
    if (from < 0 || to < 0 || to >= ids.length) return from + 1
    ids.splice(from, 1)
    ids.splice(to, 0, id)
    this.chosen = ids
    return to + 1
  }

  /** As the core and the settings know it; `null` while nothing is in it. */
  made(course: CatalogueCourse | null, language: Lang): Packet | null {
    const topics = this.items.map(({ id }) => id)
    if (course === null || topics.length === 0) return null
    const { short, onlyWorksheets, ownStories, services, cover, contents, booklet } = this
    return { course: course.id, topics, language, short, onlyWorksheets, ownStories, services, cover, contents, booklet }
  }

  /** Lays a packet out. */
  take(packet: Packet): void {
    this.chosen = packet.topics
    this.short = packet.short
    this.onlyWorksheets = packet.onlyWorksheets
    this.ownStories = packet.ownStories
    this.services = packet.services
    this.cover = packet.cover
    this.contents = packet.contents
    this.booklet = packet.booklet
  }

  clear(): void {
    this.chosen = []
  }
}
