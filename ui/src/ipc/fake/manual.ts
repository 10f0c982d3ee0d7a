//! The guide and the self-test of the made-up core.

import type { Document, Lang, ManualPageView } from '../generated/types'

/** What a check says of a sound file, beside what it counts. */
export const SELF_TEST = { opensWithoutKey: false, pageSize: 8192, pageMac: 'HMAC_SHA256', pagesAsPromised: true, guessMib: 64 }

function document(title: string, lang: Lang, date: string): Document {
  return {
    kind: 'guide', title, purpose: 'What it is for.', lang, person: null, date, source: null, topic: null, sheet: null, weighed: null, answers: [],
    blocks: [{ kind: 'paragraph', words: [{ kind: 'plain', text: 'Choose ' }, { kind: 'strong', text: 'Sign note' }, { kind: 'plain', text: '.' }] }],
  }
}

export function manualPages(lang: Lang, date: string): ManualPageView[] {
  return [
    { id: 'first-session', document: document('A first session in ten minutes', lang, date) },
    { id: 'backup', document: document('Backup and restore', lang, date) },
  ]
}

export function selfTestDocument(lang: Lang, date: string): Document {
  return document('Self-test of the vault', lang, date)
}
