import { filledPaper } from '../../domain/papers/filled.sample'
import { type Bureau, draftedPaper, openBureau, setChain } from '../functions/bureau'
import { Hand, openLaptop } from './laptop'

// Papers in a browser at a phone's width: from the list to the stamped and served paper, and the pages around it.
let laptop: Awaited<ReturnType<typeof openLaptop>>
let bureau: Bureau
let officer: Hand
let head: Hand

beforeAll(async () => {
  laptop = await openLaptop()
  bureau = await openBureau(laptop.cloud)
  officer = await Hand.of(laptop.browser, laptop.cloud, bureau.officer.openid)
  head = await Hand.of(laptop.browser, laptop.cloud, bureau.head.openid)
}, 60_000)
afterAll(() => laptop.close())

const stored = async (collection: string) => laptop.cloud.documents(collection)
const paperWith = async (kind: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: a document as the store holds it
  (await stored('papers')).find(({ paper }) => (paper as any).kind === kind) as any

test('an empty list says what will be there; the kinds stand in groups', async () => {
  await officer.open('/pages/mine/index')
  await officer.tap('文书')
  await officer.sees('没有待盖章的文书')
  await officer.picture('paper-empty')
  await officer.tap('拟文书')
  await officer.sees('现场和调查')
  await officer.picture('paper-kinds')
})

test('a form begins with what is known, asks for what is missing, and is sent for approval', async () => {
  await setChain(bureau, [bureau.headPost], 'DOC-18')
  await officer.open(`/paper/draft/index?kind=DOC-18&enterprise=${bureau.producer}`)
  await officer.sees('选填 2 项')
  await officer.picture('paper-form')
  await officer.tapUntil('送审', '请填写调查事项')
  await officer.picture('paper-form-missing')
  await officer.type('调查事项', '你单位2026年3月出厂的BV 2.5 mm²电线导体电阻涉嫌不合格一案。')
  await officer.type('材料名称', '2026年3月的进货和销售台账')
  await officer.type('份数', '1')
  await officer.type('提交地点', '信丰县市场监督管理局质量监督股')
  await officer.type('联系电话', '0797-3300000')
  await officer.tapLabel('提供期限')
  await officer.page.locator('.weui-picker__action').last().click()
  await officer.tap('送审')
  await officer.sees('限期提供材料通知书')
  await officer.sees('等待审批')
  await officer.picture('paper-pending')
  expect(await paperWith('DOC-18')).toMatchObject({
    paper: { state: 'pending' },
    fields: {
      place: '信丰县市场监督管理局质量监督股',
      officers: [{ name: '检查员甲' }, { name: '检查员乙' }],
    },
    about: { enterprise: bureau.producer },
  })
}, 60_000)

test('the head agrees; the paper has its number, is stamped, photographed and served', async () => {
  const { _id } = await paperWith('DOC-18')
  const { digest } = await bureau.head.read('approval.read', { paper: _id })
  await bureau.head.write('approval.agree', { paper: _id, read: digest })
  await officer.open('/paper/index')
  await officer.tap(/信市监限提/)
  await officer.sees('下一步：盖章')
  await officer.picture('paper-seal')
  await officer.tap('登记盖章')
  await officer.sees('请拍下盖章后的文书')
  await officer.photograph('.card:has-text("下一步")')
  await officer.tapUntil('登记盖章', '盖章后的文书')
  await officer.picture('paper-sealed')
  await officer.tap('登记送达')
  await officer.sees('签收人')
  await officer.picture('paper-serve')
  await officer.tap('公告送达')
  await officer.sees('公告送达的原因和经过')
  await officer.picture('paper-serve-public')
  await officer.tap('电子送达')
  await officer.sees('还没有登记同意电子送达')
  await officer.picture('paper-serve-electronic')
  await officer.tap('留置送达')
  await officer.type('拒收事由', '对调查有异议，拒绝签收')
  await officer.tap('登记送达')
  await officer.sees('请写明见证人，或者拍下留置过程')
  await officer.type('见证人', '工业园社区居委会王某')
  await officer.tap('登记送达')
  await officer.sees('已送达')
  await officer.picture('paper-served')
  expect(await paperWith('DOC-18')).toMatchObject({
    done: true,
    service: { way: 'left', refusal: '对调查有异议，拒绝签收', receiver: '工业园社区居委会王某' },
  })
}, 60_000)

test('numbers: a block is reserved, offered in the form, and every gap is told', async () => {
  await officer.open('/paper/numbers/index')
  await officer.sees('没有预留的号')
  await bureau.officer.write('paper.reserveBlock', { unit: bureau.unit, kind: 'DOC-18', count: 5 })
  await officer.open('/paper/numbers/index?after=1')
  await officer.sees('剩 5 / 5')
  await officer.tap('编到 6 号')
  await officer.sees('空号 5 个')
  await officer.picture('paper-numbers')
  await officer.open('/paper/draft/index?kind=DOC-18')
  await officer.sees('用预留的号')
})

test('补录 and 送达地址确认书', async () => {
  await officer.open('/paper/late/index')
  await officer.sees('文书日期')
  await officer.picture('paper-late')
  await officer.tap('补录', { nth: -1 })
  await officer.sees('请选择文书种类')
  await officer.open(`/paper/address/index?enterprise=${bureau.producer}`)
  await officer.tap('电子送达')
  await officer.sees('电子邮箱')
  await officer.picture('paper-address')
})

test('a decision with all its fields, in large type and in the dark, stays readable', async () => {
  await setChain(bureau, [bureau.headPost], 'DOC-16')
  const fields = {
    ...filledPaper('DOC-16'),
    party: '信丰县金鑫远山特种线缆智能制造产业园有限责任公司（演示）',
  }
  const { paper } = await draftedPaper(bureau, 'DOC-16', { fields })
  const dark = await Hand.of(laptop.browser, laptop.cloud, bureau.officer.openid, { dark: true })
  await dark.open(`/paper/paper/index?paper=${paper}`)
  await dark.sees('查封决定书')
  await dark.picture('paper-decision-dark')
  expect(await dark.overflow()).toBeLessThanOrEqual(0)
  await dark.page.evaluate(() => localStorage.setItem('setting/care', JSON.stringify({ data: true })))
  await dark.open('/pages/mine/index')
  await dark.tapLabel('关怀版')
  await dark.open(`/paper/paper/index?paper=${paper}`)
  await dark.sees('查封决定书')
  await dark.picture('paper-decision-care')
  expect(await dark.overflow()).toBeLessThanOrEqual(0)
  await dark.open(`/paper/draft/index?kind=DOC-16&enterprise=${bureau.producer}`)
  await dark.sees('强制措施')
  await dark.picture('paper-form-care')
  expect(await dark.overflow()).toBeLessThanOrEqual(0)
  expect(dark.errors).toEqual([])
}, 60_000)

test('who may not write papers sees none of it; without network the page says so', async () => {
  const maker = await Hand.of(laptop.browser, laptop.cloud, bureau.maker.openid)
  await maker.open('/pages/mine/index')
  expect(await maker.text()).not.toContain('拟稿、盖章')
  await head.open('/paper/index')
  await head.sees('拟文书')
  await officer.open('/paper/index')
  await officer.sees('待盖章')
  await officer.offline(true)
  await officer.sees('现在没有网络')
  await officer.tap('已办结')
  await officer.picture('paper-offline')
  await officer.offline(false)
}, 40_000)

test('every page is sound for those who hear it or cannot tell colours apart (axe)', async () => {
  const { _id } = await paperWith('DOC-18')
  const wrong: string[] = []
  for (const where of [
    '/paper/index',
    '/paper/draft/index',
    `/paper/draft/index?kind=DOC-16&enterprise=${bureau.producer}`,
    `/paper/paper/index?paper=${_id}`,
    '/paper/numbers/index',
    '/paper/late/index',
    `/paper/address/index?enterprise=${bureau.producer}`,
  ]) {
    await officer.open(where)
    for (const found of await officer.accessibility()) wrong.push(`${where}: ${found}`)
  }
  expect(wrong).toEqual([])
  expect(officer.errors).toEqual([])
  expect(head.errors).toEqual([])
}, 60_000)
