import { digits, type Plain, withText } from './look-alikes'
import { broken, type CodeReading, doubtful, part, sound } from './reading'

const PROVINCE_SIGNS = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕秦甘陇青宁新'

/**
 * Reads a production licence number (工业产品生产许可证编号): XK, industry 06, product 001 (电线电缆), five digits; before
 * it the sign of the province whose bureau issued it, in brackets of any kind or none. Undefined where no XK stands.
 */
export function readLicence(plain: Plain): CodeReading | undefined {
  const at = plain.text.search(/(^|[\u4e00-\u9fff)\]}】〕〉》」:,.])xk/i)
  if (at < 0) return undefined
  const start = plain.text.slice(at).search(/x/i) + at
  const before = /([\u4e00-\u9fff])([)\]}】〕〉》」]?)$/.exec(plain.text.slice(0, start))
  const known = before && PROVINCE_SIGNS.indexOf(before[1] as string) >= 0
  // Without a bracket a character may as well be the end of a label: 许可证编号XK06….
  const sign = before && (known || before[2]) ? `(${before[1]})` : ''
  const typed = plain.text.slice(start + 2).replace(/[._·-]/g, '')
  // Behind the number other letters may stand (TL); an O or l there is one digit too many.
  const more = /^[\dOoIl]*/.exec(typed.slice(10))?.[0] ?? ''
  const read = digits(withText(plain, typed.slice(0, 10) + more))
  const number = /^\d*/.exec(read.text)?.[0] ?? ''
  const industry = number.slice(0, 2)
  const product = number.slice(2, 5)
  const written = withText(read, `${sign}XK${[industry, product, number.slice(5)].filter(Boolean).join('-')}`)
  if (number.length !== 10)
    return broken(
      'licence',
      written,
      'length',
      `XK后应为10位数字，如XK06-001-00123；现在读到${number.length}位，请核对。`,
    )

  const parts = [
    part('发证省份', sign || '无'),
    part('行业', industry),
    part('产品', product),
    part('顺序号', number.slice(5)),
  ]
  if (number.slice(0, 5) !== '06001') {
    const wrong =
      industry === '06'
        ? { at: sign.length + 6, is: product, should: '001' }
        : { at: sign.length + 3, is: industry, should: '06' }
    return doubtful('licence', written, 'product', '不是电线电缆（XK06-001）的编号', [wrong], parts)
  }
  if (sign && !known)
    return doubtful('licence', written, 'sign', `“${sign}”不是省份简称`, [{ at: 1, is: sign }], parts)
  return sound('licence', written, '电线电缆，格式正确。没有校验码，是否有效须在公示系统查询。', parts)
}
