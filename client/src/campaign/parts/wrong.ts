import type { ClientProblem } from '@/cloud'

/** What is wrong, by field: `targets.0.due` → sentence. */
export type Wrong = Record<string, string>

interface Checked {
  success: boolean
  error?: { issues: { message: string; path: PropertyKey[] }[] } | undefined
}

/** The first sentence for each field of a form that is not sound. */
export function wrongFrom(checked: Checked): Wrong {
  const wrong: Wrong = {}
  for (const { path, message } of checked.error?.issues ?? []) wrong[path.map(String).join('.')] ??= message
  return wrong
}

/** What is said of one field, by the form or by the server. */
export const saidOf = (field: string, wrong: Wrong, problem: ClientProblem | undefined): string | undefined =>
  wrong[field] ?? (problem?.field === field ? problem.message : undefined)

/** The sentences about the parts of one list, by what is left of their path. */
export const within = (list: string, wrong: Wrong): Wrong =>
  Object.fromEntries(
    Object.entries(wrong)
      .filter(([field]) => field.startsWith(`${list}.`))
      .map(([field, said]) => [field.slice(list.length + 1), said]),
  )
