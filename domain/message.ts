import { id } from './fields'
import * as z from './zod'

/**
 * A message (消息) in somebody's inbox. It goes to a post: whoever holds the post, or stands in for its holder, reads it.
 */
export type Message = {
  _id: string
  /** The post it is for. */
  to: string
  unit: string
  at: number
  /** Orders an inbox by time; unique. */
  rank: string
  title: string
  words: string
  /** Page of the mini-program it leads to. */
  page?: string
  /** 重大情况: stays on top until it has been read. */
  urgent?: boolean
  /** Nobody has read it yet. */
  fresh: boolean
  /** Read receipts: who read it when, the first time each. */
  read: { person: string; name: string; at: number }[]
}

export const readingForm = z.strictObject({ message: id() })
