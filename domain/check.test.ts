import { checkForm, findingsIn, incompleteIn, outcomeOf } from './check'
import { wholeCheck } from './check.sample'
import { checklists, commonFindings, EDITION } from './checklist'

test('the producer list has 22 items, the seller list 11 (domain/08), each with basis and severity', () => {
  expect(checklists.producer.map(row => row.id)).toEqual(
    Array.from({ length: 22 }, (_, i) => `P-${String(i + 1).padStart(2, '0')}`),
  )
  expect(checklists.seller.map(row => row.id)).toEqual(
    Array.from({ length: 11 }, (_, i) => `S-${String(i + 1).padStart(2, '0')}`),
  )
  for (const row of [...checklists.producer, ...checklists.seller]) {
    expect(row).toMatchObject({
      basis: expect.stringMatching(/./),
      severity: expect.stringMatching(/^[ABC]$/),
      basisToCheck: expect.any(Boolean),
    })
    expect(commonFindings(row.id).length).toBeGreaterThan(0)
  }
})

test('a whole check passes, and says what it found', () => {
  const form = wholeCheck({ 'P-13': { result: '不符合', note: '检定证书已过有效期' } })
  expect(checkForm.safeParse(form).success).toBe(true)
  expect(findingsIn(form.answers).map(finding => finding.item)).toEqual(['P-13'])
  expect(outcomeOf(form.answers)).toBe('1项不符合')
  expect(outcomeOf(wholeCheck().answers)).toBe('未发现问题')
  expect(outcomeOf(wholeCheck({ 'P-02': { result: '无法检查', note: '停产' } }).answers)).toBe('1项无法检查')
})

test.each<[string, object, RegExp]>([
  ['an item left open', { answers: wholeCheck().answers.slice(1) }, /还有1项没有填写：P-01/],
  ['an item twice', { answers: [...wholeCheck().answers, wholeCheck().answers[0]] }, /P-01 填了两次/],
  [
    '不符合 with neither picture nor words',
    { answers: wholeCheck({ 'P-02': { result: '不符合' } }).answers },
    /P-02 不符合：请拍照或写明情况/,
  ],
  [
    '无法检查 without a reason',
    { answers: wholeCheck({ 'P-02': { result: '无法检查' } }).answers },
    /P-02 无法检查：请写明原因/,
  ],
  ['an item of the other list', { kind: 'seller' }, /不在这张检查表里/],
  ['an end before the beginning', { finishedAt: 1_700_000_000_000 }, /结束时间早于开始时间/],
  [
    '程序规定 22: a certificate shown after the check',
    { shownAt: 4_000_000_000_000 },
    /亮证时间应在检查期间/,
  ],
  ['程序规定 22: rights told before the check', { toldAt: 1_700_000_000_000 }, /告知时间应在检查期间/],
  ['程序规定 28: a signature of nobody', { present: undefined }, /请填写签名人/],
  ['an unknown member', { colour: 'red' }, /./],
  ['an older checklist', { edition: '2019-01' }, /检查表版本已更新/],
])('%s is refused with a sentence', (_what, change, sentence) => {
  const parsed = checkForm.safeParse({ ...wholeCheck(), ...change })
  expect(parsed.success).toBe(false)
  expect(parsed.error?.issues.map(issue => issue.message).join('；')).toMatch(sentence)
})

test('程序规定 28: refusal to sign and absence are noted with a reason instead of a signature', () => {
  const { present: _present, ...form } = wholeCheck()
  expect(checkForm.safeParse({ ...form, signature: { how: 'refused', reason: '当事人拒签' } }).success).toBe(
    true,
  )
  expect(checkForm.safeParse({ ...form, signature: { how: 'absent', reason: ' ' } }).success).toBe(false)
})

test('the form and the function ask the same rule what is still missing', () => {
  const form = wholeCheck()
  expect(incompleteIn(form)).toEqual([])
  expect(incompleteIn({ ...form, answers: [] })[0]?.message).toMatch(/还有22项没有填写：P-01、P-02、P-03等/)
  expect(form.edition).toBe(EDITION)
})
