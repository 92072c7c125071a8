const colours = process.stdout.isTTY && !process.env.NO_COLOR
const paint = code => text => (colours ? `\u001b[${code}m${text}\u001b[0m` : text)

export const bold = paint('1')
export const dim = paint('2')
export const red = paint('31')
export const green = paint('32')

/** A failure a person can act on: printed as its sentence alone, without a stack. */
export class Sentence extends Error {}

/** `850 ms`, `12.3 s`, `2 min 05 s`. */
export function spoken(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}

/** `512 B`, `24.6 KiB`, `1.21 MiB`. */
export function weight(bytes) {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KiB`
  return `${(bytes / 1024 ** 2).toFixed(2)} MiB`
}

/**
 * Runs one step and prints its name and time. `work` may return a few words to stand beside the time.
 * @returns what `work` returned
 */
export async function step(name, work) {
  const began = performance.now()
  process.stdout.write(`${dim('…')} ${name}\n`)
  try {
    const words = await work()
    const note = typeof words === 'string' && words ? ` · ${words}` : ''
    process.stdout.write(`${green('✓')} ${name}${note} ${dim(spoken(performance.now() - began))}\n`)
    return words
  } catch (error) {
    process.stdout.write(`${red('✗')} ${name} ${dim(spoken(performance.now() - began))}\n`)
    throw error
  }
}

/** Runs a command-line program's `main`; a failure ends it with exit code 1 and a sentence where there is one. */
export async function command(main) {
  try {
    await main()
  } catch (error) {
    process.stderr.write(`\n${error instanceof Sentence ? error.message : (error.stack ?? error)}\n`)
    process.exitCode = 1
  }
}
