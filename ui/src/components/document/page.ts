//! What every block of a page needs to know, handed down once instead of through each component.

import { createContext } from 'svelte'
import type { ExampleView, Lang, OfferView, TopicId } from '../../ipc/generated/types'
import type { PageAnswers } from './answers.svelte'

export interface Page {
  /** The answers of the page; a getter, since the page is built anew after an undo. */
  readonly answers: PageAnswers
  /** The language of the page, which may differ from the language of the screens. */
  readonly locale: { readonly locale: Lang }
  /** Whether it is read at a desk, or in large type on the turned screen. */
  readonly size: 'desk' | 'turned'
  /** What its parts are to a screen reader. The page itself makes them places to go to; one that lies beside it, which may be
   *  the same page filled, makes groups of them, so that no place is there twice. */
  readonly part: 'group' | undefined
  /** Whether nothing can be filled. */
  readonly readonly: boolean
  /** Makes ids that are unique on the screen, for labels. */
  readonly id: (block: string, ...parts: readonly (string | number)[]) => string
  /** Takes up a practice option, if somebody listens. */
  readonly onPractice: ((option: string, block: string) => void) | undefined
  /** Today, to see how old a checked day is. */
  readonly today: string
  /** The person's own words from elsewhere, beside the fields of one block. */
  readonly offers: (block: string, field: string) => readonly OfferView[]
  /** The finished examples of what can be filled on the page. */
  readonly examples: readonly ExampleView[]
  /** Lays one of them beside the page, if somebody listens. */
  readonly onExample: ((form: TopicId) => void) | undefined
  /** Opens a form that the page leads to, if somebody listens. */
  readonly onForm: ((form: TopicId) => void) | undefined
  /** Starts a filled copy of a worksheet, if somebody listens. */
  readonly onCopy: ((block: string) => void) | undefined
}

export const [usePage, providePage] = createContext<Page>()
