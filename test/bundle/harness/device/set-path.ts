import type { Loose } from './loose'

/** Writes `value` at a setData path such as `root.cn.[0].cl`, making what is missing on the way. */
export function setPath(data: Loose, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  let at = data
  keys.slice(0, -1).forEach((key, index) => {
    if (at[key] === null || typeof at[key] !== 'object') at[key] = /^\d+$/.test(keys[index + 1]) ? [] : {}
    at = at[key]
  })
  at[keys[keys.length - 1]] = value
}
