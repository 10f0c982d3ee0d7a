//! The word for the person, in the forms that sentences need. The word is a setting (PRODUCT.md, *Words*).

import { m } from './generated/messages.js'
import { i18n } from './locale.svelte'

/** Gives the forms: "a person", "the person", "The person", "the person’s", "people", "People". */
export function who() {
  const word = i18n.personWord
  return {
    a: m.who_a({ word }),
    the: m.who_the({ word }),
    The: m.who_cap_the({ word }),
    thes: m.who_thes({ word }),
    Thes: m.who_cap_thes({ word }),
    many: m.who_many({ word }),
    Many: m.who_cap_many({ word }),
  }
}
