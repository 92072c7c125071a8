import type { Confidence } from '../confidence'
import forms from '../data/documents.json'
import { type PaperKind, paperKindOf } from './kinds'
import type { Template } from './template'
import { cases } from './templates/case'
import { complaints } from './templates/complaint'
import { correction } from './templates/correction'
import { governance } from './templates/governance'
import { onSite } from './templates/on-site'
import { spotCheck } from './templates/spot-check'

/** What domain/12 tells of a kind of paper. */
type Facts = {
  /** Law and article the paper rests on. */
  basis: string
  /** How sure the list of its fields is. */
  confidence: Confidence
  /** Sheets made of it. Source: own proposal. */
  copies: number
}

/** A kind of paper with all that is known of it. */
export type PaperTemplate = PaperKind & Template & Facts

const written = new Map(
  [...onSite, ...spotCheck, ...correction, ...cases, ...complaints, ...governance].map(one => [
    one.code,
    one,
  ]),
)

/** `medium-high` and `high (2019 form)` of the source: the first word, and of two the lower. */
const sureness = (words: string): Confidence => (/^(high|medium|low)/.exec(words)?.[1] ?? 'low') as Confidence

/** The 26 kinds of paper as templates, in the order of domain/12. */
export const paperTemplates: readonly PaperTemplate[] = forms.rows.map(
  ({ code, basis, copies, confidence }) => ({
    ...(paperKindOf(code) as PaperKind),
    ...(written.get(code) as Template),
    basis,
    copies,
    confidence: sureness(confidence),
  }),
)

const byCode = new Map(paperTemplates.map(one => [one.code, one]))

/** The template of a kind, or undefined. */
export const templateOf = (kind: string): PaperTemplate | undefined => byCode.get(kind)
