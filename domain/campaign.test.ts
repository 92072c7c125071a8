import fc from 'fast-check'
import { addDays } from './calendar'
import {
  type CampaignForm,
  campaignAfter,
  campaignDays,
  campaignStates,
  campaignSteps,
  type PlanState,
  planAfter,
  planStates,
  planSteps,
  type Target,
  targetProgress,
  targetWarning,
} from './campaign'
import { campaignForm, changeForm, decisionForm, planForm } from './campaign-forms'
import { newCampaignFrom, template2021 } from './campaign-template'
import { units } from './organisation'

const form: CampaignForm = newCampaignFrom(template2021, {
  product: '电线电缆',
  first: '2026-06-22',
  last: '2026-10-31',
  number: '赣市市监质监字〔2026〕13号',
})

const sentences = (change: object) => {
  const checked = campaignForm.safeParse({ ...form, ...change })
  return checked.success ? [] : checked.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
}
const target: Target = {
  id: 't1',
  name: '排查',
  count: '家',
  wanted: 10,
  measure: 'enterprises',
  owner: 'each',
  due: '2026-10-31',
}

test('what the template gives is sound', () => {
  expect(sentences({})).toEqual([])
})

test.each<[string, object, string]>([
  [
    'ends before it begins',
    { last: '2026-06-21', planBy: '2026-06-21', targets: [] },
    'last: 结束日期早于开始日期，请检查',
  ],
  ['was printed after its end', { issuedOn: '2026-11-01' }, 'issuedOn: 印发日期晚于结束日期，请检查'],
  [
    'asks for plans after its end',
    { planBy: '2026-11-01' },
    'planBy: 方案报送日期应在印发之后、专项行动结束之前',
  ],
  ['has no number', { number: '第13号' }, 'number: 发文字号应如“赣市市监质监字〔2026〕13号”'],
  ['is for nobody', { units: [] }, 'units: 请至少选择一个主送单位'],
  ['names a unit twice', { units: ['360722', '360722'] }, 'units: 主送单位重复了'],
  ['names a unit there is not', { units: ['360799'] }, 'units.0: 没有这个县（市、区）'],
  ['says nothing', { text: ' ' }, 'text: 请填写正文，或拍照上传文件'],
  [
    'is marked 机密',
    { text: '机密★5年\n关于' },
    'text: 涉密内容不得进入本系统，请按保密规定在线下印发，并通知本单位保密人员',
  ],
  [
    'is not said to be unclassified',
    { unclassified: false },
    'unclassified: 请先做保密审查。涉密内容不得进入本系统，请按保密规定在线下印发，并通知本单位保密人员',
  ],
  [
    'wants it after its end',
    { targets: [{ ...target, due: '2026-11-01' }] },
    'targets.0.due: “排查”的完成期限应在专项行动期间',
  ],
  [
    'wants half an enterprise',
    { targets: [{ ...target, wanted: 0.5 }] },
    'targets.0.wanted: 请填写数量，应为整数',
  ],
  [
    'counts by what is no aim',
    { targets: [{ ...target, measure: 'noticesOverdue' }] },
    'targets.0.measure: 请选择怎么计数',
  ],
  [
    'wants it of a unit not addressed',
    { units: ['360702'], targets: [{ ...target, owner: '360722' }] },
    'targets.0.owner: “排查”的责任单位不在主送单位里',
  ],
])('a campaign that %s is refused with a sentence', (_what, change, sentence) => {
  expect(sentences(change)).toContain(sentence)
})

test('a document number is taken with any brackets', () => {
  expect(campaignForm.parse({ ...form, number: '赣市市监质监字 [2026] 13号' }).number).toBe(
    '赣市市监质监字〔2026〕13号',
  )
})

test('a campaign with both ends in any order is taken only when it does not end before it begins', () => {
  const someDay = fc.integer({ min: 0, max: 400 }).map(days => addDays('2026-01-01', days))
  fc.assert(
    fc.property(someDay, someDay, (first, last) => {
      const dates = { issuedOn: first, first, last, planBy: first, targets: [] }
      expect(campaignForm.safeParse({ ...form, ...dates }).success).toBe(first <= last)
    }),
  )
})

test.each([
  ['campaign', campaignSteps, campaignStates, 'draft', ['closed', 'void']],
  ['plan', planSteps, planStates, 'drafting', []],
] as const)(
  'every state of a %s is reached from its first, and has a way on or is an end',
  (_name, steps, states, first, ends) => {
    const ways = Object.values(steps as Record<string, { from: readonly string[]; to: string }>)
    const reached = new Set<string>([first])
    for (let size = 0; size !== reached.size; ) {
      size = reached.size
      for (const { from, to } of ways) if (from.some(state => reached.has(state))) reached.add(to)
    }
    expect([...reached].sort()).toEqual(Object.keys(states).sort())
    const ending = Object.keys(states).filter(state => !ways.some(({ from }) => from.includes(state)))
    expect(ending.sort()).toEqual([...ends].sort())
  },
)

test('the plan walks: handed in, sent back, handed in, approved, changed; nothing is decided twice', () => {
  const walk = (...steps: (keyof typeof planSteps)[]) =>
    steps.reduce<PlanState | undefined>((state, step) => state && planAfter(state, step), 'drafting')
  expect(walk('submit', 'return', 'submit', 'approve')).toBe('approved')
  expect(walk('submit', 'approve', 'submit')).toBe('submitted')
  expect(walk('approve')).toBeUndefined()
  expect(walk('submit', 'submit')).toBeUndefined()
  expect(walk('submit', 'approve', 'return')).toBeUndefined()
  expect(campaignAfter('closed', 'change')).toBeUndefined()
})

test('the days of a campaign', () => {
  const dates = { first: '2026-06-22', last: '2026-10-31' }
  expect(campaignDays(dates, '2026-06-20')).toMatchObject({ until: 'first', left: 2, words: '2天后开始' })
  expect(campaignDays(dates, '2026-06-22')).toMatchObject({ until: 'last', left: 131, total: 132 })
  expect(campaignDays(dates, '2026-10-31').words).toBe('今天到期')
  expect(campaignDays(dates, '2026-11-03').words).toBe('已到期3天，待总结')
})

test('a target of every unit is reached when every unit has reached it, however much the others have', () => {
  const has = (enterprises: number) => ({ counted: { enterprises }, told: {} })
  const achieved = { '360702': has(50), '360722': has(9) }
  expect(targetProgress(target, ['360702', '360722'], achieved, '2026-11-01')).toEqual({
    value: 59,
    wanted: 20,
    reached: false,
    late: true,
    reachedBy: 1,
    of: 2,
  })
  expect(
    targetProgress({ ...target, owner: '360722', wanted: 9 }, ['360702', '360722'], achieved, '2026-10-01'),
  ).toEqual({ value: 9, wanted: 9, reached: true, late: false })
  expect(
    targetProgress({ ...target, owner: '360700.supervision' }, ['360702', '360722'], achieved, '2026-10-01')
      .value,
  ).toBe(59)
  const told = { ...target, measure: 'told' as const, owner: '360700.supervision' }
  expect(
    targetProgress(told, ['360702'], { '360700': { counted: {}, told: { t1: 7 } } }, '2026-10-01').value,
  ).toBe(7)
})

test('国办发〔2024〕54号: a number of checks as an aim is warned of', () => {
  expect(targetWarning('checks')).toContain('国办发〔2024〕54号')
  expect(targetWarning('enterprises')).toBeUndefined()
  expect(form.targets.map(({ measure }) => targetWarning(measure))).toEqual(form.targets.map(() => undefined))
})

const plan = {
  campaign: 'a'.repeat(32),
  unit: '360722',
  goals: '全面排查',
  tasks: [
    {
      id: 'p1',
      name: '排查',
      count: '家',
      wanted: 12,
      measure: 'told',
      due: '2026-09-30',
      owner: '质量监督股',
    },
  ],
  people: [{ role: '组长', name: '局长甲' }],
  pages: [],
}
test.each<[string, object, string]>([
  ['has no task', { tasks: [] }, '请至少写一项任务'],
  ['names nobody', { people: [] }, '请至少写明一名负责人'],
  ['has no goals', { goals: ' ' }, '请填写目标'],
  ['has one task twice', { tasks: [...plan.tasks, ...plan.tasks] }, '任务重复了，请删去一项'],
  ['is marked', { goals: '机密★' }, '涉密内容不得进入本系统，请按保密规定在线下印发，并通知本单位保密人员'],
])('a plan that %s is refused with a sentence', (_what, change, sentence) => {
  expect(planForm.safeParse(plan).success).toBe(true)
  const checked = planForm.safeParse({ ...plan, ...change })
  expect(checked.error?.issues.map(({ message }) => message)).toContain(sentence)
})

test('a plan is not sent back without a reason, nor a secret brought in by a change', () => {
  const decided = { campaign: 'a'.repeat(32), unit: '360722', words: '' }
  expect(decisionForm.safeParse({ ...decided, approved: true }).success).toBe(true)
  expect(decisionForm.safeParse({ ...decided, approved: false }).error?.issues[0]?.message).toBe(
    '退回修改：请写明要改什么',
  )
  const change = {
    campaign: 'a'.repeat(32),
    people: [{ role: '密级：秘密', name: '甲' }],
    targets: [],
    told: [],
  }
  expect(changeForm.safeParse(change).success).toBe(false)
})

describe('赣市市监质监字〔2021〕13号 as a template', () => {
  test('its own dates and product give its own words', () => {
    const same = newCampaignFrom(template2021, {
      product: '电线电缆',
      first: '2021-06-22',
      last: '2021-10-31',
      number: template2021.number,
    })
    expect(same).toMatchObject({ title: template2021.title, issuedOn: '2021-06-22', openness: 'public' })
    expect(same.units).toHaveLength(20)
    expect(same.text).toContain('移送一批涉嫌犯罪的大案要案')
    expect(same.text).toContain('综合性工作总结请于10月10日前报市局质量监督科')
    expect(template2021.goals.map(({ batch }) => batch).join('')).toBe('取缔查处移送整治曝光宣传')
  })

  test('another product takes the place of the cables everywhere but in the name of the test centre', () => {
    const other = newCampaignFrom(template2021, {
      product: '燃气软管',
      first: '2026-03-02',
      last: '2026-06-30',
      number: '赣市市监质监字〔2026〕5号',
    })
    expect(campaignForm.safeParse(other).success).toBe(true)
    expect(other.title).toBe('赣州市燃气软管质量安全“联查联打联治”专项行动方案')
    expect(other.products).toEqual(['燃气软管'])
    expect(other.text).toContain('从2026年3月2日起至2026年6月30日')
    expect(other.text.match(/.?电线电缆.{0,6}/g)).toEqual(['省电线电缆产品质检中心'])
    expect(other.text).not.toMatch(/导体电阻|聚氯乙烯/)
    expect(other.text).toContain('综合性工作总结请于6月9日前')
    expect(other.units).toEqual(units.map(({ id }) => id))
    // ten working days after 3月2日
    expect(other.planBy).toBe('2026-03-16')
  })

  test('any dates in order make a sound form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 300 }), (from, days) => {
        const first = addDays('2024-01-01', from)
        const made = newCampaignFrom(template2021, {
          product: '插座',
          first,
          last: addDays(first, days),
          number: '赣市市监质监字〔2026〕5号',
        })
        expect(campaignForm.safeParse(made).success).toBe(true)
      }),
    )
  })
})
