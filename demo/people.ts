import { city, type Unit, units } from '../domain/organisation'
import type { Role } from '../domain/posts'

/** Someone one can sign in as on a laptop. No real person's name: each is called by post and place. */
export type DemoPerson = {
  openid: string
  name: string
  role: Role
  org: string
  orgName: string
  certificate?: string
  /** Last day it holds. */
  certificateUntil?: string
  /** Credit code of the enterprise he answers for. */
  code?: string
}

/** The unit whose people the README introduces. */
export const home = '360722'

/** The first administrator; the cloud is started with his openid in its environment. */
export const administrator: DemoPerson = {
  openid: 'demo-admin',
  name: '市级管理员',
  role: 'admin',
  org: city.id,
  orgName: city.name,
}

export const chief: DemoPerson = {
  openid: 'demo-chief',
  name: '质量监督科科长',
  role: 'chief',
  org: city.id,
  orgName: city.name,
}

const short = (unit: Unit): string => unit.name.replace(/[县市区]$/, '') || unit.name

export const headOf = (unit: Unit): DemoPerson => ({
  openid: `demo-head-${unit.id}`,
  name: `${short(unit)}局长`,
  role: 'head',
  org: unit.id,
  orgName: unit.name,
})

/** Who stands between officers and head: 分管局长, 法制人员, 所长. */
export const middleOf = (unit: Unit): { deputy: DemoPerson; legal: DemoPerson; leader: DemoPerson } => {
  const person = (role: 'deputy' | 'legal' | 'leader', called: string): DemoPerson => ({
    openid: `demo-${role}-${unit.id}`,
    name: `${short(unit)}${called}`,
    role,
    org: unit.id,
    orgName: unit.name,
  })
  return {
    deputy: person('deputy', '分管局长'),
    legal: person('legal', '法制员'),
    leader: person('leader', '所长'),
  }
}

export const officersOf = (unit: Unit): [DemoPerson, DemoPerson, DemoPerson] => {
  const officer = (letter: string, number: number): DemoPerson => ({
    openid: `demo-officer-${unit.id}-${number}`,
    name: `${short(unit)}检查员${letter}`,
    role: 'officer',
    org: unit.id,
    orgName: unit.name,
    certificate: `赣B${unit.id.slice(2)}${String(number).padStart(4, '0')}`,
    certificateUntil: '2031-06-30',
  })
  return [officer('甲', 1), officer('乙', 2), officer('丙', 3)]
}

/** The people the laptop's sign-in page offers first: one of each kind, around 信丰县. */
export function introduced(): { person: DemoPerson; says: string }[] {
  const unit = units.find(({ id }) => id === home) as Unit
  const [first, second] = officersOf(unit)
  return [
    { person: first, says: '检查员：现场检查、责令改正、复查' },
    { person: second, says: '检查员：协办' },
    {
      person: {
        openid: 'demo-enterprise-1',
        name: '信丰厂长',
        role: 'enterprise',
        org: unit.id,
        orgName: unit.name,
      },
      says: '线缆厂：看通知、交整改',
    },
    { person: middleOf(unit).leader, says: '所长：分派任务、审批' },
    { person: middleOf(unit).deputy, says: '分管局长：审批，代局长审批' },
    { person: headOf(unit), says: '局长：审批、看谁超期、看本县数字' },
    { person: chief, says: '市局：看二十个单位' },
  ]
}
