import fc from 'fast-check'
import { readQuantity } from './quantity'

test.each([
  ['7.41', 'Ω/km', '7.41'],
  [' 7.410 ', 'Ω/km', '7.410'],
  ['7.41Ω/km', 'Ω/km', '7.41'],
  ['7.41 \u2126/km', 'Ω/km', '7.41'],
  ['7.41 Ω/KM', 'Ω/km', '7.41'],
  ['7.41欧/公里', 'Ω/km', '7.41'],
  ['7.41 欧姆/千米', 'Ω/km', '7.41'],
  ['7.41 ohm/km', 'Ω/km', '7.41'],
  ['7.41mΩ/m', 'Ω/km', '7.41'],
  ['7.41毫欧/米', 'Ω/km', '7.41'],
  ['0.00741 Ω/m', 'Ω/km', '7.41'],
  ['7410mΩ/km', 'Ω/km', '7.41'],
  ['7410µΩ/m', 'Ω/km', '7.41'],
  ['７．４１', 'Ω/km', '7.41'],
  ['7。41', 'Ω/km', '7.41'],
  ['+7.41', 'Ω/km', '7.41'],
  ['.62', 'mm', '0.62'],
  ['007', 'mm', '7'],
  ['0.62mm', 'mm', '0.62'],
  ['0.62 MM', 'mm', '0.62'],
  ['0.62毫米', 'mm', '0.62'],
  ['620μm', 'mm', '0.62'],
  ['620um', 'mm', '0.62'],
  ['62丝', 'mm', '0.62'],
  ['0.062cm', 'mm', '0.62'],
  ['12.5MPa', 'N/mm²', '12.5'],
  ['12.5 N/mm²', 'N/mm²', '12.5'],
  ['12.5 N/mm2', 'N/mm²', '12.5'],
  ['12.5N/mm^2', 'N/mm²', '12.5'],
  ['12500kPa', 'N/mm²', '12.5'],
  ['125%', '%', '125'],
  ['125％', '%', '125'],
  ['1.5mg/cm²', 'mg/cm²', '1.5'],
  ['1.5mg/cm2', 'mg/cm²', '1.5'],
  ['862mΩ', 'Ω', '0.862'],
  ['0.000862kΩ', 'Ω', '0.862'],
  ['0.1km', 'm', '100'],
  ['100米', 'm', '100'],
  ['100M', 'm', '100'],
  ['2.07公斤', 'kg', '2.07'],
  ['2070g', 'kg', '2.07'],
  ['4斤', 'kg', '2'],
  ['27℃', '℃', '27'],
  ['27 °C', '℃', '27'],
  ['27度', '℃', '27'],
  ['27摄氏度', '℃', '27'],
  ['-3', '℃', '-3'],
  ['−3', '℃', '-3'],
  ['2.5平方', 'mm²', '2.5'],
  ['2.5㎜²', 'mm²', '2.5'],
])('“%s” is read in %s as %s', (typed, unit, value) => {
  expect(readQuantity(typed, unit)).toMatchObject({ ok: true, value })
})

test.each([
  ['', 'empty'],
  ['　 ', 'empty'],
  ['\u200b', 'empty'],
  ['1'.repeat(10_000), 'long'],
  ['<0.01', 'bound'],
  ['≥7.41', 'bound'],
  ['不大于7.41', 'bound'],
  ['7.41以下', 'bound'],
  ['未检出', 'bound'],
  ['约7.4', 'about'],
  ['≈7.4', 'about'],
  ['7.4左右', 'about'],
  ['~7.4', 'about'],
  ['7.41±0.02', 'tolerance'],
  ['7.41+/-0.02', 'tolerance'],
  ['1,234', 'thousands'],
  ['1，234', 'thousands'],
  ['1,234.5', 'thousands'],
  ['7,41', 'comma'],
  ['7，41', 'comma'],
  ['1e9', 'exponent'],
  ['1E+9', 'exponent'],
  ['7.41×10^2', 'exponent'],
  ['7.4.1', 'number'],
  ['7..41', 'number'],
  ['7.3-7.5', 'range'],
  ['7.3~7.5', 'range'],
  ['7.3～7.5Ω/km', 'range'],
  ['7.3至7.5', 'range'],
  ['7.3Ω/km-7.5Ω/km', 'range'],
  ['7.3 7.5', 'several'],
  ['7.3、7.5', 'several'],
  ['7.3/7.5', 'several'],
  ['1 234', 'several'],
  ['-7.41', 'negative'],
  ['7.41mm', 'unit'],
  ['7.41Ω', 'unit'],
  ['7.41MΩ/m', 'unit'],
  ['7.41😀', 'unit'],
  ['😀', 'number'],
  ['七点四', 'number'],
  ['NaN', 'number'],
  ['Infinity', 'number'],
  ['R7.41', 'number'],
  ['1000000000', 'size'],
  ['0.000000000000000000001', 'size'],
])('“%s” is refused: quantity.%s', (typed, code) => {
  const read = readQuantity(typed, 'Ω/km')
  expect(read).toMatchObject({ ok: false, trouble: { code: `quantity.${code}` } })
  expect(read.ok || read.trouble.message.length).toBeGreaterThan(5)
})

test('whatever is typed, the answer is a plain decimal or a trouble', () => {
  const piece = fc.constantFrom(...('0123456789.,-+eE%Ωkm/ ~<±约丝×，。😀'.match(/./gu) as string[]))
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 12 }).map(all => all.join('')),
  )
  fc.assert(
    fc.property(anything, fc.constantFrom('Ω/km', 'mm', '%', 'm', 'kg', '℃'), (typed, unit) => {
      const read = readQuantity(typed, unit)
      if (read.ok) expect(read.value).toMatch(/^-?\d+(\.\d+)?$/)
      else expect(read.trouble.code).toMatch(/^quantity\.[a-z]+$/)
    }),
    { numRuns: 2000 },
  )
})

test('the unit typed never changes the value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), thousandths => {
      const plain = (thousandths / 1000).toFixed(3)
      const shown = readQuantity(`${thousandths} mΩ/km`, 'Ω/km')
      expect(shown.ok && Number(shown.value)).toBe(Number(plain))
    }),
  )
})
