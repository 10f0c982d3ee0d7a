//! A finished example that lies beside what is being filled: another's, made up, and only to read.

import { call } from './ipc/client'
import type { CourseId, Document, Lang, TopicId } from './ipc/generated/types'

export class Example {
  /** The example that is open. */
  document = $state.raw<Document | null>(null)

  /** Lays an example beside the page; throws what the core refuses. */
  async open(form: TopicId, language: Lang, course: CourseId): Promise<void> {
    // For nobody: an example never bears the person's name or answers.
    this.document = (await call('topic_page', { topic: form, language, course, person: null })).document
  }

  close(): void {
    this.document = null
  }
}
