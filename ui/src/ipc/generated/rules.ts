// Written by crates/api (src/typescript.rs). Do not edit: run the test there with WAYMARK_WRITE_TYPES=1.

import type { Lang, NoteFormat, NoteSectionKind, Phase, Technique, TechniqueFamily } from './types'

/** The phases of a session in order, with the minutes suggested for each, from and to. */
export const PHASES: readonly { readonly phase: Phase; readonly minutes: readonly [number, number] }[] = [{"phase":"arrive","minutes":[1,3]},{"phase":"lastTime","minutes":[1,3]},{"phase":"practiceReview","minutes":[3,5]},{"phase":"goals","minutes":[1,3]},{"phase":"agenda","minutes":[1,2]},{"phase":"topic","minutes":[30,40]},{"phase":"practicePlan","minutes":[3,5]},{"phase":"close","minutes":[3,5]}]

/** The formats of a note, each with its sections in order. */
export const NOTE_FORMATS: Readonly<Record<NoteFormat, readonly NoteSectionKind[]>> = {"imr":["attendance","treatmentPlanGoal","recoveryGoal","practiceReviewed","motivational","educational","cognitiveBehavioural","skill","practiceAgreed","response","risk","plan"],"dap":["data","assessment","nextSteps"],"birp":["behaviour","intervention","response","nextSteps"],"soap":["subjective","objective","assessment","nextSteps"],"peer":["plainMeeting","plainSince","plainGoals","plainDone","plainWords","plainNext"]}

/** Those that ask for the practitioner's own judgement, which is never drafted. */
export const JUDGEMENT_SECTIONS: readonly NoteSectionKind[] = ["treatmentPlanGoal","response","risk","assessment"]

/** The techniques by family, in the order of the progress note. */
export const TECHNIQUES: Readonly<Record<TechniqueFamily, readonly Technique[]>> = {"motivational":["connectWithGoals","promoteHope","prosAndCons","reframe","pastSuccess","reflectAmbivalence"],"educational":["interactiveTeaching","smallPieces","checkUnderstanding","reviewMaterial"],"cognitiveBehavioural":["reinforcement","shaping","modelling","rolePlay","cognitiveRestructuring","relaxation","problemSolving","gradedExposure"]}

/** How a day is written: weekdays from Monday, and `{day}`, `{month}`, `{year}`, `{weekday}` to fill. */
export const DATES: Readonly<Record<Lang, { readonly months: readonly string[]; readonly weekdays: readonly string[]; readonly longDate: string; readonly longDay: string; readonly figures: string }>> = {"en":{"months":["January","February","March","April","May","June","July","August","September","October","November","December"],"weekdays":["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday","Sunday"],"longDate":"{day} {month} {year}","longDay":"{weekday} {day} {month}","figures":"{day}/{month}/{year}"},"da":{"months":["januar","februar","marts","april","maj","juni","juli","august","september","oktober","november","december"],"weekdays":["mandag","tirsdag","onsdag","torsdag","fredag","lørdag","søndag"],"longDate":"{day}. {month} {year}","longDay":"{weekday} {day}. {month}","figures":"{day}.{month}.{year}"},"nb":{"months":["januar","februar","mars","april","mai","juni","juli","august","september","oktober","november","desember"],"weekdays":["mandag","tirsdag","onsdag","torsdag","fredag","lørdag","søndag"],"longDate":"{day}. {month} {year}","longDay":"{weekday} {day}. {month}","figures":"{day}.{month}.{year}"}}

/** The days the record takes: from the earliest to so many days ahead of today. */
export const DAY_RANGE: { readonly earliest: string; readonly daysAhead: number } = {"earliest":"1900-01-01","daysAhead":7320}
