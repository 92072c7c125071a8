import { readingForm } from '../../domain/message'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'

/** Marks messages as read (已阅): by whom and when, the first time each. One that is not his refuses all. */
export const markRead = write('anyone', readingForm, async (submission, form) => {
  const { caller, at } = submission
  const mine = new Set(caller.posts.map(post => post.id))
  let unread = 0
  for (const id of form.messages) {
    const message = await submission.find('messages', id)
    if (!message || !mine.has(message.to))
      return refuse('state.wrong', { message: '这条消息不在您的收件箱里，请刷新后再看' })
    const again = message.read.some(({ person }) => person === caller.person)
    if (!again) unread++
    submission.file(
      'messages',
      {
        ...message,
        fresh: false,
        read: again ? message.read : [...message.read, { person: caller.person, name: caller.name, at }],
      },
      false,
    )
  }
  return { read: unread }
})
