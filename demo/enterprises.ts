import type { EnterpriseKind } from '../domain/enterprise'
import { creditCheckDigit, organisationCheckDigit } from '../domain/identifiers/credit-code'
import { units } from '../domain/organisation'
import { chanceFrom } from './chance'

export type DemoEnterprise = {
  name: string
  code: string
  kind: EnterpriseKind
  unit: string
  address: string
  contact: { name: string; phone: string }
  /** Openid of the person who answers for it. */
  person: string
}

const WORDS = [
  '青禾',
  '云岭',
  '赤水',
  '远山',
  '新岸',
  '长桥',
  '白鹭',
  '金橙',
  '南屏',
  '石径',
  '晴川',
  '古榕',
  '松涛',
  '明渠',
  '翠屏',
  '朝霞',
  '竹影',
  '秋实',
  '远帆',
  '梅江',
] as const
const MAKERS = ['电线电缆有限公司', '线缆制造有限公司', '电缆厂'] as const
const SELLERS = ['五金电料经营部', '电线电缆批发部', '建材水电商行'] as const

/** The unit whose people the README introduces has as many as a small county has; the others two each. */
const HOME = '360722'

/**
 * Forty-six enterprises, two for each unit and eight for one: makers and shops. Every name is invented and says so; every credit code has the right check digits and the serial part 0000…, which no authority has given out.
 */
export function demoEnterprises(): DemoEnterprise[] {
  const chance = chanceFrom(2021)
  return units.flatMap((unit, i) =>
    Array.from({ length: unit.id === HOME ? 8 : 2 }, (_, j) => {
      const number = j < 2 ? i * 2 + j : 2 * units.length + j - 2
      const makes = j === 0 || j === 4
      const word = WORDS[(i + j * 7) % WORDS.length]
      const place = unit.name.replace(/[县市区]$/, '')
      // One name as long as names get, for the screens' sake.
      const long = unit.id === HOME && j === 1 ? '城北农贸市场综合' : ''
      return {
        name: `${place}${word}${long}${chance.one(makes ? MAKERS : SELLERS)}（演示）`,
        code: creditCode(makes ? '91' : '92', unit.district, number),
        kind: (makes ? 'producer' : 'seller') as EnterpriseKind,
        unit: unit.id,
        address: `${unit.name}${makes ? '工业园' : '建材市场'}${chance.between(1, 40)}号（演示地址）`,
        contact: {
          name: `${place}${makes ? '厂长' : '店主'}`,
          phone: `1390000${String(number).padStart(4, '0')}`,
        },
        person: unit.id === HOME && j === 0 ? 'demo-enterprise-1' : `demo-enterprise-${unit.id}-${j + 1}`,
      }
    }),
  )
}

function creditCode(kind: string, district: string, number: number): string {
  const organisation = `0000${String(number + 1).padStart(4, '0')}`
  const first17 = `${kind}${district}${organisation}${organisationCheckDigit(organisation)}`
  return `${first17}${creditCheckDigit(first17)}`
}
