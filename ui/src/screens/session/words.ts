//! The words for what the session's codes stand for. Every code has a sentence; a new code without one does not compile.

import { m } from '../../i18n'
import type { Chime, Depth, Phase, PracticeResult, Progress, Recalled, Skill, Technique, TechniqueFamily, Why } from '../../ipc/generated/types'

export const phaseName: Record<Phase, () => string> = {
  arrive: m.session_phase_arrive,
  lastTime: m.session_phase_last_time,
  practiceReview: m.session_phase_practice_review,
  goals: m.session_phase_goals,
  agenda: m.session_phase_agenda,
  topic: m.session_phase_topic,
  practicePlan: m.session_phase_practice_plan,
  close: m.session_phase_close,
}

export const why: Record<Why, () => string> = {
  first: m.session_why_first,
  goOn: m.session_why_go_on,
  nextInModule: m.session_why_next_in_module,
  nextModule: m.session_why_next_module,
}

export const depthName: Record<Depth, () => string> = {
  opened: m.session_depth_opened,
  partly: m.session_depth_partly,
  covered: m.session_depth_covered,
}

export const recalledName: Record<Recalled, () => string> = {
  well: m.session_recalled_well,
  partly: m.session_recalled_partly,
  not: m.session_recalled_not,
}

export const resultName: Record<PracticeResult, () => string> = {
  done: m.session_result_done,
  partly: m.session_result_partly,
  notDone: m.session_result_not_done,
  changed: m.session_result_changed,
}

export const progressName: Record<Progress, () => string> = {
  notStarted: m.session_progress_not_started,
  some: m.session_progress_some,
  most: m.session_progress_most,
  achieved: m.session_progress_achieved,
  changed: m.session_progress_changed,
  dropped: m.session_progress_dropped,
}

export const skillName: Record<Skill, () => string> = {
  coping: m.session_skill_coping,
  relapsePrevention: m.session_skill_relapse_prevention,
  behaviouralTailoring: m.session_skill_behavioural_tailoring,
  social: m.session_skill_social,
}

export const familyName: Record<TechniqueFamily, () => string> = {
  motivational: m.session_family_motivational,
  educational: m.session_family_educational,
  cognitiveBehavioural: m.session_family_cognitive_behavioural,
}

export const techniqueName: Record<Technique, () => string> = {
  connectWithGoals: m.session_technique_connect_with_goals,
  promoteHope: m.session_technique_promote_hope,
  prosAndCons: m.session_technique_pros_and_cons,
  reframe: m.session_technique_reframe,
  pastSuccess: m.session_technique_past_success,
  reflectAmbivalence: m.session_technique_reflect_ambivalence,
  interactiveTeaching: m.session_technique_interactive_teaching,
  smallPieces: m.session_technique_small_pieces,
  checkUnderstanding: m.session_technique_check_understanding,
  reviewMaterial: m.session_technique_review_material,
  reinforcement: m.session_technique_reinforcement,
  shaping: m.session_technique_shaping,
  modelling: m.session_technique_modelling,
  rolePlay: m.session_technique_role_play,
  cognitiveRestructuring: m.session_technique_cognitive_restructuring,
  relaxation: m.session_technique_relaxation,
  problemSolving: m.session_technique_problem_solving,
  gradedExposure: m.session_technique_graded_exposure,
}

export const chimeName: Record<Chime, () => string> = {
  connectedness: m.session_chime_connectedness,
  hope: m.session_chime_hope,
  identity: m.session_chime_identity,
  meaning: m.session_chime_meaning,
  empowerment: m.session_chime_empowerment,
}

/** Makes the options of a choice from its words. */
export function options<T extends string>(names: Record<T, () => string>): { value: T; label: string }[] {
  return (Object.keys(names) as T[]).map((value) => ({ value, label: names[value]() }))
}
