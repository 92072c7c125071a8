/**
 * How far a rule or a value can be relied on. `high`: its text was read, or two independent sources agree. `medium`:
 * one source, or recalled and plausible. `low`: to be checked against the paper before anybody relies on it.
 */
export type Confidence = 'high' | 'medium' | 'low'

/** What a screen writes beside it. */
export const confidences: Record<Confidence, string> = {
  high: '已核对',
  medium: '未逐字核对',
  low: '依据待核',
}

const ORDER: readonly Confidence[] = ['low', 'medium', 'high']

/** A conclusion is as sure as the least sure of what it rests on. */
export const weakest = (...all: readonly Confidence[]): Confidence =>
  ORDER.find(one => all.includes(one)) ?? 'low'
