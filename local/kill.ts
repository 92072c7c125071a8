export type KillPoint = 'begin' | 'operation' | 'before-commit' | 'after-commit' | 'before-answer'

const POINTS: KillPoint[] = ['begin', 'operation', 'before-commit', 'after-commit', 'before-answer']
let armed: { point: KillPoint; left: number } | undefined

/**
 * Arms `kill -9` of this process at the n-th passing of a point.
 * @param text `<point>[:<n>]`, as in LOCAL_KILL_AT
 */
export function armKill(text: string) {
  const [point, n = '1'] = text.split(':')
  if (!POINTS.includes(point as KillPoint) || !/^[1-9]\d*$/.test(n)) {
    throw new Error(`LOCAL_KILL_AT: ${text} is not one of ${POINTS.join(', ')} with an optional :<n>`)
  }
  armed = { point: point as KillPoint, left: Number(n) }
}

/** Marks a place where a machine may lose power. Does nothing unless armed. */
export function passing(point: KillPoint) {
  if (armed?.point !== point) return
  armed.left -= 1
  if (armed.left === 0) process.kill(process.pid, 'SIGKILL')
}
