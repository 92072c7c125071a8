import { hashOf } from '../../domain/digest'
import {
  admitChief,
  type Bureau,
  draftedNotice,
  figure,
  freshCloud,
  home,
  newId,
  openBureau,
  orderFor,
  wholeCheck,
} from './bureau'

// The thread: an officer walks into a cable works, and the notice, the answer and the county's figure follow.
let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
})
afterAll(() => cloud.close())

test('check → notice → answer → county figure', async () => {
  const { officer, maker, head } = bureau
  const opened = await officer.read('inspection.prepare', { enterprise: bureau.producer })
  expect(opened.enterprise.name).toContain('（演示）')
  expect(opened.colleagues.map(colleague => colleague.post)).toEqual([bureau.colleague])

  const uploadedPhoto = await officer.picture()
  const form = await wholeCheck(bureau, {
    'P-13': { result: '不符合', note: '检定证书已过有效期', photos: [uploadedPhoto] },
  })
  const { check, findings } = await officer.write('inspection.submit', {
    ...form,
    signature: { how: 'signed', picture: await officer.picture('signature') },
  })
  expect(findings).toEqual(['P-13'])
  const record = await officer.read('inspection.read', { check })
  expect(record.mayOrder).toBe(true)
  expect(record.present?.phone).toBe('139****1234')
  // What was uploaded can be overwritten by its owner; the record keeps what was verified.
  const photo = record.answers.find(given => given.item === 'P-13')?.photos?.[0]
  const kept = String(photo?.file).split('/').slice(3).join('/')
  expect(kept).toMatch(/^kept\/[0-9a-f]{32}\.jpg$/)
  await expect(cloud.upload(officer.openid, kept, new Uint8Array([0xff, 0xd8, 0xff]))).rejects.toThrow(
    /belongs to someone else/,
  )
  const shown = () =>
    fetch(record.addresses[photo?.file as string] as string).then(answer => answer.arrayBuffer())
  const before = hashOf(new Uint8Array(await shown()))
  expect(before).toBe(photo?.sha256)

  const path = uploadedPhoto.file.split('/evidence/')[1]
  await cloud.upload(officer.openid, `evidence/${path}`, new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]))
  expect(hashOf(new Uint8Array(await shown()))).toBe(before)

  const { notice, number } = await officer.write('enforcement.draft', orderFor(check))
  expect(number).toMatch(/^信市监责改〔20\d\d〕1号$/)
  expect(await maker.refusal('enforcement.read', { notice })).toBe('record.missing')
  const scan = await officer.picture()
  await officer.write('enforcement.seal', { notice, picture: scan })
  await officer.write('enforcement.serve', {
    notice,
    way: 'direct',
    colleague: bureau.colleague,
    receiver: '厂长甲',
    at: Date.now(),
  })

  const seen = await maker.read('enforcement.read', { notice })
  expect(seen.sealed?.picture?.sha256).toBe(scan.sha256)
  expect(seen.service?.officers).toHaveLength(2)
  expect(seen).toMatchObject({
    daysLeft: 15,
    may: { answer: true, review: false, seal: false },
    paper: { state: 'served', number },
  })
  await maker.write('enforcement.acknowledge', { notice })
  await maker.write('enforcement.answer', {
    notice,
    words: '已送检，附证书',
    photos: [await maker.picture()],
  })
  expect((await officer.read('office.today', {})) as object).toMatchObject({
    role: 'officer',
    open: [{ id: notice, state: 'answered' }],
  })
  await officer.write('enforcement.review', {
    notice,
    colleague: bureau.colleague,
    passed: true,
    remark: '已改正',
    at: Date.now(),
  })

  const page = await head.read('statistics.unit', { unit: home })
  expect(Object.fromEntries(page.figures.map(({ measure, value }) => [measure, value]))).toEqual({
    enterprises: 2,
    covered: 1,
    checks: 1,
    findings: 1,
    noticesServed: 1,
    noticesOpen: 0,
    noticesOverdue: 0,
    noticesClosed: 1,
  })
  for (const [measure, kind, id] of [
    ['checks', 'check', check],
    ['findings', 'check', check],
    ['noticesServed', 'notice', notice],
    ['noticesClosed', 'notice', notice],
  ] as const) {
    expect((await head.read('statistics.records', { unit: home, measure })).rows).toEqual([
      expect.objectContaining({ kind, id }),
    ])
  }
})

test('what may not happen next is refused and changes nothing', async () => {
  const { officer, maker } = bureau
  const notice = (await officer.read('statistics.records', { unit: home, measure: 'noticesClosed' })).rows[0]
    ?.id as string
  const id = () => ({ id: crypto.randomUUID().replaceAll('-', '') })
  for (const [who, path, content] of [
    [officer, 'enforcement.seal', { notice }],
    [
      officer,
      'enforcement.serve',
      { notice, way: 'direct', colleague: bureau.colleague, receiver: '甲', at: Date.now() },
    ],
    [officer, 'enforcement.void', { notice, reason: '写错' }],
    [
      officer,
      'enforcement.review',
      { notice, colleague: bureau.colleague, passed: false, remark: '没改好', at: Date.now() },
    ],
    [maker, 'enforcement.answer', { notice, words: '又改了', photos: [] }],
    [maker, 'enforcement.acknowledge', { notice }],
  ] as const) {
    expect(await who.refusal(path, { ...id(), content })).toBe('state.wrong')
  }
  expect(await figure(officer, home, 'noticesClosed')).toBe(1)
})

test('a finding is ordered once; a void paper gives it back', async () => {
  const { officer } = bureau
  const { check, notice } = await draftedNotice(bureau)
  const again = { id: newId(), content: orderFor(check) }
  expect(await officer.refusal('enforcement.draft', again)).toBe('record.exists')
  await officer.write('enforcement.void', { notice, reason: '写错' })
  expect(await officer.ask('enforcement.draft', again)).toMatchObject({ ok: true })
})

test('nobody changes the name or certificate on his records by applying again', async () => {
  const { officer, admin } = bureau
  const content = { name: '李四', phone: '13900000000', role: 'head' as const, org: home }
  const { application } = await officer.write('office.requestPost', content)
  expect(await admin.refusal('office.admit', { id: newId(), content: { application } })).toBe('input.invalid')
})

test('an enterprise is found by any part of its name, its address, or the beginning of its code', async () => {
  const { officer } = bureau
  const all = (await officer.read('register.find', { text: '' })).rows
  expect(all).toHaveLength(2)
  const [{ name, id }] = all as [(typeof all)[number]]
  expect((await officer.read('register.find', { text: name.slice(2, 5) })).rows.map(row => row.id)).toContain(
    id,
  )
  expect((await officer.read('register.find', { text: '没有这家' })).rows).toEqual([])
  expect(
    (await officer.read('register.find', { text: `${name.slice(2, 4)}` })).rows.map(row => row.id),
  ).toContain(id)
  expect(
    (await officer.read('register.find', { text: name.replace('（', '(').replace('）', ')') })).rows,
  ).toHaveLength(1)
  expect((await officer.read('register.find', { text: '913607220000' })).rows).toHaveLength(1)
})

test('the same credit code is entered once', async () => {
  const content = {
    name: '另一家（演示）',
    code: '91360722000000295Y',
    kind: 'producer' as const,
    unit: home,
    address: '甲路1号',
    contact: { name: '甲', phone: '13900000001' },
  }
  const code = (await cloud.documents('codes'))[0]?._id as string
  expect(
    await bureau.officer.refusal('register.enroll', { id: 'a'.repeat(32), content: { ...content, code } }),
  ).toBe('record.exists')
})

test('the city sees twenty units side by side', async () => {
  const chief = await admitChief(cloud)
  const { units, sum } = await chief.read('statistics.board', {})
  expect(units).toHaveLength(20)
  expect(units.find(unit => unit.id === home)?.values).toMatchObject({ checks: 2, noticesClosed: 1 })
  expect(sum.find(shown => shown.measure === 'checks')?.value).toBe(2)
})
