import { digestOf } from '@domain/digest'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type AnswerOf, type ContentOf, callAs, type WritePath } from './call'
import { device } from './device'
import { sweepDrafts } from './drafts'
import { type Item, Outbox, type SendOptions } from './outbox'
import { onPersonChange, person } from './person'
import { type ClientProblem, problemOf } from './problem'
import { queries, sweepKept } from './queries'
import { transport } from './transport'
import { uploadPlace } from './upload-place'

/** Long enough for a call on a poor network, short enough that nobody stands waiting. */
const WAIT = 8_000

/** This device's outbox: every write of every screen goes through it. */
export const outbox = new Outbox({
  storage: device.storage,
  removeFile: device.files.remove,
  randomId: device.randomId,
  person,
  exclusive: device.exclusive,
  upload: (key, place, who) => transport.upload(key, place, who, 60_000),
  call: (path, input, who) => callAs(who, path, input, 30_000),
  digestOf,
  placeOf: uploadPlace,
  onDone: () => void queries.invalidateQueries(),
})

/** Called once by app.tsx: sends what waits, listens for network and front, clears what nobody holds any more. */
export function startCloud(): void {
  device.network.onChange(online => online && outbox.wake())
  device.onFront(front => front && outbox.wake())
  device.onForeignChange(() => outbox.refresh())
  onPersonChange(() => {
    queries.clear()
    outbox.refresh()
  })
  void outbox.start()
  sweepKept()
  void sweepPhotos()
}

/** Deletes pictures that neither a draft nor an item of the outbox names, e.g. of a form never sent. */
export async function sweepPhotos(): Promise<void> {
  const held =
    sweepDrafts() + device.storage.keys('outbox/').map(key => JSON.stringify(device.storage.get(key)))
  for (const key of await device.files.keys()) if (!held.includes(key)) await device.files.remove(key)
}

export interface OutboxView {
  /** Of the signed-in person, oldest first, with the lines of what is through since yesterday. */
  items: readonly Item[]
  /** Not through yet. */
  count: number
  /** Their size. */
  bytes: number
  /** Refused or in conflict: somebody has to look. */
  stopped: number
}

/** What waits on this device. */
export function useOutbox(): OutboxView {
  const subscribe = useRef((listener: () => void) => outbox.subscribe(listener)).current
  const items = useSyncExternalStore(subscribe, () => outbox.items)
  const open = items.filter(item => item.state !== 'done')
  return {
    items,
    count: open.length,
    bytes: open.reduce((sum, item) => sum + item.bytes, 0),
    stopped: open.filter(item => item.state === 'refused' || item.state === 'conflict').length,
  }
}

export type SendResult<A> =
  /** `id`: the submission's, and so the id of the record it made. */
  | { state: 'done'; answer: A; id: string }
  /** Safe on the device; it goes out by itself. Say KEPT. What is written next may already name its id. */
  | { state: 'kept'; id: string }
  | { state: 'refused' | 'conflict'; problem: ClientProblem }
  | { state: 'discarded' }

/** What a screen says when the server has not answered within eight seconds. */
export const KEPT = '已存在手机上，联网后自动发送'

export interface Send<P extends WritePath> {
  /** Puts the content into the outbox and waits at most 8 s; never rejects. */
  send(content: ContentOf<P>): Promise<SendResult<AnswerOf<P>>>
  busy: boolean
  /** Why the last try was refused; `problem.field` names the field. */
  problem: ClientProblem | undefined
}

/**
 * A write for a screen. Pressing again after a refusal takes the refused item's place instead of adding another.
 * @param options.instead the outbox item that the person opened for correcting, from the page's parameters
 */
export function useSend<P extends WritePath>(path: P, options: SendOptions): Send<P> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ClientProblem>()
  const last = useRef(options.instead)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  return {
    busy,
    problem,
    async send(content) {
      setBusy(true)
      setProblem(undefined)
      let result: SendResult<AnswerOf<P>>
      try {
        const sent = await outbox.send(path, content, {
          ...options,
          ...(last.current ? { instead: last.current } : {}),
        })
        last.current = sent.id
        // Without network there is no answer to wait for.
        const outcome = await sent.within(device.network.online() ? WAIT : 0)
        result = { ...outcome, id: sent.id } as SendResult<AnswerOf<P>>
      } catch (error) {
        result = { state: 'refused', problem: problemOf(error) }
      }
      if (mounted.current) {
        setBusy(false)
        if ('problem' in result) setProblem(result.problem)
      }
      return result
    },
  }
}
