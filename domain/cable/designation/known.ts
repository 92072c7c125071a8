/** The object without members that say nothing (undefined or an empty text), so that two readings compare as equal. */
export function known<T extends object>(all: T): T {
  const kept = {} as T
  for (const key of Object.keys(all) as (keyof T)[]) {
    const value = all[key] as unknown
    if (value !== undefined && value !== '') kept[key] = all[key]
  }
  return kept
}
