//! Which course is offered first: the order that is usual where the language is spoken. Any other is one choice away.

import type { CatalogueCourse, CatalogueModule, CourseId, Lang } from './ipc/generated/types'

/** Gives the usual course of a language; empty when there is none. */
export function usualCourse(courses: readonly CatalogueCourse[], language: Lang): CourseId {
  return courses.find((course) => course.usual.includes(language))?.id ?? ''
}

/** Heads a module with its number and title; one that only ends the course has no number. */
export function titled({ number, title }: Pick<CatalogueModule, 'number' | 'title'>): string {
  return number === null ? title : `${number}\u2002${title}`
}
