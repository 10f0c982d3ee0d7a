import { describe, expect, it } from 'vitest'
import { usualCourse } from './course'
import type { CatalogueCourse } from './ipc/generated/types'

const course = (id: string): CatalogueCourse => ({ id, title: id, source: '', modules: [], tracks: [] })
const shipped = ['danish-order', 'eleven-modules', 'norwegian-order'].map(course)

describe('the course offered first', () => {
  it('is the usual one where the language is spoken', () => {
    expect((['en', 'da', 'nb'] as const).map((lang) => usualCourse(shipped, lang))).toEqual(['eleven-modules', 'danish-order', 'norwegian-order'])
  })

  it('is the first there is when the packs do not have the usual one, and none when there is none', () => {
    expect(usualCourse([course('our-own')], 'nb')).toBe('our-own')
    expect(usualCourse([], 'en')).toBe('')
  })
})
