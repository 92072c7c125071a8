import { outbox } from '@/cloud'

/** What came back from the outbox to be put right: its content, by the item's id in the page's parameters. */
export const refusedContent = <T>(item: string | undefined): T | undefined =>
  item ? (outbox.items.find(one => one.id === item)?.content as T | undefined) : undefined
