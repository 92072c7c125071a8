/** CloudBase's timers run on Chinese time (WeChat docs, 定时触发器), whatever zone functions see. */
const CHINA = 8 * 3600_000
const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const RANGES: [number, number][] = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
  [1970, 2099],
]

/** Whether a second is due. */
export type Cron = (time: number) => boolean

/**
 * Reads CloudBase's seven fields: second minute hour day month weekday year.
 * @throws Error when the text is no such thing
 */
export function cronOf(text: string): Cron {
  const parts = text.trim().split(/\s+/)
  if (parts.length !== 7) throw new Error(`a trigger has 7 fields, not ${parts.length}: ${text}`)
  const fields = parts.map((part, i) => fieldOf(part, RANGES[i], text))
  const anyDay = parts[3] === '*' || parts[3] === '?'
  const anyWeekday = parts[5] === '*' || parts[5] === '?'
  return time => {
    const date = new Date(time + CHINA)
    const day = fields[3].has(date.getUTCDate())
    const weekday = fields[5].has(date.getUTCDay())
    return (
      fields[0].has(date.getUTCSeconds()) &&
      fields[1].has(date.getUTCMinutes()) &&
      fields[2].has(date.getUTCHours()) &&
      // Both named: either is enough.
      (anyDay || anyWeekday ? day && weekday : day || weekday) &&
      fields[4].has(date.getUTCMonth() + 1) &&
      fields[6].has(date.getUTCFullYear())
    )
  }
}

function fieldOf(part: string, [least, most]: [number, number], text: string): Set<number> {
  const out = new Set<number>()
  for (const item of part.split(',')) {
    const found = /^(\*|\?|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item)
    if (!found) throw new Error(`a trigger's field cannot be ${item}: ${text}`)
    const step = found[4] === undefined ? 1 : Number(found[4])
    const from = found[2] === undefined ? least : numberOf(found[2])
    const to =
      found[3] !== undefined
        ? numberOf(found[3])
        : found[2] === undefined || found[4] !== undefined
          ? most
          : from
    if (!(step >= 1) || !(from >= least) || !(to <= most) || from > to) {
      throw new Error(`a trigger's field is out of range: ${item} in ${text}`)
    }
    for (let value = from; value <= to; value += step) out.add(value)
  }
  return out
}

function numberOf(word: string): number {
  const name = NAMES.indexOf(word.toLowerCase())
  return name >= 0 ? name : Number(word)
}

export interface Job {
  cron: Cron
  run: (time: number) => void
}

/** Longest sleep of the machine after which missed seconds are still run; longer, they are lost, as in the cloud. */
const CATCH_UP = 10_000

/** Runs jobs at their seconds until stopped. */
export function schedule(jobs: Job[]): { stop: () => void } {
  const second = () => Math.floor(Date.now() / 1000) * 1000
  let last = second()
  const timer = setInterval(() => {
    const now = second()
    for (let time = Math.max(last + 1000, now - CATCH_UP); time <= now; time += 1000) {
      for (const job of jobs) if (job.cron(time)) job.run(time)
    }
    last = Math.max(last, now)
  }, 250)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
