//! The self-test: run on demand, said in sentences, printed.

import { day, i18n, m } from '../../i18n'
import { call } from '../../ipc/client'
import type { MakePaper, SelfTest as Found } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { Work } from '../../work.svelte'

export class SelfTest extends Work {
  /** What was found; nothing before it has run. */
  found = $state.raw<Found | null>(null)
  readonly paper = new Paper()

  /** Runs it. */
  go(): Promise<boolean> {
    return this.run(async () => {
      this.found = await call('self_test', { language: i18n.lang })
    })
  }

  /** The page; paper runs the test anew, so that it never shows one of another day. */
  get ask(): MakePaper {
    return { paper: { kind: 'selfTest', language: i18n.lang }, size: 'normal', format: null }
  }

  print(): Promise<boolean> {
    return this.paper.print(this.ask)
  }

  save(today: string): Promise<boolean> {
    return this.paper.save(this.ask, m.self_test_file({ day: day(today) }))
  }
}
