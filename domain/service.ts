import type { Day } from './calendar'
import type { Officer } from './check'
import type { Photo } from './evidence'

/** What a service has to tell, by name of the field of its form. */
export type ServiceField =
  | 'receiver'
  | 'relation'
  | 'refusal'
  | 'receipt'
  | 'authority'
  | 'posted'
  | 'published'
  | 'reason'
  | 'account'

type Asked = { field: ServiceField; label: string; required: boolean; hint?: string }

/** One of the six ways: what it asks, what its date is, which pictures it needs. */
export type Way = {
  name: string
  /** 程序规定. */
  article: string
  /** Which day is the day of service. */
  dated: string
  asks: readonly Asked[]
  pictures: { label: string; needed: 'no' | 'yes' | 'orWitness' | 'whenPosted' }
  hint?: string
}

const must = (field: ServiceField, label: string, hint?: string): Asked => ({
  field,
  label,
  required: true,
  ...(hint ? { hint } : {}),
})
const may = (field: ServiceField, label: string, hint?: string): Asked => ({
  ...must(field, label, hint),
  required: false,
})

/** Where 公告 may stand: 程序规定 82 (五). Posted on the board, it has to be posted at the party's place as well. */
export const postings = {
  board: '本局公告栏和受送达人住所地张贴',
  press: '报纸、本局门户网站等刊登',
} as const

/** Ways of service (送达方式), 程序规定 82–83, each with what it needs. Opening a paper in the program is none of them. */
export const serviceWays = {
  direct: {
    name: '直接送达',
    article: '82（一）',
    dated: '送达回证上的签收日期',
    asks: [must('receiver', '签收人'), may('relation', '签收人身份')],
    pictures: { label: '送达回证、现场照片（可以不拍）', needed: 'no' },
  },
  left: {
    name: '留置送达',
    article: '82（二）',
    dated: '留置的日期',
    asks: [
      must('refusal', '拒收事由', '受送达人或者同住成年家属为什么不签收'),
      may('receiver', '见证人', '基层组织或者所在单位的代表；没有见证人的，须拍照、录像'),
    ],
    pictures: { label: '留置过程照片', needed: 'orWitness' },
    hint: '请见证人到场签名，或者拍照、录像记录送达过程。',
  },
  post: {
    name: '邮寄送达',
    article: '82（四）',
    dated: '回执上注明的收件日期',
    asks: [must('receipt', '邮件号码'), must('receiver', '回执签收人')],
    pictures: { label: '邮寄凭证和回执（可以不拍）', needed: 'no' },
    hint: '以回执上注明的收件日期为送达日期，不是寄出的日期。',
  },
  entrusted: {
    name: '委托送达',
    article: '82（四）',
    dated: '受送达人的签收日期',
    asks: [must('authority', '受托（转交）机关'), must('receiver', '签收人')],
    pictures: { label: '委托函、送达回证（可以不拍）', needed: 'no' },
  },
  public: {
    name: '公告送达',
    article: '82（五）',
    dated: '公告发布之日起经过三十日',
    asks: [
      must('reason', '公告送达的原因和经过', '下落不明，或者试过哪些方式无法送达'),
      must('posted', '公告方式'),
      must('published', '刊登、张贴在哪里', '报纸名称和版面、网址，或者张贴的两处地点'),
    ],
    pictures: { label: '张贴过程照片、刊登页面', needed: 'whenPosted' },
    hint: '自公告发布之日起经过三十日才视为送达，期满后再来登记。',
  },
  electronic: {
    name: '电子送达',
    article: '82（三）',
    dated: '到达受送达人特定系统的日期',
    asks: [must('account', '送达到', '送达地址确认书上写明的手机号、传真、邮箱或者账号')],
    pictures: { label: '到达的截屏、录像画面', needed: 'yes' },
    hint: '只有签过送达地址确认书、同意电子送达的才可以用。在小程序里打开文书不算送达。',
  },
} as const satisfies Record<string, Way>
export type ServiceWay = keyof typeof serviceWays

export const wayNames = Object.keys(serviceWays) as ServiceWay[]

/** What is told of one service. `at`: the moment it took effect; of a 公告 the moment it was published. */
export type Served = {
  way: ServiceWay
  at: number
  evidence: Photo[]
  posted?: keyof typeof postings | undefined
} & { [F in Exclude<ServiceField, 'posted'>]?: string | undefined }

/** A service as it is kept: with the officers who made it, two where the law says so. */
export type Service = Served & { officers: Officer[] }

/** A 公告 that runs: when it was published, and the day with which it counts as service. */
export type Announced = Service & { counts: Day; why: string }

export type Missing = { field: ServiceField | 'evidence'; message: string }

/** What a service still lacks to stand: the form shows it, the function refuses by it. */
export function missingIn(told: Partial<Served> & { way: ServiceWay }): Missing[] {
  const way: Way = serviceWays[told.way]
  const missing: Missing[] = way.asks
    .filter(({ field, required }) => required && !told[field]?.trim())
    .map(({ field, label }) => ({
      field,
      message: field === 'posted' ? `请选择${label}` : `${way.name}：请填写${label}`,
    }))
  const { needed } = way.pictures
  const shown = (told.evidence?.length ?? 0) > 0
  if (needed === 'yes' && !shown)
    missing.push({ field: 'evidence', message: `${way.name}：请附上到达对方系统的截屏` })
  if (needed === 'orWitness' && !shown && !told.receiver?.trim())
    missing.push({ field: 'evidence', message: `${way.name}：请写明见证人，或者拍下留置过程` })
  if (needed === 'whenPosted' && told.posted === 'board' && !shown)
    missing.push({ field: 'evidence', message: `${way.name}：张贴公告的，请拍下张贴过程` })
  return missing
}

/** What a service told that its way does not ask: a field left over from another way is not kept. */
export function onlyAsked<T extends Partial<Served> & { way: ServiceWay }>(told: T): T {
  const asked: readonly string[] = serviceWays[told.way].asks.map(({ field }) => field)
  const own = [
    'receiver',
    'relation',
    'refusal',
    'receipt',
    'authority',
    'posted',
    'published',
    'reason',
    'account',
  ]
  return Object.fromEntries(
    Object.entries(told).filter(
      ([name, value]) => value !== undefined && (!own.includes(name) || asked.includes(name)),
    ),
  ) as T
}

/** One service in a line: 签收人：张三；签收人身份：厂长. */
export const serviceWords = (told: Pick<Served, 'way'> & Partial<Served>): string =>
  (serviceWays[told.way] as Way).asks
    .flatMap(({ field, label }) => {
      const value = field === 'posted' && told.posted ? postings[told.posted] : told[field]
      return value ? [`${label}：${value}`] : []
    })
    .join('；')

/**
 * A 送达地址确认书: where and how somebody agreed to be served (程序规定 83). `signed`: the signed form. A later one takes
 * the earlier one's place.
 */
export type Confirmation = {
  signed: Photo[]
  /** Ways agreed to, beyond those that need no agreement. */
  ways: ServiceWay[]
  address: string
  phone?: string
  email?: string
  /** 传真、即时通讯账号. */
  account?: string
  since: Day
  at: number
  post: string
  withdrawn?: { on: Day; reason: string; post: string }
}

/** Confirmations of one enterprise, the newest last; the document's id is the enterprise's. */
export type Addresses = {
  _id: string
  unit: string
  enterprise: string
  enterpriseName: string
  confirmations: Confirmation[]
}

/** The confirmation in force on a day, or undefined: the last that was signed, if it was not withdrawn. */
export function confirmedOn(
  known: Pick<Addresses, 'confirmations'> | undefined,
  on: Day,
): Confirmation | undefined {
  const last = [...(known?.confirmations ?? [])].reverse().find(({ since }) => since <= on)
  return last?.withdrawn && last.withdrawn.on <= on ? undefined : last
}

/** Whether electronic service stands on this day, by what was signed; why not, in a sentence. */
export function electronicRefused(
  known: Pick<Addresses, 'confirmations'> | undefined,
  on: Day,
  account: string,
): string | undefined {
  const confirmed = confirmedOn(known, on)
  if (!confirmed) return '电子送达须先有受送达人签署的送达地址确认书，请先登记确认书，或者改用其他方式'
  if (!confirmed.ways.includes('electronic')) return '送达地址确认书没有同意电子送达，请改用其他方式'
  const agreed = [confirmed.phone, confirmed.email, confirmed.account].filter(Boolean)
  if (!agreed.includes(account)) return `确认书上没有“${account}”，请送达到：${agreed.join('、')}`
  return undefined
}
