//! The names of the formats, the headings of the note's sections, as they stand on its paper, and what belongs into each
//! judgement.

import { m } from '../../i18n'
import { JUDGEMENT_SECTIONS, NOTE_FORMATS } from '../../ipc/generated/rules'
import type { NoteFormat, NoteSectionKind } from '../../ipc/generated/types'

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
  data: m.note_kind_data,
  assessment: m.note_kind_assessment,
  nextSteps: m.note_kind_nextSteps,
  behaviour: m.note_kind_behaviour,
  intervention: m.note_kind_intervention,
  subjective: m.note_kind_subjective,
  objective: m.note_kind_objective,
  plainMeeting: m.note_kind_plainMeeting,
  plainSince: m.note_kind_plainSince,
  plainGoals: m.note_kind_plainGoals,
  plainDone: m.note_kind_plainDone,
  plainWords: m.note_kind_plainWords,
  plainNext: m.note_kind_plainNext,
}

export const formatName: Record<NoteFormat, () => string> = {
  imr: m.note_format_imr,
  dap: m.note_format_dap,
  birp: m.note_format_birp,
  soap: m.note_format_soap,
  peer: m.note_format_peer,
}

/** Every format, in the order they are offered. */
export const FORMATS = Object.keys(formatName) as NoteFormat[]

/** Whether a section is one of a format; one that is not holds text from an earlier format. */
export function belongs(format: NoteFormat, kind: NoteSectionKind): boolean {
  return NOTE_FORMATS[format].includes(kind)
}

/** The heading of a section in a note, as on its paper. */
export function headingOf(format: NoteFormat, kind: NoteSectionKind): string {
  const title = kindName[kind]()
  return belongs(format, kind) ? title : m.note_earlier_heading({ title })
}

/** What belongs into the judgement of each section that asks for one, which is never drafted for anybody. */
const PROMPTS: Partial<Record<NoteSectionKind, (name: string) => string>> = {
  treatmentPlanGoal: () => m.note_judgement_treatmentPlanGoal(),
  response: (name) => m.note_judgement_response({ name }),
  risk: () => m.note_judgement_risk(),
  assessment: (name) => m.note_judgement_assessment({ name }),
}

/** What belongs into the judgement of a section; `null` where none is asked. */
export function judgementPrompt(kind: NoteSectionKind, name: string): string | null {
  return asksJudgement(kind) ? (PROMPTS[kind]?.(name) ?? '') : null
}

/** Whether a section asks for the practitioner's own judgement. */
export function asksJudgement(kind: NoteSectionKind): boolean {
  return JUDGEMENT_SECTIONS.includes(kind)
}
