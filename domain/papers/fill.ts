import type { Check } from '../check'
import { itemOf, shortName } from '../checklist'
import type { Enterprise } from '../enterprise'
import { photosIn } from '../evidence'
import type { Notice } from '../notice'
import { serviceWays, serviceWords } from '../service'
import type { Named, PaperFields } from './field'

// What records know goes onto the paper; what they do not know stays open, and nothing is guessed.

/** The fields of `party` (当事人) that an enterprise's file knows. Its head (法定代表人) it does not know. */
export const partyFrom = (
  enterprise: Pick<Enterprise, 'name' | 'code' | 'address' | 'contact'>,
): PaperFields => ({
  party: enterprise.name,
  partyCode: enterprise.code,
  partyAddress: enterprise.address,
  partyPhone: enterprise.contact.phone,
})

/** Officers with their certificates as they stood on the record. */
export const officersFrom = (officers: readonly { name: string; certificate: string }[]): Named[] =>
  officers.map(({ name, certificate }) => ({ name, certificate }))

const SIGNING = { signed: '已签名', refused: '拒绝签名', absent: '无人在场' } as const

/** 现场笔录 (DOC-01) from a check; with the enterprise's file also its code and address. */
export function recordFrom(check: Check, enterprise?: Pick<Enterprise, 'code' | 'address'>): PaperFields {
  const { present, signature, officers } = check
  const pictures = photosIn(check.answers).length
  return {
    startedAt: check.startedAt,
    finishedAt: check.finishedAt,
    shownAt: check.shownAt,
    toldAt: check.toldAt,
    party: check.enterpriseName,
    officers: officersFrom(officers),
    // 主办 fills in (domain/16, on site).
    recorder: officers[0].name,
    findings: findingsText(check),
    signing: SIGNING[signature.how],
    ...(enterprise ? { partyCode: enterprise.code, place: enterprise.address } : {}),
    ...(signature.how === 'signed' ? {} : { refusal: signature.reason }),
    ...(present
      ? {
          present: present.name,
          presentDuty: present.duty,
          notified: `${present.duty}${present.name}在场。`,
          ...(present.phone ? { presentPhone: present.phone } : {}),
        }
      : {}),
    ...(pictures
      ? { evidence: [{ kind: '照片', what: '现场检查时拍摄', amount: { value: `${pictures}`, unit: '张' } }] }
      : {}),
  }
}

/** 检查情况: how many items were looked at, then what was found or could not be seen, one paragraph each. */
function findingsText({ answers, outcome, remark }: Check): string {
  const said = answers.filter(({ result, note }) => result === '不符合' || result === '无法检查' || note)
  return [
    `按检查表检查${answers.length}项，${outcome}。`,
    ...said.map(({ item, result, note }) => {
      const row = itemOf(item)
      return `${row ? shortName(row) : item}：${result}${note ? `，${note}` : ''}。`
    }),
    ...(remark ? [remark] : []),
  ].join('\n')
}

/** 责令改正通知书 (DOC-06) from a correction. It rests on an on-site check: the stop of spot checks does not arise. */
export function orderFrom(notice: Notice, enterprise?: Enterprise): PaperFields {
  const duties = notice.demands.flatMap(demand => itemOf(demand.item)?.order?.duty ?? [])
  return {
    ...(enterprise ? partyFrom(enterprise) : {}),
    party: notice.enterpriseName,
    facts: notice.demands.map(demand => demand.fact),
    breached: [...new Set(duties)],
    corrections: notice.demands.map(demand => demand.correction),
    deadline: notice.deadline,
    stop: '不涉及',
    contact: notice.officers.map(officer => officer.name).join('、'),
  }
}

/** 送达回证 (DOC-09) from a correction; once it was served, with how, when, by whom and who took it. */
export function receiptFrom(notice: Notice): PaperFields {
  const { service, paper } = notice
  const what = {
    party: notice.enterpriseName,
    served: '责令改正通知书',
    ...(paper.number ? { servedNumber: paper.number } : {}),
  }
  if (!service) return what
  const { way, at, receiver, relation, refusal, officers: _officers, ...more } = service
  const remark = serviceWords({ way, ...more })
  return {
    ...what,
    way: serviceWays[way].name,
    at,
    officers: officersFrom(service.officers),
    // Who stands for it is another one in each way of service (程序规定 82).
    ...(receiver ? { [way === 'left' ? 'witness' : 'receiver']: receiver } : {}),
    ...(relation ? { relation } : {}),
    ...(refusal ? { refusal } : {}),
    ...(remark ? { remark } : {}),
  }
}
