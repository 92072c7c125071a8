import { type Bureau, openBureau } from '../functions/bureau'
import { Hand, openLaptop } from './laptop'

// An officer before a reel of cable, without a signal; the pictures are looked at by people.
let laptop: Awaited<ReturnType<typeof openLaptop>>
let bureau: Bureau
let officer: Hand

beforeAll(async () => {
  laptop = await openLaptop()
  bureau = await openBureau(laptop.cloud)
  officer = await Hand.of(laptop.browser, laptop.cloud, bureau.officer.openid)
  // Pages scroll inside themselves: a tall phone shows them whole in the pictures.
  await officer.page.setViewportSize({ width: 375, height: 1300 })
  await officer.open()
  await officer.sees('开始检查')
  await officer.page.waitForTimeout(1_000) // the pages are fetched ahead
  await officer.offline(true)
}, 60_000)
afterAll(() => laptop?.close())

test('a verdict three taps from the first page', async () => {
  await officer.tap('速查')
  await officer.picture('pocket-empty')
  await officer.type('电缆上印的型号规格', 'BV 2.5')
  await officer.type(/^实测导体电阻/, '8.62')
  await officer.sees('不符合标准')
  await officer.picture('pocket-fail')
  expect(officer.taps).toBeLessThanOrEqual(3)
  await officer.type(/^实测导体电阻/, '7.02')
  await officer.sees('符合标准')
  await officer.picture('pocket-pass')
  await officer.type(/^实测导体电阻/, '7,02')
  await officer.sees('不能判定')
  await officer.picture('pocket-unjudged')
}, 30_000)

test('a long designation is read part by part, and what is not understood is said', async () => {
  await officer.type('电缆上印的型号规格', 'WDZBN-YJY23-0.6/1kV 4×150+1×70 红旗')
  await officer.tap('详细')
  await officer.picture('pocket-long')
  expect(await officer.overflow()).toBeLessThanOrEqual(0)
}, 30_000)

test('scale and multimeter, and the length of a sample', async () => {
  await officer.type('电缆上印的型号规格', 'BV 2.5')
  await officer.tap('用秤和万用表粗查')
  await officer.type('一根线芯两头的电阻', '0.95')
  await officer.sees('疑似，需抽样')
  await officer.picture('pocket-stall')
  await officer.tap('抽样要取多长')
  await officer.sees('备用样品')
  await officer.picture('pocket-sample')
}, 30_000)

test('a legal day and its reason', async () => {
  await officer.tap('算期限')
  await officer.picture('pocket-deadlines')
  await officer.tapLabel(/先行登记保存/)
  await officer.sees('依据')
  await officer.picture('pocket-deadline')
}, 30_000)

test('a code and its wrong character', async () => {
  await officer.tap('认编码')
  await officer.type('粘贴或输入编码', '91110000101623741J')
  await officer.sees('统一社会信用代码')
  await officer.picture('pocket-code')
}, 30_000)

test('the rules, each with source and confidence', async () => {
  await officer.offline(false)
  await officer.open('/rules/index')
  await officer.tap('导体电阻')
  await officer.sees(/2\.5 mm²/)
  await officer.picture('rules')
}, 30_000)

test('a gloved thumb finds every button: 44 px high at least, in large type too', async () => {
  const low = async () =>
    officer.page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.taro_page [role=button], .taro_page [role=radio], .taro_page [role=checkbox]',
        ),
      ]
        .map(node => ({ name: node.getAttribute('aria-label'), height: node.getBoundingClientRect().height }))
        .filter(({ height }) => height > 0 && height < 43.5),
    )
  for (const care of [false, true]) {
    await officer.page.evaluate(on => localStorage.setItem('sanlian/setting/care', JSON.stringify(on)), care)
    await officer.open('/rules/cable/index')
    await officer.type('电缆上印的型号规格', 'YJV22-0.6/1kV 3×95+1×50')
    await officer.type(/^实测导体电阻/, '0.21')
    await officer.picture(care ? 'pocket-care' : 'pocket-power')
    expect(await low()).toEqual([])
    expect(await officer.overflow()).toBeLessThanOrEqual(0)
  }
}, 30_000)

test('every part is sound for those who hear it, fits the phone and threw nothing', async () => {
  const wrong: string[] = []
  for (const where of ['/rules/cable/index', '/rules/index']) {
    await officer.open(where)
    for (const found of await officer.accessibility()) wrong.push(`${where}: ${found}`)
    expect(await officer.overflow()).toBeLessThanOrEqual(0)
  }
  await officer.open('/rules/cable/index')
  await officer.type('电缆上印的型号规格', 'BV 2.5')
  await officer.type(/^实测导体电阻/, '8.62')
  for (const found of await officer.accessibility()) wrong.push(`verdict: ${found}`)
  await officer.tap('算期限')
  await officer.tapLabel(/先行登记保存/)
  for (const found of await officer.accessibility()) wrong.push(`deadline: ${found}`)
  await officer.tap('认编码')
  await officer.type('粘贴或输入编码', '91110000101623741J')
  for (const found of await officer.accessibility()) wrong.push(`code: ${found}`)
  expect(wrong).toEqual([])
  expect(officer.errors).toEqual([])
}, 60_000)
