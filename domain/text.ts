/** Every full-width form as its half-width one: ＢＶ２．５ → BV2.5. */
export const halfWidth = (text: string): string => text.replace(/[！-～]/g, half)

// Control characters, zero-width characters and marks that turn the direction of writing: they hide what a text says.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * What a person typed, as it was meant: full-width letters and digits become half-width, invisible characters go,
 * runs of white space become one space, ends are trimmed. Full-width punctuation inside Chinese prose stays.
 */
export const tidy = (text: string): string =>
  visible(text)
    .replace(/[\s\u3000]+/g, ' ')
    .trim()

/** As `tidy`, but keeps the lines of a longer text. */
export const tidyLines = (text: string): string =>
  visible(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A code as it was meant: every full-width form half-width, no spaces or dashes, capital letters. */
export const tidyCode = (text: string): string =>
  halfWidth(text)
    .replace(/[\s\u3000—–-]+/g, '')
    .toUpperCase()

/** A mobile or landline number as it was meant: digits (and one inner dash) only. */
export const tidyPhone = (text: string): string =>
  halfWidth(text)
    .replace(/[\s\u3000()]+/g, '')
    .replace(/[—–]/g, '-')
    .replace(/^\+?86(?=1\d{10}$)/, '')

/** A text without what people leave out or type differently: brackets, stops, spaces, capitals. */
export const bare = (text: string): string =>
  tidy(text)
    .toLowerCase()
    .replace(/[\s（）()·.,，。-]/g, '')

/**
 * Pairs of neighbouring characters, for a search by any part of a name on an index of arrays.
 * A single character stands for itself; order and doubles are dropped.
 */
export function grams(text: string): string[] {
  const letters = [
    ...tidy(text)
      .toLowerCase()
      .replace(/[\s（）()·.,，。-]/g, ''),
  ]
  if (letters.length === 1) return letters
  const found = new Set<string>()
  for (let i = 0; i + 1 < letters.length; i++) found.add(`${letters[i]}${letters[i + 1]}`)
  return [...found]
}

/** Grams to store: pairs, and each single character, so that a search by one character finds too. */
export const gramsToStore = (...texts: string[]): string[] => [
  ...new Set(texts.flatMap(text => [...grams(text), ...[...tidy(text).toLowerCase()].filter(c => c.trim())])),
]

/** A text on one line of so many letters at most; what is left out is marked by an ellipsis. */
export function shortened(text: string, most: number): string {
  const letters = [...tidy(text)]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}

/** A code in groups of four, to be read aloud and compared. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(/[０-９Ａ-Ｚａ-ｚ]/g, half)
}

function half(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
}
