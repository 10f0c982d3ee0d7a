import { describe, expect, it } from 'vitest'
import { titled, usualCourse } from './course'
import type { CatalogueCourse, Lang } from './ipc/generated/types'

const course = (id: string, ...usual: Lang[]): CatalogueCourse => ({ id, title: id, source: '', usual, modules: [], tracks: [] })

describe('the course offered first', () => {
  it('is the one that is usual where the language is spoken', () => {
    const courses = [course('danish-order', 'da'), course('ours', 'en', 'nb')]
    expect((['en', 'da', 'nb'] as const).map((lang) => usualCourse(courses, lang))).toEqual(['ours', 'danish-order', 'ours'])
  })

  it('is none when there is none', () => {
    expect(usualCourse([], 'en')).toBe('')
  })
})

describe('the heading of a module', () => {
  it('has a number where a published programme counts it, and none where it only ends the course', () => {
    expect(titled({ number: 3, title: 'Social support' })).toBe('3\u2002Social support')
    expect(titled({ number: null, title: 'Looking back' })).toBe('Looking back')
  })
})
