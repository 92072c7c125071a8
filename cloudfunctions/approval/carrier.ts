import { canonical, textHash } from '../../domain/digest'
import { type Notice, noticeText } from '../../domain/notice'
import type { Paper } from '../../domain/paper'
import type { PaperFields } from '../../domain/papers'
import { type Collections, find, type Name } from '../kernel/collections'
import type { Kept, Submission } from '../kernel/submission'

/** Collections in which papers lie: a correction carries its own, all others are filed by themselves. */
export type Carrier = 'notices' | 'papers'

/** A paper in the file, as far as it is read here. */
export type Filed = { title: string; fields: PaperFields; officers?: { name: string }[] }

/** A record that carries a paper. */
export type Carried = { _id: string; unit: string; paper: Paper }

const texts: Record<Carrier, (record: Carried) => unknown> = {
  notices: record => noticeText(record as unknown as Notice),
  papers: record => {
    const { title, fields, officers } = record as unknown as Filed
    return { title, fields, officers }
  },
}

/** Digest of what a paper says: it changes with every word, and not with what is done to the paper. */
export const digestOfText = (carrier: Carrier, record: Carried): string =>
  textHash(canonical({ kind: record.paper.kind, text: texts[carrier](record) }))

export const findCarried = async (carrier: string, id: string): Promise<Carried | undefined> =>
  (await find(carrier as Name, id)) as unknown as Carried | undefined

export const needCarried = async (submission: Submission, carrier: string, id: string): Promise<Carried> =>
  (await submission.need(carrier as Name, id)) as unknown as Carried

/** The record with its paper in a new form. */
export function replacePaper(submission: Submission, carrier: string, record: Carried, paper: Paper): void {
  const before = record as unknown as Collections['notices']
  submission.replace(carrier as Kept & 'notices', before, { ...before, paper })
}
