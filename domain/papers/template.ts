import type { Field } from './field'

/** When a part is printed: its field holds one of these. */
export type When = { field: string; is: readonly string[] }

/**
 * A paper is a sequence of parts. A text names fields as `{id}`, the paper's own data as `{organ}`, `{number}`, `{day}`;
 * what is not known stays a blank to be filled in by hand.
 */
export type Part =
  | {
      part: 'text'
      text: string
      /** The article it rests on. */
      law?: string
      /** Worded by us: 依据待核. A text without this mark follows its article. */
      own?: true
      covers?: string
      when?: When
    }
  /** The fields side by side with their labels, as in the boxes of a form. */
  | { part: 'rows'; fields: readonly string[] }
  /** A heading and a field below it, where its content is long. */
  | { part: 'section'; field: string; title?: string; as?: 'dialogue'; when?: When }
  /** To whom the paper goes, before a colon. */
  | { part: 'to'; field: string }
  /** A line to be signed by hand, with a day; `note` says what is written in by hand before it. */
  | { part: 'sign'; label: string; note?: string; covers?: string; when?: When }
  /** Name of the organ, day, and the dashed box for the seal. */
  | { part: 'seal'; covers?: string }
  /** What was said by whoever had to approve. */
  | { part: 'approvals'; covers?: string }

/** A kind of paper: what it asks for, and what stands on the sheet. */
export type Template = {
  code: string
  /** On the sheet, below the name of the organ. */
  title: string
  /** Where one kind has several papers: the title by what a field holds. */
  titles?: { field: string; by: Readonly<Record<string, string>> }
  fields: readonly Field[]
  parts: readonly Part[]
  /** Moments or days of which the first must not be later than the second. */
  order?: readonly (readonly [first: string, second: string])[]
  /** Fields of documents.json that every sheet has by itself. */
  everySheet?: readonly string[]
  /** Who signs at the foot of every page (逐页签名, 程序规定 29). */
  signEachPage?: string
  /** Who writes it, where it is not the office: then the organ's name does not head it. */
  writtenBy?: '当事人'
}

/** A fixed text that rests on an article. */
export const text = (law: string, words: string, more: { covers?: string; when?: When } = {}): Part => ({
  part: 'text',
  text: words,
  law,
  ...more,
})

/** A fixed text of our own: 依据待核. */
export const ownText = (words: string, more: { law?: string; covers?: string; when?: When } = {}): Part => ({
  part: 'text',
  text: words,
  own: true,
  ...more,
})

export const rows = (...fields: string[]): Part => ({ part: 'rows', fields })

export const section = (field: string, more: { title?: string; when?: When } = {}): Part => ({
  part: 'section',
  field,
  ...more,
})

export const to = (field: string): Part => ({ part: 'to', field })

export const sign = (label: string, more: { note?: string; covers?: string; when?: When } = {}): Part => ({
  part: 'sign',
  label,
  ...more,
})

export const seal = (covers?: string): Part => ({ part: 'seal', ...(covers ? { covers } : {}) })
export const approvals = (covers?: string): Part => ({ part: 'approvals', ...(covers ? { covers } : {}) })
