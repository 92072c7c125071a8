/** Repeatable chance (mulberry32): the same demonstration on every laptop. */
export function chanceFrom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    /** A whole number from `low` to `high`, both included. */
    between: (low: number, high: number): number => low + Math.floor(next() * (high - low + 1)),
    /** True in `share` of all cases. */
    happens: (share: number): boolean => next() < share,
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    hex: (): string => Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join(''),
  }
}

export type Chance = ReturnType<typeof chanceFrom>
