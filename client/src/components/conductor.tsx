import type { Cable, ConductorClass } from '@domain/cable/cable'
import { Chips } from '@/components'

/** What an officer sees when he bends the wire and looks at its end. */
const classes: Record<ConductorClass, string> = {
  1: '第1种 实心',
  2: '第2种 绞合',
  5: '第5种 软',
  6: '第6种 特软',
}
const every: readonly ConductorClass[] = [1, 2, 5, 6]

/** Troubles that end when the surface is told. */
export const asksCoated = (code: string | undefined): boolean => code === 'verdict.coated'

/** Troubles that end when the class is told. */
export const asksClass = (code: string | undefined): boolean =>
  code === 'verdict.class' || code === 'limit.class'

interface ClassChipsProps {
  cable: Cable
  value: ConductorClass | undefined
  onChange: (kind: ConductorClass) => void
}

/** The class of a conductor, where the print does not tell it and the limits differ. */
export function ClassChips({ cable, value, onChange }: ClassChipsProps) {
  const kinds = cable.classes.length ? cable.classes : every
  return (
    <Chips
      label="导体种类"
      single
      options={kinds.map(kind => ({ value: String(kind), label: classes[kind] }))}
      value={value ? [String(value)] : []}
      onChange={([kind]) => kind && onChange(Number(kind) as ConductorClass)}
    />
  )
}

interface CoatedChipsProps {
  value: boolean | undefined
  onChange: (coated: boolean) => void
}

/** Whether the wires are tinned, where a value lies between the two limits: to be seen at a cut end. */
export function CoatedChips({ value, onChange }: CoatedChipsProps) {
  return (
    <Chips
      label="导体表面"
      single
      options={[
        { value: 'plain', label: '裸铜' },
        { value: 'coated', label: '镀锡' },
      ]}
      value={value === undefined ? [] : [value ? 'coated' : 'plain']}
      onChange={([chosen]) => chosen && onChange(chosen === 'coated')}
    />
  )
}

interface CoreChipsProps {
  cable: Cable
  /** Index into `cable.cores`. */
  value: number
  onChange: (cores: number) => void
}

/** Which of a cable's sections was measured: 3×95 or 1×50. */
export function CoreChips({ cable, value, onChange }: CoreChipsProps) {
  if (cable.cores.length < 2) return null
  return (
    <Chips
      label="量的是哪种线芯"
      single
      options={cable.cores.map(({ count, mm2 }, i) => ({ value: String(i), label: `${count}×${mm2}` }))}
      value={[String(value)]}
      onChange={([i]) => i !== undefined && onChange(Number(i))}
    />
  )
}
