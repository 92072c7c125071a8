export type Result = { name: string; value: number; unit: string; context: string }

/** Prints a result as soon as it is known: a line a person reads, or one JSON object. Names stay the same for good. */
export function say(json: boolean) {
  return ({ name, value, unit, context }: Result): void => {
    const rounded = Math.round(value * 100) / 100
    const line = json
      ? JSON.stringify({ name, value: rounded, unit, context })
      : `${name.padEnd(44)} ${String(rounded).padStart(10)} ${unit.padEnd(10)} ${context}`
    process.stdout.write(`${line}\n`)
  }
}

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Milliseconds each of `times` runs took. */
export async function timed(times: number, run: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await run()
    all.push(performance.now() - began)
  }
  return all
}
