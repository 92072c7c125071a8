import type { Day } from '../calendar'
import { confidences } from '../confidence'
import { registrationCheckDigit } from './check-digits'
import { divisionWithName } from './divisions'
import type { Plain } from './look-alikes'
import { type CodeReading, doubtful, part, sound } from './reading'

/** A 15-digit registration number (注册号, GS 15-2006): old licences of individual businesses still show it. */
export function readRegistration(plain: Plain): CodeReading {
  const code = plain.text
  const parts = [
    part('登记机关', divisionWithName(code.slice(0, 6))),
    part('顺序码', code.slice(6, 14)),
    part('校验码', code.slice(14)),
  ]
  const should = registrationCheckDigit(code.slice(0, 14))
  // That the annex was followed everywhere is not known (confidence medium), so a wrong digit is no more than a hint.
  return should === code[14]
    ? sound('registration', plain, '校验码正确。现在的执照应有18位统一社会信用代码。', parts)
    : doubtful(
        'registration',
        plain,
        'check',
        `末位一般应为“${should}”（原件如此的可以使用）`,
        [{ at: 15, is: code[14] as string, should }],
        parts,
      )
}

// Own knowledge: the order of the first catalogue (2001年第33号公告) counts on from 0101.
const WIRE_CLASSES: Record<string, string> = { '0104': '橡皮绝缘', '0105': '聚氯乙烯绝缘' }

/**
 * A CCC certificate number: year of issue, certification body, product class, serial number. It has no check digit.
 * `today` lets a year to come be noticed.
 */
export function readCcc(plain: Plain, today: Day): CodeReading {
  const code = plain.text
  const year = code.slice(0, 4)
  const product = code.slice(6, 10)
  const hint = WIRE_CLASSES[product]
  const parts = [
    part('发证年份', year),
    part('认证机构', code.slice(4, 6) + (/^01/.test(code.slice(4)) ? '（中国质量认证中心）' : '')),
    part('产品类别', product + (hint ? `（可能是${hint}，${confidences.low}）` : '')),
    part('顺序号', code.slice(10)),
  ]
  const look = '没有校验码，证书状态须在认监委网站查询'
  // Certification began on 1 May 2002.
  if (year < '2002' || year > today.slice(0, 4))
    return doubtful('ccc', plain, 'year', `“${year}”不像发证年份。${look}`, [{ at: 1, is: year }], parts)
  if (!/^01/.test(product))
    return doubtful(
      'ccc',
      plain,
      'product',
      `“${product}”不是电线电缆（01开头）。${look}`,
      [{ at: 7, is: product }],
      parts,
    )
  return sound('ccc', plain, `格式正确。${look}。`, parts)
}
