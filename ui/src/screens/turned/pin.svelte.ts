//! A PIN on its way in: its digits, whether the last one was wrong, how long to wait before the next try.

import type { TurnedBack } from '../../ipc/generated/types'

export const PIN_SHORTEST = 4
export const PIN_LONGEST = 8

/** The answer when there is none: it stays turned, and may be tried again. */
export const NOT_BACK: TurnedBack = { back: false, waitSeconds: 0, locked: false }

export class Pin {
  #digits = $state('')
  /** Whether the last PIN was not the right one. */
  wrong = $state(false)
  /** Seconds until the next try. */
  wait = $state(0)
  #timer: ReturnType<typeof setInterval> | undefined

  get length(): number {
    return this.#digits.length
  }
  get ready(): boolean {
    return this.#digits.length >= PIN_SHORTEST && this.wait === 0
  }

  add(digit: string): void {
    if (this.#digits.length < PIN_LONGEST) this.#digits += digit
    this.wrong = false
  }

  back(): void {
    this.#digits = this.#digits.slice(0, -1)
  }

  /** Gives the digits away and forgets them. */
  take(): string {
    const digits = this.#digits
    this.#digits = ''
    return digits
  }

  /** Takes in whether it was right. */
  judged({ back, waitSeconds }: TurnedBack): void {
    this.wrong = !back
    this.wait = back ? 0 : waitSeconds
    clearInterval(this.#timer)
    if (this.wait > 0) {
      this.#timer = setInterval(() => {
        this.wait -= 1
        if (this.wait <= 0) this.stop()
      }, 1000)
    }
  }

  /** Stops counting; when the pad goes away. */
  stop(): void {
    clearInterval(this.#timer)
    this.wait = 0
  }
}
