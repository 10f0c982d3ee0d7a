//! What Today shows, and the three things one can do from it: start, print, draft.

import { app } from '../../app.svelte'
import { m, number } from '../../i18n'
import { here } from '../../here'
import { drafts } from '../../ipc/begun.svelte'
import { call, madeBy } from '../../ipc/client'
import type { Area, GroupCard, NextTopic, PersonId, SessionCard, SessionId, TodayMeeting, TodayView } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { Shown } from '../../shown.svelte'
import { begunIn, type Begun } from './begun'

/** Days after which a missing backup is said in clay. */
const BACKUP_DUE_DAYS = 7

export class Today extends Shown<{ view: TodayView; begun: Begun[] }> {
  view = $state.raw<TodayView | null>(null)
  /** What was begun and is not kept yet. */
  begun = $state.raw<Begun[]>([])
  readonly paper = new Paper()
  protected readonly areas: readonly Area[] = ['people', 'sessions', 'practices', 'notes', 'handOffs', 'groups', 'answers', 'events', 'outcomes']

  /** The one meeting whose button is primary: an open session first, else the first to come. */
  first = $derived(this.view?.meetings.find((each) => each.openSession) ?? this.view?.meetings[0] ?? null)

  protected async read() {
    const waiting = drafts.all
    // Names are asked for only where somebody's words wait.
    const people = waiting.some(({ person }) => person !== null) ? (await call('people', {})).people : []
    const nameOf = (person: PersonId | null) => people.find(({ card }) => card.id === person)?.card.name ?? ''
    const begun = waiting.flatMap(({ place, person }) => begunIn(place, person, nameOf(person)) ?? [])
    return { view: await call('today', {}), begun }
  }

  protected take({ view, begun }: { view: TodayView; begun: Begun[] }): void {
    this.view = view
    this.begun = begun
  }

  /** Goes on with what was begun, where it stands. */
  goOn({ at, lies }: Begun): void {
    here.lead(at, app.today, lies)
  }

  /** Starts a session, or goes back to the open one. */
  async start({ person, openSession }: TodayMeeting): Promise<void> {
    if (openSession) return app.go({ screen: 'session', id: openSession })
    await this.run(async () => {
      const change = await call('start_session', { person: person.id, on: null })
      app.go({ screen: 'session', id: madeBy(change) })
    }, person.id)
  }

  /** Opens today's meeting of a group. */
  async openGroup({ series }: GroupCard): Promise<void> {
    await this.run(async () => {
      const change = await call('open_group_meeting', { series: series.id, on: null })
      app.go({ screen: 'meeting', id: madeBy(change) })
    }, series.id)
  }

  /** Closes a session that was left open, as of its day. */
  async closeThen({ id }: SessionCard): Promise<void> {
    await this.run(() => call('close_session', { session: id, asOfItsDay: true }), id)
  }

  /** Begins today's session of somebody who left one open; that one stays as it is. */
  async beginToday({ id, person }: SessionCard): Promise<void> {
    await this.run(async () => {
      const change = await call('start_session', { person: person.id, on: null })
      app.go({ screen: 'session', id: madeBy(change) })
    }, id)
  }

  /** Prints the next topic, in the person's own language and size. */
  async printNext(person: PersonId, next: NextTopic): Promise<void> {
    await this.run(async () => {
      const { language, course, printSize } = (await call('person', { person })).person
      await this.paper.print({ paper: { kind: 'handouts', topics: [next.topic], language, course, person, filled: false, short: false, examples: false }, size: printSize, format: null })
    }, person)
  }

  /** Prints for everybody who comes today what they want and what comes next: one job, each on sheets of their own. */
  async printAll(): Promise<void> {
    const people = (this.view?.meetings ?? []).map(({ person }) => person.id)
    await this.paper.print({ paper: { kind: 'each', people, each: { goals: true, topics: 1, short: false } }, size: 'normal', format: null })
  }

  /** Drafts the note of a closed session and opens it. */
  async draft(session: SessionId): Promise<void> {
    await this.run(async () => {
      const change = await call('draft_note', { session, format: null })
      app.go({ screen: 'note', id: madeBy(change) })
    }, session)
  }
}

/** "12", or "1,000 or more" where counting ended. */
export function counted(count: number, countedTo: number): string {
  return count >= countedTo ? m.today_or_more({ shown: number(countedTo) }) : number(count)
}

/** "and 25 more", of a list that shows only its first; empty when it shows all. */
export function moreWords(count: number, countedTo: number, listed: number): string {
  if (count <= listed) return ''
  const shown = number(count - listed)
  return count >= countedTo ? m.today_more_at_least({ shown }) : m.today_more({ shown })
}

/** Tells whether a backup is due: none yet, or an old one. */
export function backupDue(daysAgo: number | null): boolean {
  return daysAgo === null || daysAgo > BACKUP_DUE_DAYS
}
