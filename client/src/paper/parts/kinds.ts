import { addresseeOf } from '@domain/addressee'
import { type PaperKind, paperKinds } from '@domain/papers/kinds'

/** Kinds by what one is about to do, the daily ones first. 责令改正 is written from a check's findings. */
const GROUPS: { title: string; kinds: string[] }[] = [
  { title: '现场和调查', kinds: ['DOC-01', 'DOC-17', 'DOC-18', 'DOC-15', 'DOC-16', 'DOC-09', 'DOC-19'] },
  { title: '案件', kinds: ['DOC-20', 'DOC-14', 'DOC-21', 'DOC-10', 'DOC-11'] },
  { title: '监督抽查', kinds: ['DOC-03', 'DOC-02', 'DOC-04', 'DOC-05', 'DOC-07', 'DOC-08'] },
  { title: '投诉举报', kinds: ['DOC-22', 'DOC-23', 'DOC-24'] },
  { title: '督办和协调', kinds: ['DOC-13', 'DOC-12', 'DOC-25', 'DOC-26'] },
]

/** What is likely written next from a record. */
const LIKELY: Record<string, string[]> = {
  checks: ['DOC-01', 'DOC-18', 'DOC-15', 'DOC-16', 'DOC-20'],
  notices: ['DOC-09', 'DOC-08', 'DOC-14'],
  papers: ['DOC-09'],
}

const kindOf = (code: string): PaperKind[] => paperKinds.filter(kind => kind.code === code)

/** Kinds in groups; with a record first those that grow from it. */
export function kindGroups(record: string | undefined): { title: string; kinds: PaperKind[] }[] {
  const likely = LIKELY[record?.split('/')[0] ?? ''] ?? []
  return [
    ...(likely.length ? [{ title: '从这份记录', kinds: likely.flatMap(kindOf) }] : []),
    ...GROUPS.map(({ title, kinds }) => ({
      title,
      kinds: kinds.filter(code => !likely.includes(code)).flatMap(kindOf),
    })),
  ].filter(({ kinds }) => kinds.length > 0)
}

/** What becomes of a kind, in a few words. */
export function marksOf({ code, sealed }: PaperKind): string {
  const to = addresseeOf(code)
  return `${sealed ? '盖章' : '签名'}，${to === 'party' ? '送当事人' : to === 'office' ? '送其他机关' : '归档'}`
}
