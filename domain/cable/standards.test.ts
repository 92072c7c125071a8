import { readDesignation } from './designation'
import { schemeOf, standardInForce } from './standards'

// Days of entry into force as in data/standards.json.
test.each([
  ['GB/T 12706.1', '2020-09-30', 'GB/T 12706.1-2008'],
  ['GB/T 12706.1', '2020-10-01', 'GB/T 12706.1-2020'],
  ['GB/T 12706.3-2008', '2026-11-23', 'GB/T 12706.3-2020'],
  ['GB/T 9330', '2020-09-30', 'GB/T 9330.1～9330.3-2008'],
  ['GB/T 9330', '2020-10-01', 'GB/T 9330-2020'],
  ['GB/T 5023.3', '2009-04-30', 'GB 5023.3-1997'],
  ['GB5023.3', '2009-05-01', 'GB/T 5023.3-2008'],
  ['JB/T 8734.2', '2016-08-31', 'JB/T 8734.2-2012'],
  ['JB8734.2', '2016-09-01', 'JB/T 8734.2-2016'],
  ['GB/T 18380.12', '2022-09-30', 'GB/T 18380.12-2008'],
  ['GB/T 18380.12', '2022-10-01', 'GB/T 18380.12-2022'],
  ['GB/T 19666', '2020-06-30', 'GB/T 19666-2005'],
  ['GB/T 19666', '2020-07-01', 'GB/T 19666-2019'],
  ['GB/T 2951.11', '2009-04-01', 'GB/T 2951.11-2008'],
  ['GB/T 3048.8', '2026-11-23', 'GB/T 3048.8-2007'],
  ['GB/T 14049', '2009-03-31', 'GB 14049-1993'],
  ['GB 31247', '2026-11-23', 'GB 31247-2014'],
])('%s on %s is %s', (number, on, edition) => expect(standardInForce(number, on)?.number).toBe(edition))

test('an unknown day of entry into force is said and never guessed', () => {
  const edition = standardInForce('GB/T 12527', '2026-11-23')
  expect(edition).toMatchObject({
    number: 'GB/T 12527-2008',
    confidence: 'medium',
    note: expect.stringContaining('未查到'),
  })
  expect(edition).not.toHaveProperty('from')
})

test('an older edition is never surer than medium, and nothing is said of a standard we do not have', () => {
  expect(standardInForce('GB/T 12706.1', '2010-01-01')?.confidence).toBe('medium')
  expect(standardInForce('GB 31247', '2010-01-01')).toBeUndefined()
  for (const unknown of ['', 'GB/T 1', '😀', 'GB/T 12706.9'])
    expect(standardInForce(unknown, '2026-11-23')).toBeUndefined()
})

test('the title names book and part', () => {
  expect(standardInForce('GB/T 5023.3', '2026-11-23')?.title).toBe(
    '额定电压450/750V及以下聚氯乙烯绝缘电缆 第3部分：固定布线用无护套电缆',
  )
})

const schemeFor = (text: string, on: string) => {
  const found = readDesignation(text)
  if (!found.ok) throw new Error(text)
  return schemeOf(found.cable, on)
}

test.each([
  ['BV 450/750V 2.5', '2024-01-01', 'CCC', 'high'],
  ['YZ 3×2.5', '2024-01-01', 'CCC', 'high'],
  ['ZC-BV 2.5', '2025-06-30', 'neither', 'medium'],
  ['ZC-BV 2.5', '2025-07-01', 'CCC', 'high'],
  ['NH-BV 2.5', '2025-06-30', 'CCC', 'high'],
  ['RVV 0.6/1kV 3×2.5', '2026-11-23', 'neither', 'low'],
  ['KVV 4×1.5', '2026-11-23', 'licence', 'high'],
  ['YJV 0.6/1kV 3×95', '2026-11-23', 'licence', 'high'],
  ['ZC-YJV 0.6/1kV 3×95', '2026-11-23', 'licence', 'medium'],
  ['JKLYJ-10 1×120', '2026-11-23', 'licence', 'high'],
  ['JL/G1A-240/30', '2026-11-23', 'licence', 'medium'],
])('SAMR notice 9 of 2024, licence rules of 2026: %s on %s is %s', (text, on, scheme, confidence) =>
  expect(schemeFor(text, on)).toMatchObject({ scheme, confidence }),
)

test('the licence rules in force from 2026-04-01 are named from that day', () => {
  expect(schemeFor('KVV 4×1.5', '2026-03-31')?.why).not.toContain('2026')
  expect(schemeFor('KVV 4×1.5', '2026-04-01')?.why).toContain('2026年4月1日')
})

test('where no source tells, nothing is said', () => {
  for (const text of ['WDZB-BYJ 2.5', 'BTTZ 4×25', 'YJV22-64/110kV 1×800', 'MYJV22 3×95'])
    expect(schemeFor(text, '2026-11-23')).toBeUndefined()
})

// The catalogue's source names GB/T 5013 and JB/T 8735 only.
test.each(['BX 2.5', 'BXF 4', 'BLX 2.5', 'BV 2.5 铜包铝'])(
  '%s may be under CCC, and no more is said',
  text => {
    expect(schemeFor(text, '2026-11-23')).toMatchObject({
      scheme: 'CCC',
      confidence: 'low',
      why: expect.stringContaining('可能'),
    })
    const found = readDesignation(text)
    expect(found.ok && found.cable).not.toHaveProperty('scheme')
  },
)

test('a doubtful type makes a doubtful licence', () => {
  expect(schemeFor('VV29 3×95', '2026-11-23')).toMatchObject({ scheme: 'licence', confidence: 'low' })
})

test('a reading tells the scheme only where it is the same on every day', () => {
  const scheme = (text: string) => {
    const found = readDesignation(text)
    return found.ok ? found.cable.scheme : undefined
  }
  expect(scheme('BV 2.5')).toBe('CCC')
  expect(scheme('ZC-BV 2.5')).toBeUndefined()
  expect(scheme('KVV 4×1.5')).toBe('licence')
})
