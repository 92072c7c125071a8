import { releaseForm, takeOverForm } from '../../domain/bureau-forms'
import { isVacant, leavingObjection, takerObjection } from '../../domain/holding'
import { roles } from '../../domain/posts'
import { type Collections, list } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { tell } from '../message'
import { Carriers } from './carriers'
import { handOver, postHere, takerBy, unlessObjected } from './hold'

const HEADS = 10

/**
 * Somebody leaves a post (离任). A colleague takes it over with all its work, or it stays without anybody until somebody
 * does. An organisation keeps one who answers for it.
 */
export const release = write('post.manage', releaseForm, async (submission, form) => {
  const post = await postHere(submission, 'post.manage', form.post)
  if (isVacant(post)) refuse('state.wrong', { message: '这个岗位已经没有人了，请刷新后再看' })
  const { caller, today } = submission
  const others = form.successor ? [] : await otherHolders(submission, post)
  const objection = leavingObjection(post, {
    on: form.on,
    today,
    others: others.length,
    successor: form.successor !== undefined,
    byAdmin: caller.posts.some(({ role }) => role === 'admin'),
    bySelf: post.person === caller.person,
  })
  if (objection?.last) refuse('post.last', { message: objection.message, field: objection.field })
  unlessObjected(objection)

  const carriers = new Carriers(submission)
  const by = form.successor ? await submission.need('posts', form.successor) : undefined
  if (by) unlessObjected(takerObjection(post, by, today))
  // Written as it is: two heads who leave at the same moment collide here, and the second is the last.
  for (const other of others.slice(0, 1)) submission.putBeside('posts', other)
  await handOver(submission, carriers, post, by && (await takerBy(carriers, by)), form.on)
  carriers.write()
  if (by) tellTaker(submission, post, `${post.name}离任（${form.reason}），由您接任`)
  return { post: post._id, vacant: !by }
})

/** A post that nobody holds is given to a colleague (接任), by a post he holds. */
export const takeOver = write('post.manage', takeOverForm, async (submission, form) => {
  const post = await postHere(submission, 'post.manage', form.post)
  if (!isVacant(post)) refuse('post.taken', { message: `这个岗位已由${post.name}担任，请刷新后再看` })
  const by = await submission.need('posts', form.by)
  const objection = takerObjection(post, by, submission.today)
  if (objection) refuse('input.invalid', { message: objection.message, field: 'by' })
  const carriers = new Carriers(submission)
  await handOver(submission, carriers, post, await takerBy(carriers, by), submission.today)
  carriers.write()
  tellTaker(submission, post, '这个岗位由您接任')
  return { post: post._id }
})

// Who else holds this role here. Read past the transaction; the first of them is read again inside it.
async function otherHolders(submission: Submission, post: Collections['posts']) {
  if (post.role !== 'head' && post.role !== 'admin') return []
  const found = await list(
    'posts',
    { org: post.org, role: post.role },
    { limit: HEADS, order: [['_id', 'asc']] },
  )
  const others: Collections['posts'][] = []
  for (const { _id } of found.filter(one => one._id !== post._id && !isVacant(one))) {
    const other = await submission.find('posts', _id)
    if (other && !isVacant(other) && other.person !== post.person) others.push(other)
  }
  return others
}

function tellTaker(submission: Submission, post: Collections['posts'], words: string): void {
  tell(submission, [post._id], {
    title: `接任：${roles[post.role]}`,
    words: `${words}。未办完的工作都在“今天”和“消息”里。`,
    unit: post.org,
    page: `/bureau/post/index?post=${post._id}`,
  })
}
