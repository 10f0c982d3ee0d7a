//! The user guide: its pages, one of which lies open, and what of it is printed.

import { app } from '../../app.svelte'
import { i18n, m } from '../../i18n'
import { call } from '../../ipc/client'
import type { MakePaper, ManualPageView, PrintSize } from '../../ipc/generated/types'
import { Paper } from '../../paper.svelte'
import { Work } from '../../work.svelte'

/** The list of keys is drawn here: it knows what was moved. */
export const KEYS = 'keys'

const KEPT = 'manual'

export class Manual extends Work {
  pages = $state.raw<readonly ManualPageView[]>([])
  /** Which page lies open. */
  open = $state((app.kept.get(KEPT) as string | undefined) ?? 'first-session')
  size = $state<PrintSize>('normal')
  what = $state<'this' | 'all'>('this')
  readonly paper = new Paper()

  load(): Promise<boolean> {
    return this.attempt(async () => {
      this.pages = (await call('manual', { language: i18n.lang })).pages
    })
  }

  get page(): ManualPageView | null {
    return this.pages.find((page) => page.id === this.open) ?? null
  }

  turnTo(id: string): void {
    this.open = id
    app.kept.set(KEPT, id)
  }

  /** What goes on paper. The keys are on no paper of their own, so with them open it is the whole guide. */
  get ask(): MakePaper {
    const pages = this.what === 'this' && this.page ? [this.page.id] : []
    return { paper: { kind: 'manual', pages, language: i18n.lang }, size: this.size, format: null }
  }

  get fileName(): string {
    return this.what === 'this' && this.page ? this.page.document.title : m.manual_file()
  }
}
