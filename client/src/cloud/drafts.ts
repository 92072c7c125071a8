import { useEffect, useMemo, useState } from 'react'
import { device } from './device'
import type { Store } from './device.types'
import { person } from './person'

interface Written<T> {
  at: number
  value: T
}

/** How long a change may be in memory only, ms. */
const DEBOUNCE = 300
const DRAFT_DAYS = 30

/** A form's content, on the device soon after each change. */
export class Draft<T> {
  #value: T
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #store: Store
  readonly #key: string
  /** Whether the person had begun before: worth saying 已恢复上次填写的内容. */
  readonly restored: boolean

  constructor(store: Store, key: string, initial: () => T) {
    this.#store = store
    this.#key = key
    const written = store.get<Written<T>>(key)
    this.restored = written !== undefined
    this.#value = written ? written.value : initial()
  }

  get value(): T {
    return this.#value
  }

  /** Takes the next content, or what makes it of the present one; renders nothing. */
  set(next: T | ((now: T) => T)): void {
    this.#value = typeof next === 'function' ? (next as (now: T) => T)(this.#value) : next
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.flush(), DEBOUNCE)
  }

  /** Changes some members. */
  patch(members: Partial<T>): void {
    this.set(now => ({ ...now, ...members }))
  }

  /** Writes now what is not written yet. */
  flush(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    try {
      this.#store.set(this.#key, { at: Date.now(), value: this.#value } satisfies Written<T>)
    } catch {
      // No room for the draft; the form itself is still open, and sending says so in a sentence.
    }
  }

  /** Forgets the draft: it was sent, or the person began anew. */
  clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#store.remove(this.#key)
  }
}

const draftKey = (name: string) => `draft/${person() ?? ''}/${name}`

/**
 * The draft of a form. Its value does not render: fields keep their own state (`defaultValue`), so that one answer
 * of a long form re-sends only itself.
 * @param name unique per form and record, e.g. `check/<enterprise id>`
 */
export function useDraft<T>(name: string, initial: () => T): Draft<T> {
  const draft = useMemo(() => new Draft<T>(device.storage, draftKey(name), initial), [name])
  useEffect(() => {
    const stop = device.onFront(front => front || draft.flush())
    return () => {
      stop()
      draft.flush()
    }
  }, [draft])
  return draft
}

/** Like useState, kept in a draft: for short forms that render by it. */
export function useDraftState<T>(
  name: string,
  initial: () => T,
): [T, (next: T | ((now: T) => T)) => void, Draft<T>] {
  const draft = useDraft(name, initial)
  const [, render] = useState(0)
  const set = useMemo(
    () => (next: T | ((now: T) => T)) => {
      draft.set(next)
      render(count => count + 1)
    },
    [draft],
  )
  return [draft.value, set, draft]
}

/** Names of the pictures that drafts still hold, and the end of drafts nobody has touched for a month. */
export function sweepDrafts(now = Date.now()): string {
  let held = ''
  for (const key of device.storage.keys('draft/')) {
    const written = device.storage.get<Written<unknown>>(key)
    if (!written || now - written.at > DRAFT_DAYS * 86_400_000) device.storage.remove(key)
    else held += JSON.stringify(written.value)
  }
  return held
}
