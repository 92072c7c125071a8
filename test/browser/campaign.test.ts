import { dayOf } from '../../domain/calendar'
import { type Bureau, type Caller, chiefOf, foreign, openBureau, servedNotice } from '../functions/bureau'
import { Hand, openLaptop } from './laptop'

// A chief lays down a campaign from the notice of 2021, a head confirms and plans, the chief sends back and approves; an
// officer copies a finished check into another system. The pictures are looked at by people.
let laptop: Awaited<ReturnType<typeof openLaptop>>
let mine: Bureau
let theirs: Bureau
let chief: Caller
let city: Hand
let head: Hand
let officer: Hand

beforeAll(async () => {
  laptop = await openLaptop()
  mine = await openBureau(laptop.cloud)
  theirs = await openBureau(laptop.cloud, foreign)
  chief = await chiefOf(laptop.cloud)
  const phone = async (openid: string) => {
    const hand = await Hand.of(laptop.browser, laptop.cloud, openid)
    // Pages scroll inside themselves: a tall phone shows them whole in the pictures.
    await hand.page.setViewportSize({ width: 375, height: 1600 })
    return hand
  }
  city = await phone(chief.openid)
  head = await phone(mine.head.openid)
  officer = await phone(mine.officer.openid)
}, 60_000)
afterAll(() => laptop?.close())

let campaign: string
const page = () => `/campaign/page/index?campaign=${campaign}`
const plan = (unit: string) => `/campaign/plan/index?campaign=${campaign}&unit=${unit}`

test('from the template to a draft: one number and one answer are to be given', async () => {
  await city.open('/campaign/list/index')
  await city.sees('还没有专项行动')
  await city.picture('campaign-none')
  await city.tap('按模板新建')
  await city.type('发文字号', '第13号')
  await city.tap('存为草稿')
  await city.sees('发文字号应如“赣市市监质监字〔2026〕13号”')
  await city.picture('campaign-edit-wrong')
  await city.type('发文字号', `赣市市监质监字(${dayOf(Date.now()).slice(0, 4)})13号`)
  await city.tap('存为草稿')
  await city.sees('请先做保密审查')
  await city.tap('不涉及国家秘密和工作秘密')
  await city.tap('打开修改')
  await city.picture('campaign-edit')
  await city.tap('存为草稿')
  await city.sees('下发到20个单位')
  await city.picture('campaign-draft')
  campaign = String((await laptop.cloud.documents('campaigns'))[0]?._id)
  await city.tap('通知正文')
  await city.sees('移送一批涉嫌犯罪')
  await city.picture('campaign-text')
}, 60_000)

test('issued, the twenty units show who has received and planned', async () => {
  await chief.write('campaign.issue', { campaign })
  await theirs.head.write('campaign.receive', { campaign, unit: foreign })
  await city.open(page())
  await city.sees('主送20个单位')
  await city.picture('campaign-city')
  expect(await city.overflow()).toBeLessThanOrEqual(0)
}, 60_000)

test('the head confirms with the big button and hands in a plan made of his targets', async () => {
  await head.open('/campaign/list/index')
  await head.picture('campaign-list-unit')
  await head.tap(/联查联打联治/)
  await head.sees('确认收到')
  await head.picture('campaign-unit')
  await head.tap('确认收到', { nth: 1 })
  await head.sees('填写本单位方案')
  await head.tap('填写本单位方案')
  await head.type('本单位要达到什么', '全面排查辖区生产、销售单位，问题整改到位。')
  await head.tap('报送方案')
  await head.sees('请填写责任人')
  for (const at of [1, 2, 3]) await head.type(`责任人${at}`, '质量监督股')
  await head.type('姓名1', '局长甲')
  await head.type('姓名2', '股长甲')
  await head.type('电话2', '0797-3312345')
  await head.picture('campaign-plan-form')
  await head.tap('报送方案')
  await head.sees('已提交')
}, 60_000)

test('the chief sends it back with a reason; a reason is needed', async () => {
  await city.open(plan(mine.unit))
  await city.sees('审阅意见')
  await city.tap('退回')
  await city.sees('退回修改：请写明要改什么')
  await city.picture('campaign-decide')
  await city.type('意见', '请补充农村和城乡结合部的排查任务')
  await city.tap('退回')
  await city.sees('科长甲 退回修改')
  await head.page.reload()
  await head.sees('请补充农村和城乡结合部')
  await head.picture('campaign-returned')
  await head.tap('修改本单位方案')
  await head.tap('报送方案')
  await head.sees('已提交')
  await city.page.reload()
  await city.sees('审阅意见')
  await city.tap('批准方案')
  await city.sees('科长甲 批准')
  await city.picture('campaign-plan')
}, 60_000)

test('a report with the numbers the unit counts itself, and the chief sees how far it is', async () => {
  await head.open(`/campaign/report/index?campaign=${campaign}&unit=${mine.unit}`)
  await head.tap('标准化')
  await head.type('进展情况', '会同标准化科在建材市场宣贯一场，到会四十人。')
  await head.type('标准宣贯和技术帮扶', '1')
  await head.picture('campaign-report')
  await head.tap('报送动态')
  await servedNotice(mine)
  await city.open(page())
  await city.sees('会同标准化科')
  await city.picture('campaign-city-running')
  await city.open(`/campaign/change/index?campaign=${campaign}`)
  await city.sees('科室自己计数的目标')
  await city.picture('campaign-change')
}, 60_000)

test('the officer copies a finished check field by field and notes the number it got', async () => {
  await officer.open('/outside/list/index')
  await officer.sees('待登记')
  await officer.picture('outside-list')
  await officer.tap(/企业检查情况 · /)
  await officer.sees('逐项复制')
  await officer.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await officer.tapLabel(/^复制统一社会信用代码/)
  await officer.sees('✓ 已复制')
  await officer.picture('outside-sheet')
  await officer.type('登记号', 'GPC-2026-0007')
  await officer.tap('已在该系统登记')
  await officer.sees('✓ 已登记')
  await officer.picture('outside-entered')
}, 60_000)

test('without a signal what was opened is there, and large type and darkness fit', async () => {
  await head.open(page())
  await head.sees('本单位的目标')
  await head.offline(true)
  await head.sees('现在没有网络')
  await head.sees('本单位的目标')
  await head.picture('campaign-offline')
  await head.offline(false)
  await head.page.evaluate(() => localStorage.setItem('sanlian/setting/care', 'true'))
  await head.open(page())
  await head.sees('本单位的目标')
  await head.picture('campaign-unit-care')
  expect(await head.overflow()).toBeLessThanOrEqual(0)
  await city.page.evaluate(() => localStorage.setItem('sanlian/setting/care', 'true'))
  await city.open(page())
  await city.sees('主送20个单位')
  await city.picture('campaign-city-care')
  expect(await city.overflow()).toBeLessThanOrEqual(0)
  const dark = await Hand.of(laptop.browser, laptop.cloud, chief.openid, { dark: true })
  await dark.page.setViewportSize({ width: 375, height: 1600 })
  await dark.open(page())
  await dark.sees('主送20个单位')
  await dark.picture('campaign-city-dark')
  await head.open(`/campaign/page/index?campaign=${'f'.repeat(32)}`)
  await head.sees('没有打开')
  await head.picture('campaign-failed')
}, 60_000)

test('every button is 44 px high, every page is sound for those who hear it and threw nothing', async () => {
  const wrong: string[] = []
  const pages: [Hand, string[]][] = [
    [
      city,
      [
        '/campaign/list/index',
        page(),
        plan(mine.unit),
        `/campaign/change/index?campaign=${campaign}`,
        '/campaign/edit/index',
        `/campaign/text/index?campaign=${campaign}`,
      ],
    ],
    [head, [page(), plan(mine.unit), `/campaign/report/index?campaign=${campaign}&unit=${mine.unit}`]],
    [officer, ['/outside/list/index', `/outside/sheet/index?outside=${mine.producer}.gongpincha`]],
  ]
  for (const [hand, wheres] of pages) {
    for (const where of wheres) {
      await hand.open(where)
      await hand.page.waitForTimeout(300)
      for (const found of await hand.accessibility()) wrong.push(`${where}: ${found}`)
      if ((await hand.overflow()) > 0) wrong.push(`${where}: wider than the phone`)
      const low = await hand.page.evaluate(() =>
        [
          ...document.querySelectorAll(
            '.taro_page [role=button], .taro_page [role=radio], .taro_page [role=checkbox]',
          ),
        ]
          .map(node => ({
            name: node.getAttribute('aria-label'),
            height: node.getBoundingClientRect().height,
          }))
          .filter(({ height }) => height > 0 && height < 43.5),
      )
      for (const { name, height } of low) wrong.push(`${where}: ${name} is ${height} px high`)
    }
    wrong.push(...hand.errors)
  }
  expect(wrong).toEqual([])
}, 120_000)
