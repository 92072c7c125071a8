import { useState } from 'react'
import { type AnswerOf, type ContentOf, type Item, type SendResult, useOutbox, useSend } from '@/cloud'
import type { Notice } from './standing'

type Content = ContentOf<'enforcement.answer'>

export interface Answering {
  /** Whether the form is shown: the notice may be answered, and no answer is on its way. */
  open: boolean
  /** An answer that is still on the phone, while the form is not shown. */
  kept: Item | undefined
  /** What the form begins with: an answer the server refused. */
  refused: Item | undefined
  busy: boolean
  problem: { message: string; field?: string } | undefined
  submit(said: Omit<Content, 'notice'>): Promise<SendResult<AnswerOf<'enforcement.answer'>>>
  /** Opens the refused answer in the form. */
  correct(): void
}

/** An answer to this notice that is still on the phone. */
function useWaiting(notice: string): Item | undefined {
  return useOutbox().items.find(
    item =>
      item.path === 'enforcement.answer' &&
      item.state !== 'done' &&
      (item.content as Content | undefined)?.notice === notice,
  )
}

/**
 * The enterprise's answer from writing to arrival.
 * @param item the outbox item the person opened for correcting, from the page's parameters
 */
export function useAnswer(notice: Notice, item: string | undefined): Answering {
  const waiting = useWaiting(notice._id)
  const stopped = waiting?.state === 'refused' || waiting?.state === 'conflict'
  const [correcting, setCorrecting] = useState(stopped && waiting?.id === item)
  // Until the notice has been read again it does not tell that it was answered.
  const [sentAfter, setSentAfter] = useState<number>()
  const { send, busy, problem } = useSend('enforcement.answer', {
    title: `整改材料 · ${notice.paper.number ?? ''}`,
    page: `/enterprise/notice/index?notice=${notice._id}`,
    ...(waiting ? { instead: waiting.id } : {}),
  })
  const open =
    notice.may.answer && sentAfter !== notice.answers.length && (busy || !waiting || (stopped && correcting))
  return {
    open,
    kept: open ? undefined : waiting,
    refused: stopped ? waiting : undefined,
    busy,
    problem,
    correct: () => setCorrecting(true),
    async submit(said) {
      const result = await send({ notice: notice._id, ...said })
      setCorrecting(result.state === 'refused' || result.state === 'conflict')
      if (result.state === 'done') setSentAfter(notice.answers.length)
      return result
    },
  }
}
