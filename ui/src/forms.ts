//! Forms by kind, in the order in which one looks for them, and what the kinds are called.

import { m } from './i18n'
import type { Document, FormKind, TopicId } from './ipc/generated/types'

export const kindName: Record<FormKind, () => string> = {
  plan: m.plans_kind_plan,
  sheet: m.plans_kind_sheet,
  log: m.plans_kind_log,
  instrument: m.plans_kind_instrument,
  letter: m.plans_kind_letter,
  certificate: m.plans_kind_certificate,
  card: m.plans_kind_card,
  example: m.plans_kind_example,
}

const KINDS = Object.keys(kindName) as FormKind[]

/** Parts forms by kind; kinds without any are left out, and the order within a kind stays. */
export function byKind<F extends { kind: FormKind }>(forms: readonly F[]): { kind: FormKind; forms: F[] }[] {
  return KINDS.map((kind) => ({ kind, forms: forms.filter((form) => form.kind === kind) })).filter((group) => group.forms.length > 0)
}

/** A form that a page leads to. */
export interface FormLink {
  form: TopicId
  title: string
}

/** Names the forms that a page leads to, each once. */
export function formLinks(document: Document): FormLink[] {
  const links = document.blocks.flatMap((block) => (block.kind === 'formLink' ? [{ form: block.form, title: block.title }] : []))
  return links.filter(({ form }, i) => links.findIndex((other) => other.form === form) === i)
}
