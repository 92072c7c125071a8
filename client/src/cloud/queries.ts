import { textHash } from '@domain/digest'
import {
  environmentManager,
  focusManager,
  onlineManager,
  QueryClient,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query'
import { call, type InputOf, type OutputOf, type Path } from './call'
import { device } from './device'
import { person } from './person'
import { isTransient, ProblemError } from './problem'

environmentManager.setIsServer(() => false)
onlineManager.setEventListener(setOnline => device.network.onChange(setOnline))
onlineManager.setOnline(device.network.online())
focusManager.setEventListener(setFront => device.onFront(front => setFront(front)))
focusManager.setFocused(true)

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Tried even when the device believes it is offline: a failed try has a sentence, a paused one shows nothing.
      networkMode: 'always',
      retry: (count, error) => count < 1 && error instanceof ProblemError && isTransient(error.problem),
      retryDelay: 800,
      staleTime: 15_000,
    },
  },
})

export interface CallOptions {
  /** Keeps the last answer on the device, so that the screen opens without network. */
  keep?: boolean
  /** False: does not ask yet. */
  enabled?: boolean
  /** How long an answer is not asked for again, ms; 15 s if not told. */
  fresh?: number
  /** Told of each answer that arrives, with the one kept before it. */
  arrived?: (answer: unknown, before: unknown) => void
}

export interface Kept {
  at: number
  answer: unknown
}

const KEPT_DAYS = 14
export const keptKey = (who: string, path: string, input: unknown) =>
  `kept/${who}/${path}/${textHash(JSON.stringify(input ?? null)).slice(0, 16)}`

/**
 * A read for a screen: the answer, its age and its problem, asked again when the app comes to the front, the network
 * returns, or a write of this device went through. One screen, one call.
 */
export function useCall<P extends Path>(
  path: P,
  input: InputOf<P>,
  options: CallOptions = {},
): UseQueryResult<OutputOf<P>, ProblemError> {
  const who = person() ?? ''
  const { keep = false, enabled = true, fresh, arrived } = options
  return useQuery<OutputOf<P>, ProblemError>({
    queryKey: [who, path, input ?? null],
    enabled: enabled && who !== '',
    ...(fresh === undefined ? {} : { staleTime: fresh }),
    queryFn: async () => {
      const answer = await call(path, input)
      arrived?.(answer, keptAnswer(path, input))
      if (keep) keepAnswer(keptKey(who, path, input), answer)
      return answer
    },
    ...(keep
      ? {
          initialData: () =>
            device.storage.get<Kept>(keptKey(who, path, input))?.answer as OutputOf<P> | undefined,
          initialDataUpdatedAt: () => device.storage.get<Kept>(keptKey(who, path, input))?.at,
        }
      : {}),
  })
}

/** Asks on the device for what was kept, without a call; undefined when nothing was. */
export function keptAnswer<P extends Path>(path: P, input: InputOf<P>): OutputOf<P> | undefined {
  return device.storage.get<Kept>(keptKey(person() ?? '', path, input))?.answer as OutputOf<P> | undefined
}

/** Puts an answer into memory as if it had been asked for; with `keep`, on the device as well. */
export function putAnswer<P extends Path>(
  path: P,
  input: InputOf<P>,
  answer: OutputOf<P>,
  keep = false,
): void {
  const who = person() ?? ''
  queries.setQueryData<unknown>([who, path, input ?? null], answer)
  if (keep) keepAnswer(keptKey(who, path, input), answer)
}

function keepAnswer(key: string, answer: unknown): void {
  try {
    device.storage.set(key, { at: Date.now(), answer } satisfies Kept)
  } catch {
    // No room: the screen works as long as there is network.
  }
}

/** Throws away kept answers nobody has asked for in two weeks. */
export function sweepKept(now = Date.now()): void {
  for (const key of device.storage.keys('kept/')) {
    const kept = device.storage.get<Kept>(key)
    if (!kept || now - kept.at > KEPT_DAYS * 86_400_000) device.storage.remove(key)
  }
}
