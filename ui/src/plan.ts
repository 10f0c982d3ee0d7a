//! Leads to a plan that is to be looked at again: the person's page with the copy open.

import { here } from './here'
import type { DuePlan } from './ipc/generated/types'
import { hashOf } from './router'
import type { Lies } from './screens/person/person.svelte'

export function openPlan({ person, sheet }: DuePlan, today: string): void {
  const lies: Lies = { kind: 'sheet', id: sheet, late: false }
  here.lead(hashOf({ screen: 'person', id: person.id }), today, lies)
}
