// What the program is made of, by the licences it is taken under. The list is made by `./waymark licences`.

/** One thing that is not ours. */
export interface MadeOf {
  name: string
  version: string
  /** The lines in which it says whose it is; may be none. */
  copyright: string[]
}

/** A licence text with everything that is taken under it. */
export interface LicenceText {
  licence: string
  words: string
  parts: MadeOf[]
}

/** The list as it is kept: each part with name, version, origin, licences, owners and the places of its texts. */
export interface KeptList {
  parts: [string, string, string, string, string[], number[]][]
  texts: [string, string][]
}

/** Puts each part under each of its texts; the text that most stand under comes first. */
export function byText(list: KeptList): LicenceText[] {
  const texts = list.texts.map(([licence, words]) => ({ licence, words, parts: [] as MadeOf[] }))
  for (const [name, version, , , copyright, places] of list.parts) {
    for (const place of places) texts[place]?.parts.push({ name, version, copyright })
  }
  return texts.sort((a, b) => b.parts.length - a.parts.length)
}
