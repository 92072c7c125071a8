import { holdsMarked, isMarked } from './classified'
import notice from './data/campaign-2021.json'

test.each([
  '机密★10年',
  '秘密 ☆',
  '密级：秘密',
  '绝密',
  '关于某某工作的通知\n【机密】',
  '（秘密）',
  '秘密\n关于某某工作的通知',
  '此件为机密文件，不得复制',
])('%s is the marking of a state secret', text => {
  expect(isMarked(text)).toBe(true)
})

test.each([
  '不得泄露企业的商业秘密',
  '检查人员应当保守国家秘密和商业秘密',
  '机密零件厂的电线电缆',
  '秘密窗口期抽样改为突击检查',
  '（此件主动公开）',
])('%s is ordinary text', text => {
  expect(isMarked(text)).toBe(false)
})

test('it is found wherever it stands in a form, and the notice of 2021 has none', () => {
  expect(holdsMarked({ a: [{ b: '机密★' }] })).toBe(true)
  expect(holdsMarked(notice)).toBe(false)
})
