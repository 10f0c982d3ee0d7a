//! The headings of the note's sections, as they stand on its paper, and what belongs into each judgement.

import { m } from '../../i18n'
import { JUDGEMENT_SECTIONS } from '../../ipc/generated/rules'
import type { NoteSectionKind } from '../../ipc/generated/types'

export const kindName: Record<NoteSectionKind, () => string> = {
  attendance: m.note_kind_attendance,
  treatmentPlanGoal: m.note_kind_treatmentPlanGoal,
  recoveryGoal: m.note_kind_recoveryGoal,
  practiceReviewed: m.note_kind_practiceReviewed,
  motivational: m.note_kind_motivational,
  educational: m.note_kind_educational,
  cognitiveBehavioural: m.note_kind_cognitiveBehavioural,
  skill: m.note_kind_skill,
  practiceAgreed: m.note_kind_practiceAgreed,
  response: m.note_kind_response,
  risk: m.note_kind_risk,
  plan: m.note_kind_plan,
}

/** What belongs into the judgement of each section that asks for one, which is never drafted for anybody. */
const PROMPTS: Partial<Record<NoteSectionKind, (name: string) => string>> = {
  treatmentPlanGoal: () => m.note_judgement_treatmentPlanGoal(),
  response: (name) => m.note_judgement_response({ name }),
  risk: () => m.note_judgement_risk(),
}

/** What belongs into the judgement of a section; `null` where none is asked. */
export function judgementPrompt(kind: NoteSectionKind, name: string): string | null {
  return asksJudgement(kind) ? (PROMPTS[kind]?.(name) ?? '') : null
}

/** Whether a section asks for the practitioner's own judgement. */
export function asksJudgement(kind: NoteSectionKind): boolean {
  return JUDGEMENT_SECTIONS.includes(kind)
}
