import type { Cable } from '../cable'
import type { Finding, Measurement } from '.'
import { bv, jklyj, rv, yjv } from './cables.sample'
import type { Options } from './resistance'

/** Verdicts worked out by hand: the arithmetic is in the comment, the engine has to arrive at the same figures. */
export const worked: {
  title: string
  source: string
  cable: Cable
  measured: Measurement[]
  options?: Options
  state: 'pass' | 'fail'
  findings: Partial<Finding>[]
  words?: string
  note?: string
}[] = [
  {
    // 8.62 − 7.41 = 1.21; 1.21 / 7.41 = 16.33 %. 2.5 × 7.41 / 8.62 = 2.149 mm².
    title: 'BV 2.5 with 8.62 Ω/km',
    source: 'GB/T 3956-2008 table 1 and 2: 7.41 Ω/km; the value is the example of the task',
    cable: bv(),
    measured: [{ indicator: 'resistance', value: '8.62' }],
    state: 'fail',
    findings: [
      { state: 'fail', compared: '8.62', margin: '-16.3', standard: 'GB/T 3956-2008', confidence: 'high' },
    ],
    words: '导体电阻 8.62 Ω/km，比限值 7.41 Ω/km 高 16.3%，不合格',
    note: '实测约相当于2.15mm²',
  },
  {
    // 254.5 / (234.5 + 27) = 254.5 / 261.5 = 0.97323; 7.60 × 254.5 / 261.5 = 7.39656 → 7.40; 0.01 / 7.41 = 0.13 %.
    title: 'BV 2.5 with 7.60 Ω/km at 27 ℃: warm copper fails only at first sight',
    source: 'formula of GB/T 3956-2008, annex on temperature',
    cable: bv(),
    measured: [{ indicator: 'resistance', value: '7.60', temperature: '27' }],
    state: 'pass',
    findings: [
      {
        corrected: '7.39656',
        compared: '7.40',
        margin: '0.1',
        factor: { value: '0.9732', from: 'formula', flips: false },
      },
    ],
    words: '导体电阻换算到20℃为 7.40 Ω/km，比限值 7.41 Ω/km 低 0.1%，合格',
  },
  {
    // 248 / (228 + 15) = 248 / 243 = 1.02058; 0.850 × 248 / 243 = 0.867490 → 0.867; 0.001 / 0.868 = 0.12 %.
    title: 'JKLYJ 35 with 0.850 Ω/km at 15 ℃: cold aluminium',
    source: 'GB/T 3956-2008 table 2: 0.868 Ω/km; formula of its annex',
    cable: jklyj(35),
    measured: [{ indicator: 'resistance', value: '0.850', temperature: '15' }],
    state: 'pass',
    findings: [
      {
        corrected: '0.86749',
        compared: '0.867',
        margin: '0.1',
        factor: { value: '1.0206', from: 'formula', flips: false },
      },
    ],
  },
  {
    // Nominal 0.8. Mean 0.78 → 0.8 (one decimal): 0 %. Thinnest 0.9 × 0.8 − 0.1 = 0.62; 0.60 − 0.62 = −0.02; /0.62 = −3.2 %.
    title: 'BV 2.5, insulation: mean 0.78, thinnest point 0.60',
    source: 'GB/T 5023.3-2008 table 1; GB/T 5023.1-2008 5.2.3; GB/T 5023.2 1.9.2',
    cable: bv(),
    measured: [
      { indicator: 'insulationMean', value: '0.78' },
      { indicator: 'insulationThinnest', value: '0.60' },
    ],
    state: 'fail',
    findings: [
      { state: 'pass', compared: '0.8', margin: '0.0', notes: ['按全数值比较法则为不合格'] },
      { state: 'fail', compared: '0.60', limit: { value: '0.62', side: 'min' }, margin: '-3.2' },
    ],
    words: '共2项，1项合格，1项不合格：绝缘最薄处厚度 0.60 mm，比限值 0.62 mm 低 3.2%，不合格',
  },
  {
    // Load: 180 > 175, 5 / 175 = 2.86 %. Permanent: 10 < 15, 5 / 15 = 33.3 %.
    title: 'YJV, hot set 180 % under load and 10 % after cooling',
    source: 'GB/T 12706.1-2020: XLPE 175 % and 15 %',
    cable: yjv(),
    measured: [
      { indicator: 'hotSetLoad', value: '180%' },
      { indicator: 'hotSetPermanent', value: '10%' },
    ],
    state: 'fail',
    findings: [
      { state: 'fail', compared: '180', margin: '-2.9' },
      { state: 'pass', compared: '10', margin: '33.3' },
    ],
  },
  {
    // 10.2 ≥ 10.0 holds; (10.2 − 13.2) / 13.2 = −22.73 % → −23 %; 23 > 20, 3 / 20 = 15 %.
    title: 'RV, PVC/D after ageing: 13.2 → 10.2 N/mm², a variation of −23 %',
    source: 'GB/T 5023.1-2008 table 1: PVC/D 10.0 N/mm², ±20 %',
    cable: rv(),
    measured: [{ indicator: 'insulationTensileAged', value: '10.2', before: '13.2' }],
    state: 'fail',
    findings: [
      { unit: '%', measured: '-22.7', compared: '23', limit: { value: '20', side: 'max' }, margin: '-15.0' },
    ],
    words: '绝缘老化后抗张强度变化率 23%，比限值 20% 高 15.0%，不合格',
  },
  {
    // Formula: 7.12 × 254.5 / 244.5 = 7.41121 → 7.41, passes. Printed factor 1.042: 7.12 × 1.042 = 7.41904 → 7.42, fails.
    title: 'BV 2.5 with 7.12 Ω/km at 10 ℃: formula and printed factor disagree',
    source: 'both in the annex of GB/T 3956-2008',
    cable: bv(),
    measured: [{ indicator: 'resistance', value: '7.12', temperature: '10' }],
    state: 'pass',
    findings: [
      { compared: '7.41', margin: '0.0', factor: { value: '1.0409', from: 'formula', flips: true } },
    ],
    note: '换算系数改用附录表列值1.042得7.41904Ω/km，不合格：请在20℃复测',
  },
  {
    // 7.414 → 7.41 by 四舍六入五成双: equal to the limit, passes.
    title: 'BV 2.5 with 7.414 Ω/km, rounded',
    source: 'GB/T 8170-2008 4.3.3 (修约值比较法)',
    cable: bv(),
    measured: [{ indicator: 'resistance', value: '7.414' }],
    state: 'pass',
    findings: [{ measured: '7.414', compared: '7.41', margin: '0.0' }],
    words: '导体电阻 7.414，修约为 7.41 Ω/km，正好是限值 7.41 Ω/km，合格',
    note: '按全数值比较法则为不合格',
  },
  {
    // 7.414 > 7.41; 0.004 / 7.41 = 0.054 % → 0.1 %.
    title: 'BV 2.5 with 7.414 Ω/km, in full',
    source: 'GB/T 8170-2008 4.3.2 (全数值比较法)',
    cable: bv(),
    measured: [{ indicator: 'resistance', value: '7.414' }],
    options: { comparison: 'full' },
    state: 'fail',
    findings: [{ compared: '7.414', margin: '-0.1' }],
    note: '按修约值比较法则为合格',
  },
  {
    // 7.35 < 7.41, but 7.20 is promised: 0.15 / 7.20 = 2.08 %.
    title: 'BV 2.5 with 7.35 Ω/km where the maker declares 7.20',
    source: '监督抽查实施细则: the declared higher quality decides',
    cable: bv(),
    measured: [{ indicator: 'resistance', value: '7.35', declared: '7.20' }],
    state: 'fail',
    findings: [{ limit: { value: '7.20', side: 'max', declared: true }, margin: '-2.1' }],
    words: '导体电阻 7.35 Ω/km，比明示值 7.20 Ω/km 高 2.1%，不合格',
  },
  {
    // Tinned class 5: 13.7. 0.1 / 13.7 = 0.73 %. Plain class 5 (13.3) would fail.
    title: 'RV 1.5 of tinned copper with 13.6 Ω/km',
    source: 'GB/T 3956-2008 table 3, metal-coated',
    cable: { ...rv(1.5), coated: true },
    measured: [{ indicator: 'resistance', value: '13.6' }],
    state: 'pass',
    findings: [{ limit: { value: '13.7', side: 'max' }, margin: '0.7', clause: '表3' }],
  },
  {
    // 7.837 → 7.84; 7.84 − 7.41 = 0.43; / 7.41 = 5.80 %. As class 5 (7.98) it would pass with 1.8 %.
    title: 'A single-core copper wire of 2.5 mm², measured 7.837 Ω/km at 20 ℃, judged as BV',
    source:
      '理化检验（物理分册）2011年第8期502-504页: R20 = (7.837 ± 0.023) Ω/km by GB/T 3048.4-2007; the class is not told',
    cable: bv(),
    measured: [{ indicator: 'resistance', value: '7.837', temperature: '20' }],
    state: 'fail',
    findings: [{ compared: '7.84', margin: '-5.8' }],
  },
  {
    // 7.98 − 7.84 = 0.14; / 7.98 = 1.75 % → 1.8 %.
    title: 'The same wire, judged as RV',
    source: 'as above; GB/T 3956-2008 table 3: 7.98 Ω/km',
    cable: rv(),
    measured: [{ indicator: 'resistance', value: '7.837', temperature: '20' }],
    state: 'pass',
    findings: [{ compared: '7.84', margin: '1.8' }],
  },
  {
    // 11.57 × 254.5 / 259.0 = 11.36898, published as 11.37; → 11.4; 0.7 / 12.1 = 5.79 %.
    title: 'A copper wire of 1.5 mm²: 11.57 mΩ over 1 m at 24.5 ℃',
    source:
      '“20℃导体电阻测量结果的不确定度评定”, renrendoc.com/paper/104826419.html: 11.57 mΩ gives 11.37 Ω/km',
    cable: bv(1.5),
    measured: [{ indicator: 'resistance', value: '11.57mΩ', length: '1m', temperature: '24.5' }],
    state: 'pass',
    findings: [
      {
        measured: '0.01157',
        corrected: '11.369',
        compared: '11.4',
        margin: '5.8',
        factor: { value: '0.9826', from: 'formula', flips: false },
      },
    ],
  },
]
