import type { Confidence } from '../confidence'

/** The five classes of the notice (赣市市监质监字〔2021〕13号). */
export const productClasses = {
  pvc: '聚氯乙烯绝缘电线电缆',
  rubber: '橡皮绝缘电线电缆',
  control: '塑料绝缘控制电缆',
  power: '低压、中压电力电缆',
  overhead: '架空绝缘电缆',
} as const
export type ProductClass = keyof typeof productClasses

/** How the law lets a product onto the market; none needs both. */
export const schemes = {
  CCC: '强制性产品认证（CCC）',
  licence: '工业产品生产许可证（XK06-001）',
  neither: '不在CCC目录和许可证目录内',
} as const
export type Scheme = keyof typeof schemes

export type Metal = 'copper' | 'aluminium' | 'aluminium alloy'

/** Conductor class of GB/T 3956: 1 solid, 2 stranded, 5 flexible, 6 very flexible. */
export type ConductorClass = 1 | 2 | 5 | 6

/** Rated voltage U0/U in volts: 450/750 V is { u0: 450, u: 750 }, 0.6/1 kV is { u0: 600, u: 1000 }. */
export type Voltage = { u0: number; u: number }

/** Cores of one section: `3×95+1×50` is [{ count: 3, mm2: 95 }, { count: 1, mm2: 50 }]. */
export type Cores = { count: number; mm2: number }

/** Reaction to fire, GB/T 19666-2019. */
export type Flame = {
  /** Bunched category (成束阻燃); none for Z alone (单根阻燃). */
  category?: 'A' | 'B' | 'C' | 'D'
  halogenFree: boolean
  lowSmoke: boolean
  lowToxicity: boolean
}

/** What the letters and figures printed on a cable say (型号规格). Absent: not said, or not read. */
export type Cable = {
  /** Type (型号) without prefixes of fire and without construction suffixes of size: BV, YJV22, KVVP2, JKLYJ. */
  type: string
  /** IEC designation without the type in brackets: `60227 IEC 01`. */
  iec?: string
  productClass?: ProductClass
  metal: Metal
  /** Metal-coated (tinned) copper wires. */
  coated: boolean
  /** Classes the product standard allows, the usual one first. */
  classes: readonly ConductorClass[]
  /** Code in data/materials.json: PVC/C, XLPE. */
  insulation?: string
  /** Code in data/materials.json: PVC/ST5, ST2. */
  sheath?: string
  /** Chinese words: 铜带屏蔽, 钢带铠装. */
  screen?: string
  armour?: string
  voltage?: Voltage
  cores: readonly Cores[]
  flame?: Flame
  /** Fire resistance (耐火): N, NJ, NS. */
  fire?: 'N' | 'NJ' | 'NS'
  scheme?: Scheme
  /** Number of the product standard without the year: `GB/T 5023.3`. */
  standard?: string
  /** How sure the reading of the type is. */
  confidence: Confidence
}
