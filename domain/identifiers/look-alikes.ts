import { halfWidth } from '../text'

/** A text in plain characters, and what was taken for what on the way. */
export type Plain = { text: string; swaps: string[] }

// The second line is what the first line's character is taken for: Cyrillic, Greek, circles, strokes.
const FROM = 'АВЕКМНОРСТУХЗІЅЈаеорсухкіѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι〇○◯Ø丨|Ⅰ'
const TO = 'ABEKMHOPCTYX3ISJaeopcyxkisABEZHIKMNOPTYXoi0000111'

/** Another text that keeps the notes. */
export const withText = (plain: Plain, text: string): Plain => ({ text, swaps: plain.swaps })

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g
const DASHES = /[\u2010-\u2015\u2043\u2212\u30fc\ufe58\ufe63]/g

/** Full-width forms half-width, every dash `-`, no white space and nothing invisible. Letters keep their case. */
export const plainly = (typed: string): Plain => ({
  text: halfWidth(typed).replace(INVISIBLE, '').replace(DASHES, '-'),
  swaps: /[０-９Ａ-Ｚａ-ｚ]/.test(typed) ? ['全角读作半角'] : [],
})

/** Characters of other alphabets that look like a Latin letter or a digit become that one. */
export const latin = (plain: Plain): Plain => swapped(plain, FROM, TO)

/** In a number that has digits only: the letters people take for them. */
export const digits = (plain: Plain): Plain => swapped(plain, 'OoQDIilLZzSsBG', '00001111225586')

/** Replaces each character of `from` by the one of `to` below it, between two places, and keeps a note of it. */
export function swapped(plain: Plain, from: string, to: string, first = 0, end = plain.text.length): Plain {
  const swaps = plain.swaps.slice()
  const text = Array.from(plain.text, (c, at) => {
    const found = from.indexOf(c)
    if (found < 0 || at < first || at >= end) return c
    const note = `“${c}”读作“${to[found]}”`
    if (swaps.indexOf(note) < 0) swaps.push(note)
    return to[found]
  }).join('')
  return { text, swaps }
}

/** The notes as a sentence; undefined when the text stood as it was typed. */
export const readAs = ({ swaps }: Plain): string | undefined =>
  swaps.length ? `${swaps.join('，')}。` : undefined
