import fs from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { OutputOf } from '../../client/src/cloud/call'
import { fillInApplication } from './apply'
import { type Damage, damagedCopy, damages } from './harness/damage'
import { startPhone } from './harness/phone'

// A proof that cannot fail proves nothing: each way of breaking the build must turn a journey red. The far end is
// played here, since only the build is in question.

const prepared: OutputOf<'inspection.prepare'> = {
  enterprise: {
    id: 'e'.repeat(32),
    name: '赣州金鑫线缆有限公司',
    code: '91360722MA35ABCD1X',
    codeSound: false,
    kind: 'producer',
    address: '信丰县嘉定镇',
    unit: '360722',
    unitName: '信丰县',
    contact: { name: '郭春生', phone: '138****1234' },
    lastCheck: undefined,
  },
  edition: '2026-1',
  me: { post: 'p1', name: '钟晓明', certificate: '赣B07001' },
  colleagues: [{ post: 'p2', name: '廖海燕', certificate: '赣B07002' }],
}
const answers: Record<string, unknown> = {
  'office.today': { role: 'none' },
  'office.me': { person: 'p', name: '', certificate: '', folder: 'f', demo: false, posts: [] },
  'inspection.prepare': prepared,
}
const call = async (_name: string, event: unknown) => {
  const data = answers[(event as { path: string }).path]
  return data ? { ok: true, data } : { ok: false, problem: { code: 'internal', message: '没有' } }
}

/** Reads, presses, types, goes to a sub-package and comes back to what was typed. */
async function apply(root: string): Promise<void> {
  const phone = await fillInApplication({ call, root })
  const text = phone.screen.text()
  await phone.advance(2_000)
  phone.kill()
  expect(text).toContain('信丰县')
  const again = await startPhone({ call, root, storage: phone.storage })
  try {
    await again.screen.tap('申请岗位')
    expect(again.screen.attr({ label: '姓名' }, 'value')).toBe('钟晓明')
  } finally {
    again.kill()
  }
}

/** Signs at the end of a check: a native component within a Taro page. */
async function sign(root: string): Promise<void> {
  const phone = await startPhone({ call, root })
  try {
    await phone.open(`/officer/check/index?enterprise=${prepared.enterprise.id}`)
    await phone.screen.tap({ text: '签名', within: { id: 'tabs' } })
    const stroke = [
      [20, 20],
      [120, 60],
    ] as const
    await phone.screen.draw({ tag: 'canvas' }, stroke)
    await phone.screen.tap('完成签名')
    expect(phone.screen.text()).toContain('已签名')
  } finally {
    phone.kill()
  }
}

async function journey(root: string): Promise<void> {
  await apply(root)
  await sign(root)
}

/** How each damage shows; another failure would be a journey that is red anyway. */
const shows: Record<string, RegExp> = {
  'lost binding': /nothing from "申请岗位" upwards answers a tap/,
  'lost input binding': /Expected: "钟晓明"/,
  'unclosed tag': /WXML: base.wxml: missing end tag/,
  'missing template': /no template in base.wxml renders/,
  'missing page': /page "post\/index" is not found/,
  'wrong value mapping': /Expected: "钟晓明"/,
  'lost component': /<signature-pad> is neither a built-in nor a registered component/,
  'lost native binding': /nothing from "完成签名" upwards answers a tap/,
  'broken wxs': /0 elements match "申请岗位"/,
}
const plain = (error: Error) => stripVTControlCharacters(error.message)

test('the build as it is passes', () => journey('dist/weapp'))

test.each(damages)('$name turns the journey red', async (damage: Damage) => {
  const root = damagedCopy(damage)
  try {
    const words = await journey(root).then(() => 'nothing noticed', plain)
    expect(words).toMatch(shows[damage.name])
  } finally {
    fs.rmSync(root, { recursive: true })
  }
})
