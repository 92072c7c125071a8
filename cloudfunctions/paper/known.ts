import type { Officer } from '../../domain/check'
import type { Enterprise } from '../../domain/enterprise'
import type { About } from '../../domain/filed-paper'
import { draftForm, type PaperFields, templateOf } from '../../domain/papers'
import { officersFrom, partyFrom, receiptFrom, recordFrom } from '../../domain/papers/fill'
import { type Collections, find } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'

/** What a paper can be filled from. */
export type Known = {
  about: About
  enterprise?: Enterprise | undefined
  check?: Collections['checks'] | undefined
  notice?: Collections['notices'] | undefined
  paper?: Collections['papers'] | undefined
}

// Personal data goes onto the paper itself; a form that is only opened does not show it (docs/roles.md).
const PERSONAL = ['partyPhone', 'presentPhone']

type Asked = { record?: string | undefined; enterprise?: string | undefined }
type Finding = <N extends 'checks' | 'notices' | 'papers' | 'enterprises'>(
  name: N,
  id: string,
) => Promise<Collections[N] | undefined>

async function knownBy(find: Finding, unit: string, asked: Asked): Promise<Known> {
  const [name, id = ''] = asked.record?.split('/') ?? []
  const check = name === 'checks' ? await find('checks', id) : undefined
  const notice = name === 'notices' ? await find('notices', id) : undefined
  const paper = name === 'papers' ? await find('papers', id) : undefined
  const record = check ?? notice ?? paper
  if (asked.record && record?.unit !== unit) return refuse('record.missing')
  const concerned = asked.enterprise ?? check?.enterprise ?? notice?.enterprise ?? paper?.about.enterprise
  const enterprise = concerned ? await find('enterprises', concerned) : undefined
  if (asked.enterprise && !enterprise)
    return refuse('record.missing', { message: '没有找到这家企业，请重新选择' })
  return {
    about: {
      ...(asked.record ? { record: asked.record } : {}),
      ...(enterprise ? { enterprise: enterprise._id, enterpriseName: enterprise.name } : {}),
    },
    enterprise,
    check,
    notice,
    paper,
  }
}

/** The records a paper grows from: the record must be of the author's own unit. Two database calls at most. */
export const knownOf = (unit: string, asked: Asked): Promise<Known> => knownBy(find, unit, asked)

/** The same, within a write. */
export const knownIn = (submission: Submission, unit: string, asked: Asked): Promise<Known> =>
  knownBy((name, id) => submission.find(name, id), unit, asked)

/** The fields of a kind that are known. With `personal` also telephone numbers, which a form does not show. */
export function knownFor(
  kind: string,
  { enterprise, check, notice, paper }: Omit<Known, 'about'>,
  { me, personal }: { me?: Omit<Officer, 'post'> | undefined; personal: boolean },
): PaperFields {
  const template = templateOf(kind)
  const officers = check?.officers ?? notice?.officers ?? paper?.officers ?? (me ? [me] : [])
  const named = template?.fields.find(field => field.type === 'people' && field.certificate)
  const from: PaperFields = {
    ...(named ? { [named.id]: officersFrom(officers.filter(one => one.certificate)) } : {}),
    ...(enterprise ? partyFrom(enterprise) : {}),
    ...(kind === 'DOC-01' && check ? recordFrom(check, enterprise) : {}),
    ...(kind === 'DOC-09' && notice ? receiptFrom(notice) : {}),
    ...(kind === 'DOC-09' && paper
      ? { served: paper.title, ...(paper.paper.number ? { servedNumber: paper.paper.number } : {}) }
      : {}),
  }
  return Object.fromEntries(
    Object.entries(from).filter(([id, value]) => {
      const asked = template?.fields.some(field => field.id === id) === true
      const shown = personal || !PERSONAL.includes(id)
      // What the file has but the form would not take is left to the officer.
      // One officer is a beginning: who else was there, the form asks.
      const takes = id === named?.id || draftForm(kind).safeParse({ [id]: value }).success
      return asked && shown && takes
    }),
  )
}

/** What goes onto the paper although the form did not show it. */
export const personalFor = (kind: string, known: Omit<Known, 'about'>): PaperFields =>
  Object.fromEntries(
    Object.entries(knownFor(kind, known, { personal: true })).filter(([id]) => PERSONAL.includes(id)),
  )
