import { type Item, KEPT, type WritePath } from '@/cloud'
import { type ButtonProps, tell } from '@/components'
import type { Task } from '../words'

/** What every form of a task is given. */
export interface FormProps {
  task: Task
  /** An earlier try that came back; this one takes its place. */
  instead: Item | undefined
  /** Keeps the form in its place while its write is under way, until the page shows what came of it. */
  hold: <R extends { state: string }>(work: Promise<R>) => Promise<R>
  onClose: () => void
  /** Beside the main button, where nothing is open: another way to go on. */
  second?: ButtonProps | undefined
}

export const through = (state: string) => state === 'done' || state === 'kept'
export const said = (state: string, done: string) => tell(state === 'kept' ? KEPT : done)

export const optionsOf = (what: string, path: WritePath, { task, instead }: FormProps) => ({
  title: `${what} · ${task.title}`,
  page: `/task/task/index?task=${task._id}`,
  ...(instead?.path === path ? { instead: instead.id } : {}),
})

export const close = (onClose: () => void): ButtonProps => ({ text: '收起', onPress: onClose })
