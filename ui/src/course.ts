//! Which course is offered first: the order that is usual where the language is spoken. Any other is one choice away.

import type { CatalogueCourse, CourseId, Lang } from './ipc/generated/types'

const USUAL: Record<Lang, CourseId> = { en: 'eleven-modules', da: 'danish-order', nb: 'norwegian-order' }

/** Gives the usual course of a language, or the first there is when the packs do not have it; empty without any. */
export function usualCourse(courses: readonly CatalogueCourse[], language: Lang): CourseId {
  return (courses.find((course) => course.id === USUAL[language]) ?? courses[0])?.id ?? ''
}
