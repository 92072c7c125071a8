// Ganzhou's codes of GB/T 2260 (domain/data/units.json; a test compares), and the old ones that live on inside credit codes.
const NAMES =
  '00赣州市02章贡区03南康区04赣县区21赣县（旧）22信丰县23大余县24上犹县25崇义县26安远县27龙南县（旧）28定南县29全南县30宁都县31于都县32兴国县33会昌县34寻乌县35石城县81瑞金市82南康市（旧）83龙南市'

/** Whether a division code begins with a province's; 91 stands in residence permits' numbers. */
export const isProvince = (division: string): boolean =>
  /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]|91)/.test(division)

/** `360702（章贡区）`; without a name outside Ganzhou. */
export function divisionWithName(division: string): string {
  const name = /^3607/.test(division) && new RegExp(`${division.slice(4)}(\\D+)`).exec(NAMES)
  return name ? `${division}（${name[1]}）` : division
}
