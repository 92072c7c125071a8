import type { Photo } from './evidence'
import { servingForm } from './filed-paper'
import {
  type Confirmation,
  confirmedOn,
  electronicRefused,
  missingIn,
  onlyAsked,
  type Served,
  type ServiceWay,
  serviceWays,
  serviceWords,
  wayNames,
} from './service'
import { publicServiceDay } from './service-day'

const picture: Photo = {
  file: 'cloud://x/kept/a.jpg',
  sha256: 'a'.repeat(64),
  bytes: 1000,
  takenAt: 1_784_250_000_000,
  album: false,
}

/** A service of each way with just what it needs. */
const enough: Record<ServiceWay, Omit<Served, 'way' | 'at'>> = {
  direct: { receiver: '厂长甲', evidence: [] },
  left: { refusal: '对事实有异议，拒绝签收', receiver: '居委会王某', evidence: [] },
  post: { receipt: 'EMS1234567890CN', receiver: '门卫李某', evidence: [] },
  entrusted: { authority: '南康区市场监督管理局', receiver: '厂长甲', evidence: [] },
  public: {
    reason: '厂房已空，电话停机，邮件退回',
    posted: 'press',
    published: '赣南日报2026年7月1日第4版',
    evidence: [],
  },
  electronic: { account: '13900001234', evidence: [picture] },
}

test('程序规定 82–83: the six ways there are, each with what it is dated by', () => {
  expect(wayNames.map(way => [serviceWays[way].name, serviceWays[way].dated])).toEqual([
    ['直接送达', '送达回证上的签收日期'],
    ['留置送达', '留置的日期'],
    ['邮寄送达', '回执上注明的收件日期'],
    ['委托送达', '受送达人的签收日期'],
    ['公告送达', '公告发布之日起经过三十日'],
    ['电子送达', '到达受送达人特定系统的日期'],
  ])
})

test.each(wayNames)('%s stands with what it needs', way => {
  expect(missingIn({ way, ...enough[way] })).toEqual([])
  const form = {
    paper: '0'.repeat(32),
    colleague: '1'.repeat(32),
    at: 1_784_250_000_000,
    way,
    ...enough[way],
  }
  expect(servingForm.safeParse(form).error?.issues).toBeUndefined()
})

test.each<[ServiceWay, keyof Served, string]>([
  ['direct', 'receiver', '请填写签收人'],
  ['left', 'refusal', '请填写拒收事由'],
  ['left', 'receiver', '请写明见证人，或者拍下留置过程'],
  ['post', 'receipt', '请填写邮件号码'],
  ['post', 'receiver', '请填写回执签收人'],
  ['entrusted', 'authority', '请填写受托（转交）机关'],
  ['entrusted', 'receiver', '请填写签收人'],
  ['public', 'reason', '请填写公告送达的原因和经过'],
  ['public', 'posted', '请选择公告方式'],
  ['public', 'published', '请填写刊登、张贴在哪里'],
  ['electronic', 'account', '请填写送达到'],
  ['electronic', 'evidence', '请附上到达对方系统的截屏'],
])('程序规定 82: %s without %s does not stand', (way, field, sentence) => {
  const told = { way, ...enough[way], [field]: field === 'evidence' ? [] : ' ' }
  expect(
    missingIn(told)
      .map(({ message }) => message)
      .join(),
  ).toContain(sentence)
  const form = { paper: '0'.repeat(32), colleague: '1'.repeat(32), at: 1_784_250_000_000, ...told }
  expect(servingForm.safeParse(form).success).toBe(false)
})

test('程序规定 82 (二): pictures of the leaving stand in for a witness', () =>
  expect(missingIn({ way: 'left', refusal: '拒绝开门', evidence: [picture] })).toEqual([]))

test('程序规定 82 (五): what is posted up is photographed while it is posted', () => {
  const posted = { way: 'public', ...enough.public, posted: 'board' } as const
  expect(missingIn(posted)).toEqual([{ field: 'evidence', message: '公告送达：张贴公告的，请拍下张贴过程' }])
  expect(missingIn({ ...posted, evidence: [picture] })).toEqual([])
})

test('程序规定 82 (五): a 公告 of 1 July counts with 31 July; over a festival, with the first day after it', () => {
  expect(publicServiceDay('2026-07-01')).toMatchObject({ day: '2026-07-31', provisional: false })
  expect(publicServiceDay('2026-09-02').day > '2026-10-02').toBe(true)
})

test('what another way would have asked is not kept', () =>
  expect(onlyAsked({ way: 'direct', receiver: '甲', refusal: '不收', at: 1, evidence: [] })).toEqual({
    way: 'direct',
    receiver: '甲',
    at: 1,
    evidence: [],
  }))

test('a service is told in one line', () => {
  expect(serviceWords({ way: 'left', ...enough.left })).toBe(
    '拒收事由：对事实有异议，拒绝签收；见证人：居委会王某',
  )
  expect(serviceWords({ way: 'public', ...enough.public })).toContain('公告方式：报纸、本局门户网站等刊登')
})

describe('程序规定 82 (三), 83: electronic service only after a signed 送达地址确认书', () => {
  const signed = (more: Partial<Confirmation> = {}): { confirmations: Confirmation[] } => ({
    confirmations: [
      {
        signed: [picture],
        ways: ['post', 'electronic'],
        address: '工业园1号',
        phone: '13900001234',
        since: '2026-03-01',
        at: 1,
        post: 'officer',
        ...more,
      },
    ],
  })
  test.each<[string, { confirmations: Confirmation[] } | undefined, string | undefined]>([
    ['none on file', undefined, '须先有受送达人签署的送达地址确认书'],
    ['signed later', signed({ since: '2026-08-01' }), '须先有'],
    ['withdrawn', signed({ withdrawn: { on: '2026-06-01', reason: '换号', post: 'officer' } }), '须先有'],
    ['not agreed to', signed({ ways: ['post'] }), '没有同意电子送达'],
    ['another number', signed({ phone: '13900009999' }), '确认书上没有“13900001234”，请送达到：13900009999'],
    ['agreed to', signed(), undefined],
  ])('%s', (_, known, sentence) => {
    const said = electronicRefused(known, '2026-07-01', '13900001234')
    if (sentence) expect(said).toContain(sentence)
    else expect(said).toBeUndefined()
  })

  test('a withdrawn one does not bring an earlier one back', () => {
    const [earlier] = signed().confirmations
    const [later] = signed({
      since: '2026-05-01',
      withdrawn: { on: '2026-06-01', reason: '换号', post: 'x' },
    }).confirmations
    const known = { confirmations: [earlier, later] as Confirmation[] }
    expect(confirmedOn(known, '2026-05-15')).toBe(later)
    expect(confirmedOn(known, '2026-07-01')).toBeUndefined()
  })
})
