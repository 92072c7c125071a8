import { type Answer, type CheckForm, findingsIn, incompleteIn, LONGEST_NOTE, outcomeOf } from '@domain/check'
import { EDITION, itemOf, shortName } from '@domain/checklist'
import { demandFor } from '@domain/notice'
import type { ContentOf, OutputOf } from '@/cloud'
import { emptySheet, type Filled, type Given, type Sheet } from './sheet'

export type Prepared = OutputOf<'inspection.prepare'>
type Content = ContentOf<'inspection.submit'>

/** Where on the screen something is missing: the head, an item, or a card of the end. */
export type Spot = { at: 'head' } | { at: 'end'; card: 'present' | 'sign' } | { at: 'item'; item: string }
export interface Missing {
  words: string
  spot: Spot
}

const noteOf = ({ result, tapped = [], tested = [], words = '' }: Given): string =>
  [
    ...(result === '不符合' || result === '无法检查' ? tapped : []),
    ...tested.map(one => one.words),
    words.trim(),
  ]
    .filter(Boolean)
    .join('；')

const answersOf = (sheet: Sheet): Answer[] =>
  sheet.items.flatMap(({ id }) => {
    const given = sheet.given(id)
    if (!given.result) return []
    const note = noteOf(given)
    return {
      item: id,
      result: given.result,
      ...(note ? { note } : {}),
      ...(given.photos?.length ? { photos: given.photos } : {}),
    }
  })

const presentOf = ({ present }: Filled): CheckForm['present'] => {
  const name = present.name.trim()
  const duty = present.duty.trim()
  const phone = present.phone.trim()
  return name || duty || phone ? { name, duty, ...(phone ? { phone } : {}) } : undefined
}

/** What the officer hands in. */
export function contentOf(sheet: Sheet, prepared: Prepared, finishedAt: number): Content {
  const { filled } = sheet
  const present = presentOf(filled)
  const reason = filled.reason.trim()
  return {
    enterprise: prepared.enterprise.id,
    kind: sheet.kind,
    edition: EDITION,
    startedAt: filled.startedAt,
    finishedAt,
    colleague: filled.colleague,
    shownAt: filled.shownAt ?? 0,
    toldAt: filled.toldAt ?? 0,
    answers: answersOf(sheet),
    ...(present ? { present } : {}),
    signature:
      filled.how === 'signed'
        ? ({ how: 'signed', picture: filled.picture } as Content['signature'])
        : { how: filled.how, reason },
    ...(filled.remark.trim() ? { remark: filled.remark.trim() } : {}),
  }
}

/** Codes are for the file; a person reads names: “P-06 不符合” → “「产品标识」不符合”. */
const named = (words: string): string =>
  words.replace(/[PS]-\d{2} ?/g, code => {
    const row = itemOf(code.trim())
    return row ? `「${shortName(row)}」` : code
  })

const PRESENT: Spot = { at: 'end', card: 'present' }
const SIGN: Spot = { at: 'end', card: 'sign' }

/** Everything that still keeps the check from being handed in, in the order of the screen. */
export function missingIn(sheet: Sheet, prepared: Prepared): Missing[] {
  const { filled } = sheet
  const found: Missing[] = []
  const say = (words: string, spot: Spot) => found.push({ words, spot })
  if (!prepared.colleagues.some(one => one.post === filled.colleague))
    say(prepared.colleagues.length ? '请选择协办人员' : '本局还没有另一名检查员，不能检查', { at: 'head' })
  if (!filled.shownAt) say('请出示执法证件，点“已亮证”', { at: 'head' })
  if (!filled.toldAt) say('请告知权利和申请回避，点“已告知”', { at: 'head' })

  const content = contentOf(sheet, prepared, Date.now())
  for (const { item, note = '' } of content.answers)
    if (note.length > LONGEST_NOTE)
      say(named(`${item} 的情况太长，请减到${LONGEST_NOTE}字以内`), { at: 'item', item })
  for (const { message, path } of incompleteIn(content)) {
    const [member, at] = path
    // Said already, in words that fit what is to be done.
    if ((member === 'shownAt' && !filled.shownAt) || (member === 'toldAt' && !filled.toldAt)) continue
    if (member === 'answers') {
      const item = typeof at === 'number' ? content.answers[at].item : sheet.open()[0]?.id
      // Which are open is to be seen in the groups; how many is enough.
      const open = sheet.open().length
      const words = typeof at !== 'number' && open ? `还有${open}项没有填写` : named(message)
      say(words, { at: 'item', item: item ?? sheet.items[0].id })
    } else if (member === 'shownAt' || member === 'toldAt') say(message, { at: 'head' })
    else if (member === 'present') say('请填写在场人的姓名和职务', PRESENT)
    else say(message, SIGN)
  }
  if (content.present && !(content.present.name && content.present.duty))
    say('请把在场人的姓名和职务填完整', PRESENT)
  if (filled.how === 'signed' && !filled.picture) say('请企业人员签名，或注明拒签、无人在场', SIGN)
  if (filled.how === 'refused' && !filled.reason.trim()) say('请写明拒签的原因', SIGN)
  if (filled.how === 'absent' && !filled.reason.trim()) say('请写明无人在场的情况', SIGN)
  return found
}

/** The sheet of a check that was handed in and came back, to be corrected. */
export function filledFrom(content: Content): Filled {
  const { signature, present, colleague, answers, remark, startedAt, shownAt, toldAt } = content
  return {
    ...emptySheet(),
    startedAt,
    colleague,
    shownAt,
    toldAt,
    answers: Object.fromEntries(
      answers.map(({ item, result, note, photos }) => [
        item,
        { result, ...(note ? { words: note } : {}), ...(photos ? { photos } : {}) } satisfies Given,
      ]),
    ),
    present: { name: present?.name ?? '', duty: present?.duty ?? '', phone: present?.phone ?? '' },
    how: signature.how,
    ...(signature.how === 'signed' ? { picture: signature.picture } : { reason: signature.reason }),
    remark: remark ?? '',
  }
}

/** Whether a 责令改正 can follow: some findings rest on powers or matters that nobody can be ordered to put right. */
export const canBeOrdered = (answers: readonly Answer[]): boolean =>
  findingsIn(answers).some(({ item, note }) => demandFor(item, note) !== undefined)

/**
 * The record as the server will show it, until it does: a correction can be ordered and the record read while the
 * check still waits for the network.
 */
export function recordOf(content: Content, prepared: Prepared, id: string): OutputOf<'inspection.read'> {
  const { colleague, ...kept } = content
  const other = prepared.colleagues.find(one => one.post === colleague)
  return {
    ...(kept as Omit<CheckForm, 'colleague'>),
    _id: id,
    unit: prepared.enterprise.unit,
    unitName: prepared.enterprise.unitName,
    enterpriseName: prepared.enterprise.name,
    officers: [prepared.me, other ?? { post: colleague, name: '', certificate: '' }],
    outcome: outcomeOf(content.answers),
    found: findingsIn(content.answers).length > 0,
    rank: '',
    receivedAt: content.finishedAt,
    addresses: {},
    ordered: [],
    mayConfirm: false,
    mayOrder: canBeOrdered(content.answers),
  }
}
