import type { Cable } from '@domain/cable/cable'
import { formatDesignation } from '@domain/cable/designation'
import { remember, remembered } from '@/cloud/remember'

const NAME = 'pocket/cables'
const KEPT = 5

/** Designations that last led to a verdict on this phone, the last one first. */
export const recentCables = (): string[] => remembered<string[]>(NAME) ?? []

/** Keeps a designation as it should be written; a doubtful one would come back without its doubts. */
export function keepRecent(cable: Cable): void {
  if (cable.confidence === 'low') return
  const whole = formatDesignation(cable)
  // Nobody writes the one core of a wire: BV 2.5.
  const words = cable.productClass === 'pvc' ? whole.replace(/ 1×/, ' ') : whole
  const before = recentCables()
  if (before[0] !== words) remember(NAME, [words, ...before.filter(one => one !== words)].slice(0, KEPT))
}
