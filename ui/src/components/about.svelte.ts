//! Whose record is on the screen, for what stands above it: every dialog bears the name and the colour.

import type { PersonCard } from '../ipc/generated/types'

class About {
  person = $state.raw<PersonCard | null>(null)
}

export const about = new About()
