//! Which language the screens speak, and which word they use for the person. Reactive: a change redraws every message.

import type { Lang, PersonWord } from '../ipc/generated/types'
import { overwriteGetLocale } from './generated/runtime.js'

/** The tag of a language for Intl. English dates are written day first, as in most places that use this program. */
export function tagOf(lang: Lang): string {
  return lang === 'en' ? 'en-GB' : lang
}

class I18n {
  lang = $state<Lang>('en')
  personWord = $state<PersonWord>('person')

  /** The tag of the screens' language for Intl. */
  get tag(): string {
    return tagOf(this.lang)
  }
}

export const i18n = new I18n()

overwriteGetLocale(() => i18n.lang)
