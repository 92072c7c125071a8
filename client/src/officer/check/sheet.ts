import { type ChecklistItem, checklists, type Result } from '@domain/checklist'
import type { EnterpriseKind } from '@domain/enterprise'
import type { Photo } from '@domain/evidence'
import { useSyncExternalStore } from 'react'
import type { Draft } from '@/cloud'

/** A quick test as it goes into the record. */
export interface QuickRecord {
  words: string
  suspicious: boolean
}

/** What has been said on one item so far. */
export interface Given {
  result?: Result
  /** Common findings that were tapped. */
  tapped?: string[]
  /** The officer's own words. */
  words?: string
  /** What quick tests on site said; stands in the record whatever the result. */
  tested?: QuickRecord[]
  photos?: Photo[]
}

/** A check that is being filled, as the draft keeps it. */
export interface Filled {
  startedAt: number
  colleague: string
  shownAt?: number
  toldAt?: number
  answers: Record<string, Given>
  present: { name: string; duty: string; phone: string }
  how: 'signed' | 'refused' | 'absent'
  picture?: Photo
  reason: string
  remark: string
  /** Items the last 其余都符合 answered, so that it can be taken back. */
  swept: string[]
}

export const emptySheet = (): Filled => ({
  startedAt: Date.now(),
  colleague: '',
  answers: {},
  present: { name: '', duty: '', phone: '' },
  how: 'signed',
  reason: '',
  remark: '',
  swept: [],
})

const NOTHING: Given = {}

/**
 * The sheet on which a check is filled. It tells those who listen; each part of the screen renders only when what it
 * shows has changed, so that one answer sends a few bytes (reference/taro.md §9).
 */
export class Sheet {
  readonly items: readonly ChecklistItem[]
  readonly groups: readonly string[]
  readonly #listeners = new Set<() => void>()

  constructor(
    readonly kind: EnterpriseKind,
    readonly draft: Draft<Filled>,
  ) {
    this.items = checklists[kind]
    this.groups = Array.from(new Set(this.items.map(row => row.group)))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get filled(): Filled {
    return this.draft.value
  }

  patch(members: Partial<Filled>): void {
    this.draft.patch(members)
    for (const listener of Array.from(this.#listeners)) listener()
  }

  given(item: string): Given {
    return this.filled.answers[item] ?? NOTHING
  }

  give(item: string, members: Partial<Given>): void {
    const swept = members.result ? this.filled.swept.filter(id => id !== item) : this.filled.swept
    this.patch({
      answers: { ...this.filled.answers, [item]: { ...this.given(item), ...members } },
      ...(swept.length === this.filled.swept.length ? {} : { swept }),
    })
  }

  in(group: string): readonly ChecklistItem[] {
    return this.items.filter(row => row.group === group)
  }

  open(rows: readonly ChecklistItem[] = this.items): ChecklistItem[] {
    return rows.filter(row => !this.given(row.id).result)
  }

  /** 其余都符合: answers what is not answered yet; an item whose quick test is suspicious waits for the officer. */
  sweep(rows: readonly ChecklistItem[]): number {
    const open = this.open(rows)
      .map(row => row.id)
      .filter(id => !this.given(id).tested?.some(({ suspicious }) => suspicious))
    const answers = { ...this.filled.answers }
    for (const id of open) answers[id] = { ...this.given(id), result: '符合' }
    this.patch({ answers, swept: open })
    return open.length
  }

  /** Takes the last sweep back, as far as the items still stand as it left them. */
  unsweep(): void {
    const answers = { ...this.filled.answers }
    for (const id of this.filled.swept) {
      const { result: _result, ...rest } = this.given(id)
      answers[id] = rest
    }
    this.patch({ answers, swept: [] })
  }
}

/** A value of the sheet that the component shows; it renders again only when that value changes. */
export const useSheet = <V>(sheet: Sheet, select: () => V): V => useSyncExternalStore(sheet.subscribe, select)
