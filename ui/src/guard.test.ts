import { describe, expect, it } from 'vitest'
import { strangerOf } from './guard'

const maria = { id: 'm', name: 'Maria H.', firstName: 'Maria', recordNumber: '', colour: 0 }
const ole = { id: 'o', name: 'Ole B.', firstName: 'Ole', recordNumber: '', colour: 1 }
const copied = { person: maria, text: 'I want my mornings back,\nand the band.' }

describe('the right-person guard', () => {
  it('asks before words of another person are pasted', () => {
    expect(strangerOf(copied, copied.text, ole)).toBe(maria)
    // A part of them, and with other line ends.
    expect(strangerOf(copied, 'my mornings back', ole)).toBe(maria)
    expect(strangerOf(copied, 'I want my mornings back,\r\nand the band.', ole)).toBe(maria)
  })

  it('keeps out of the way of everything else', () => {
    expect(strangerOf(copied, copied.text, maria)).toBeNull()
    expect(strangerOf(copied, copied.text, null)).toBeNull()
    expect(strangerOf(null, copied.text, ole)).toBeNull()
    expect(strangerOf(copied, 'something from elsewhere', ole)).toBeNull()
    // Too short to be anybody's.
    expect(strangerOf(copied, 'the band', ole)).toBeNull()
  })
})
