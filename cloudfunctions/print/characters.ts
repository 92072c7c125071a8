/** Stands where a character cannot be drawn: the printers' 〓 for a missing type. */
export const MISSING = '〓'

// Marks that only choose how the character before them looks: without it they are nothing to miss.
const SILENT = /\p{Cf}|\p{Cc}|\p{Variation_Selector}/u

/** Puts 〓 for what a font cannot draw, and remembers what that was. */
export class Characters {
  readonly missing = new Set<string>()

  constructor(private readonly has: (codePoint: number) => boolean) {}

  drawn(text: string): string {
    let out = ''
    for (const character of text) {
      if (character === '\n' || this.has(character.codePointAt(0) as number)) out += character
      else if (!SILENT.test(character)) {
        this.missing.add(character)
        out += MISSING
      }
    }
    return out
  }
}

/** What is said of characters that were not drawn; undefined when there were none. */
export const missingSentence = (missing: readonly string[]): string | undefined =>
  missing.length
    ? `有${missing.length}个字（${missing.join('、')}）字库里没有，已印成“${MISSING}”，请打印后手写补上，或者下载Word版`
    : undefined
