//! What Today shows, and the three things one can do from it: start, print, draft.

import { app } from '../../app.svelte'
import { asApiError, call } from '../../ipc/client'
import type { ApiError, NextTopic, PersonId, SessionId, TodayMeeting, TodayView } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'

/** Days after which a missing backup is said in clay. */
const BACKUP_DUE_DAYS = 7

export class Today {
  view = $state.raw<TodayView | null>(null)
  error = $state.raw<ApiError | null>(null)
  /** Who is being started or printed for, so that only that button waits. */
  busyWith = $state<PersonId | null>(null)
  readonly paper = new Paper()

  /** The one meeting whose button is primary: an open session first, else the first to come. */
  first = $derived(this.view?.meetings.find((each) => each.openSession) ?? this.view?.meetings[0] ?? null)

  async load() {
    try {
      this.view = await call('today', {})
      this.error = null
    } catch (error) {
      this.error = asApiError(error)
    }
  }

  /** Starts a session, or goes back to the open one. */
  async start(meeting: TodayMeeting) {
    if (meeting.openSession) {
      app.go({ screen: 'session', id: meeting.openSession })
      return
    }
    this.busyWith = meeting.person.id
    try {
      const { record } = await call('start_session', { person: meeting.person.id, on: null })
      app.go({ screen: 'session', id: record.id })
    } catch (error) {
      this.error = asApiError(error)
    } finally {
      this.busyWith = null
    }
  }

  /** Prints the next topic, in the person's own language and size. */
  async printNext(person: PersonId, next: NextTopic) {
    this.busyWith = person
    try {
      const { language, course, printSize } = (await call('person', { person })).person
      await this.paper.print({ paper: { kind: 'handouts', topics: [next.topic], language, course, person, filled: false }, size: printSize, format: null })
      this.error = this.paper.error
    } catch (error) {
      this.error = asApiError(error)
    } finally {
      this.busyWith = null
    }
  }

  /** Drafts the note of a closed session and opens it. */
  async draft(session: SessionId) {
    try {
      const { note } = await call('draft_note', { session })
      app.go({ screen: 'note', id: note.id })
    } catch (error) {
      this.error = asApiError(error)
    }
  }
}

/** Tells whether a backup is due: none yet, or an old one. */
export function backupDue(daysAgo: number | null): boolean {
  return daysAgo === null || daysAgo > BACKUP_DUE_DAYS
}
