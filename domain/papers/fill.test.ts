import type { Check } from '../check'
import { outcomeOf } from '../check'
import { wholeCheck } from '../check.sample'
import type { Notice } from '../notice'
import { type Demand, demandFor } from '../notice'
import { draftPaper } from '../paper'
import type { Served } from '../service'
import { draftForm } from '.'
import { orderFrom, partyFrom, receiptFrom, recordFrom } from './fill'

const officers: Check['officers'] = [
  { post: '1'.repeat(32), name: '钱一', certificate: '赣B0001' },
  { post: '2'.repeat(32), name: '孙二', certificate: '赣B0002' },
]
const enterprise = {
  _id: '3'.repeat(32),
  name: '赣南线缆厂',
  code: '91360722MA00000000',
  kind: 'producer' as const,
  unit: '360722',
  address: '嘉定镇阳明路1号',
  contact: { name: '厂长甲', phone: '0797-8388216' },
  codeSound: true,
  enrolledOn: '2026-06-01',
  grams: [],
  covered: false,
}

const checked = (form = wholeCheck({ 'P-13': { result: '不符合', note: '检定证书已过有效期' } })): Check => {
  const { colleague: _, ...rest } = form
  return {
    ...rest,
    _id: '4'.repeat(32),
    unit: '360722',
    enterpriseName: enterprise.name,
    officers,
    outcome: outcomeOf(form.answers),
    found: true,
    rank: '',
    receivedAt: form.finishedAt,
  }
}

const notice = (more: Partial<Notice> = {}): Notice => ({
  _id: '5'.repeat(32),
  unit: '360722',
  enterprise: enterprise._id,
  enterpriseName: enterprise.name,
  check: '4'.repeat(32),
  demands: [demandFor('P-13', '检定证书已过有效期') as Demand, demandFor('P-14', undefined) as Demand],
  deadline: '2026-07-28',
  state: 'drafted',
  served: false,
  open: false,
  closed: false,
  paper: draftPaper('DOC-06'),
  draftedAt: 0,
  rank: '',
  due: '',
  officers: [...officers],
  answers: [],
  reviews: [],
  ...more,
})

const sound = (kind: string, fields: object) =>
  expect(draftForm(kind).safeParse(fields).error).toBeUndefined()

test('现场笔录 from a check: times, people, findings, pictures', () => {
  const record = recordFrom(checked(), enterprise)
  expect(record).toMatchObject({
    party: '赣南线缆厂',
    partyCode: enterprise.code,
    place: '嘉定镇阳明路1号',
    present: '厂长',
    signing: '已签名',
    recorder: '钱一',
    officers: [
      { name: '钱一', certificate: '赣B0001' },
      { name: '孙二', certificate: '赣B0002' },
    ],
  })
  expect(record.findings).toMatch(/^按检查表检查22项，1项不符合。\n.*：不符合，检定证书已过有效期。$/)
  sound('DOC-01', record)
})

test('nobody there: the reason stands on the record, and no name', () => {
  const form = wholeCheck()
  const { present: _, ...rest } = { ...form, signature: { how: 'absent' as const, reason: '大门锁闭' } }
  const record = recordFrom(checked(rest))
  expect(record).toMatchObject({ signing: '无人在场', refusal: '大门锁闭' })
  expect(record).not.toHaveProperty('present')
  expect(record).not.toHaveProperty('place')
  sound('DOC-01', record)
})

test('责令改正通知书 from a correction: facts, articles once each, demands', () => {
  const order = orderFrom(notice(), enterprise)
  expect(order).toMatchObject({
    ...partyFrom(enterprise),
    breached: ['《工业产品生产许可证管理条例》第9条'],
    deadline: '2026-07-28',
    contact: '钱一、孙二',
  })
  expect(order.facts).toHaveLength(2)
  expect(order.corrections).toHaveLength(2)
  sound('DOC-06', order)
})

describe('送达回证 from a correction', () => {
  const served = (service: Omit<Served, 'at' | 'evidence'>) =>
    receiptFrom(
      notice({
        paper: { ...draftPaper('DOC-06'), state: 'served', number: '信市监责改〔2026〕18号' },
        service: { ...service, at: 1_784_250_000_000, evidence: [], officers: [...officers] },
      }),
    )

  test('not served yet: only what it is about', () => {
    expect(receiptFrom(notice())).toEqual({ party: '赣南线缆厂', served: '责令改正通知书' })
  })

  test.each<[Omit<Served, 'at' | 'evidence'>, object]>([
    [
      { way: 'direct', receiver: '厂长甲', relation: '厂长' },
      { way: '直接送达', receiver: '厂长甲', relation: '厂长' },
    ],
    [
      { way: 'left', receiver: '王某', refusal: '拒绝签收' },
      { way: '留置送达', witness: '王某', refusal: '拒绝签收' },
    ],
    [
      { way: 'post', receiver: '门卫李某', receipt: 'EMS1CN' },
      { way: '邮寄送达', receiver: '门卫李某', remark: '邮件号码：EMS1CN' },
    ],
    [
      { way: 'entrusted', receiver: '厂长甲', authority: '南康区局' },
      { way: '委托送达', receiver: '厂长甲', remark: '受托（转交）机关：南康区局' },
    ],
  ])('程序规定 82: %j', (service, expected) => {
    const receipt = served(service)
    expect(receipt).toMatchObject({ ...expected, servedNumber: '信市监责改〔2026〕18号' })
    for (const other of ['receiver', 'witness', 'remark'].filter(one => !(one in expected)))
      expect(receipt).not.toHaveProperty(other)
    sound('DOC-09', receipt)
  })
})
