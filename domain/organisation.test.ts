import {
  city,
  covers,
  lineage,
  nameOf,
  numberWord,
  partners,
  sections,
  unitOf,
  units,
  unitsIn,
} from './organisation'

test('the campaign has 20 reporting units: 18 counties and two zones (domain/02)', () => {
  expect(units).toHaveLength(20)
  expect(units.filter(unit => unit.id === unit.district)).toHaveLength(18)
  expect(units.filter(unit => unit.district === '360702').map(unit => unit.name)).toEqual([
    '章贡区',
    '经开区',
    '蓉江新区',
  ])
})

test('no two units share the word their papers begin with', () => {
  expect(new Set(units.map(unit => numberWord(unit.id))).size).toBe(20)
  expect(numberWord('360722')).toBe('信')
})

test('a scope covers what it names and what lies below, nothing beside or above', () => {
  expect(covers(['360722'], '360722')).toBe(true)
  expect(covers(['360722'], '360722.jiading')).toBe(true)
  expect(covers(['360722.jiading'], '360722')).toBe(false)
  expect(covers(['360722'], '360723')).toBe(false)
  expect(covers(['360722'], city.id)).toBe(false)
  expect(covers([city.id], '360783')).toBe(true)
  expect(covers([], '360722')).toBe(false)
  expect(unitsIn([city.id])).toHaveLength(20)
})

test('old codes inside credit codes are no reporting units', () => {
  for (const code of ['360721', '360727', '360782']) expect(unitOf(code)).toBeUndefined()
})

test('a team stands below its unit, the unit below the city', () => {
  expect(lineage('360722.jiading')).toEqual(['360722.jiading', '360722', '360700'])
  expect(lineage('360700')).toEqual(['360700'])
})

test('the city has the sections, the enforcement bureau and the bodies that the notice names, all below the city', () => {
  expect(sections.map(({ name }) => name)).toEqual([
    '质量监督科',
    '认监科',
    '商品交易科',
    '信用监管科',
    '标准化科',
    '质量发展科',
    '执法稽查局',
    '消保委',
    '省电线电缆产品质检中心',
  ])
  for (const { id } of sections) {
    expect(lineage(id)).toEqual([id, city.id])
    expect(covers(['360722'], id)).toBe(false)
  }
  expect(nameOf('360700.enforcement')).toBe('执法稽查局')
  expect(partners.map(({ id }) => id)).toEqual(['industry', 'housing', 'power'])
})
