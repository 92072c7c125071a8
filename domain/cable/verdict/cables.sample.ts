import type { Cable } from '../cable'

/** Cables as readDesignation gives them, for the tests of verdicts, hints and sampling. */
const wire: Cable = {
  type: 'BV',
  iec: '60227 IEC 01',
  productClass: 'pvc',
  metal: 'copper',
  coated: false,
  classes: [1, 2],
  insulation: 'PVC/C',
  voltage: { u0: 450, u: 750 },
  cores: [{ count: 1, mm2: 2.5 }],
  scheme: 'CCC',
  standard: 'GB/T 5023.3',
  confidence: 'high',
}

export const bv = (mm2 = 2.5): Cable => ({ ...wire, cores: [{ count: 1, mm2 }] })
export const rv = (mm2 = 2.5): Cable => ({
  ...bv(mm2),
  type: 'RV',
  iec: '60227 IEC 02',
  classes: [5],
  insulation: 'PVC/D',
})
export const bvr = (mm2 = 2.5): Cable => {
  const { iec: _, ...rest } = bv(mm2)
  return { ...rest, type: 'BVR', classes: [2], standard: 'JB/T 8734.2' }
}
export const bvv = (mm2 = 2.5): Cable => ({
  ...bv(mm2),
  type: 'BVV',
  iec: '60227 IEC 10',
  sheath: 'PVC/ST4',
  voltage: { u0: 300, u: 500 },
  standard: 'GB/T 5023.4',
})
export const rvb = (mm2 = 0.75): Cable => ({
  ...rv(mm2),
  type: 'RVB',
  iec: '60227 IEC 42',
  voltage: { u0: 300, u: 300 },
  cores: [{ count: 2, mm2 }],
  standard: 'GB/T 5023.5',
})
export const rvv = (count = 3, mm2 = 1.5, u = 500): Cable => ({
  ...rv(mm2),
  type: 'RVV',
  iec: u === 300 ? '60227 IEC 52' : '60227 IEC 53',
  sheath: 'PVC/ST5',
  voltage: { u0: 300, u },
  cores: [{ count, mm2 }],
  standard: 'GB/T 5023.5',
})

const powerCable: Cable = {
  type: 'YJV',
  productClass: 'power',
  metal: 'copper',
  coated: false,
  classes: [2, 1],
  insulation: 'XLPE',
  sheath: 'ST2',
  voltage: { u0: 600, u: 1000 },
  cores: [{ count: 1, mm2: 95 }],
  scheme: 'licence',
  standard: 'GB/T 12706.1',
  confidence: 'high',
}
export const yjv = (mm2 = 95): Cable => ({ ...powerCable, cores: [{ count: 1, mm2 }] })
export const yjlv = (mm2 = 95): Cable => ({ ...yjv(mm2), type: 'YJLV', metal: 'aluminium' })
export const power = (insulation: string, mm2: number): Cable => ({ ...yjv(mm2), insulation })
export const yjv22: Cable = {
  ...powerCable,
  type: 'YJV22',
  armour: '钢带铠装',
  cores: [
    { count: 3, mm2: 95 },
    { count: 1, mm2: 50 },
  ],
}
export const mediumVoltage = (u0: number, u: number): Cable => ({
  ...powerCable,
  voltage: { u0, u },
  cores: [{ count: 3, mm2: 95 }],
  standard: u >= 35000 ? 'GB/T 12706.3' : 'GB/T 12706.2',
})
export const kvv = (mm2 = 1.5): Cable => ({
  ...powerCable,
  type: 'KVV',
  productClass: 'control',
  classes: [1, 2],
  insulation: 'PVC/A',
  sheath: 'ST1',
  voltage: { u0: 450, u: 750 },
  cores: [{ count: 10, mm2 }],
  standard: 'GB/T 9330',
})
export const jklyj = (mm2 = 35, u = 1000): Cable => {
  const { sheath: _, ...rest } = powerCable
  return {
    ...rest,
    type: 'JKLYJ',
    productClass: 'overhead',
    metal: 'aluminium',
    classes: [2],
    voltage: { u0: u === 1000 ? 600 : u, u },
    cores: [{ count: 1, mm2 }],
    standard: u === 1000 ? 'GB/T 12527' : 'GB/T 14049',
  }
}
export const yc = (mm2 = 6): Cable => ({
  ...rv(mm2),
  type: 'YC',
  iec: '60245 IEC 66',
  productClass: 'rubber',
  insulation: 'IE4',
  sheath: 'SE4',
  cores: [{ count: 3, mm2 }],
  standard: 'GB/T 5013.4',
})
