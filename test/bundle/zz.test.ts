import { freshCloud, openBureau } from '../functions/bureau'
import { Hand } from './steps'
test('look', async () => {
  const cloud = await freshCloud()
  const bureau = await openBureau(cloud)
  const hand = await new Hand(cloud, bureau.officer.openid).start()
  const p = (x: string) => process.stdout.write(`\n--- ${x}\n${hand.text}\n`)
  p('today')
  await hand.tap('开始检查')
  p('find')
  let mark = hand.phone.setData.length
  const bytes = (what: string) => { process.stdout.write(`## ${what} ${hand.phone.bytesSince(mark)} ${JSON.stringify(hand.phone.setData.slice(mark))}\n`); mark = hand.phone.setData.length }
  await hand.tap({ text: /厂|公司/, cls: 'found-name' })
  bytes('open')
  p('check')
  await hand.tap('已亮证'.replace(/^/, '○ '))
  bytes('shown')
  await hand.tap('○ 已告知')
  hand.phone.setData; mark = hand.phone.setData.length
  const press = async (id: string, text = '符合') => { await hand.phone.screen.tap({ text, within: { id } }); bytes(id + text) }
  for (const id of ['P-01','P-02','P-03','P-04','P-05','P-06']) await press(id)
  await hand.tap('主体责任'); bytes('tab')
  await press('P-07'); await press('P-08','不符合')
  await hand.tap('现场核查'); bytes('tab')
  await press('P-18','不符合'); await press('P-19','不符合'); await press('P-20','不符合')
  process.stdout.write(hand.phone.screen.html())
  p('after')
  await hand.tap('其余都符合'); bytes('sweep')
  p('end')
  hand.phone.kill()
  await cloud.close()
})
