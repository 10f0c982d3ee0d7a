//! Waiting with an end: what must go on cannot hang on a disk that does not answer.

/** Waits for `work`, but not longer than so many milliseconds; tells nothing when it failed or took too long. */
export async function within<T>(millis: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), millis)))
  try {
    return await Promise.race([work.catch(() => undefined), over])
  } finally {
    clearTimeout(timer)
  }
}
