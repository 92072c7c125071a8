import { awayObjection, heldFor, isAhead, isTasksOnly, kindsObjection } from '../../domain/away'
import { awayEndForm, awayForm } from '../../domain/bureau-forms'
import { spokenDay } from '../../domain/calendar'
import { carried } from '../../domain/holding'
import type { PostHolder } from '../../domain/people'
import { postFor, roles } from '../../domain/posts'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { tell } from '../message'
import { Carriers } from './carriers'
import { openidOf, postHere, takeBack, unlessObjected } from './hold'

/**
 * Somebody goes away and names who acts for him (外出授权). The head does it for who cannot. Meanwhile the stand-in carries
 * the post too; the clocks of its work go on.
 */
export const setAway = write(
  'post.standIn',
  awayForm,
  async (submission, { post: id, standIn: by, ...form }) => {
    const post = await postHere(submission, 'post.standIn', id)
    requireOwn(submission, post)
    const standIn = await submission.need('posts', by)
    const carriers = new Carriers(submission)
    const holding = post.person ? (await carriers.of(openidOf(post))).posts : []
    unlessObjected(awayObjection(form, post, standIn, holding, submission.today))
    unlessObjected(kindsObjection(form.kinds, post, standIn))

    const away = {
      ...form,
      post: standIn._id,
      name: standIn.name,
      ...(isTasksOnly(standIn.role, post.role) ? { tasksOnly: true } : {}),
    }
    // Those that are over go with this one: a person document stays short.
    await carriers.change(openidOf(standIn), posts => [
      ...posts.filter(one => !one.standIn || (isAhead(one.standIn, submission.today) && one.id !== post._id)),
      heldFor(carried(post), post.name, away),
    ])
    carriers.write()
    submission.replace('posts', post, { ...post, away })
    tell(submission, [standIn._id], {
      title: `${post.name}外出，由您代理`,
      words: `${spokenDay(form.from)}至${spokenDay(form.to)}，${roles[post.role]}${post.name}的${away.kinds.length ? '部分文书审批' : away.tasksOnly ? '任务' : '审批和任务'}由您办理。`,
      unit: post.org,
      page: `/bureau/post/index?post=${post._id}`,
    })
    return { post: post._id }
  },
)

/** Ends an absence: he is back, or it is not needed (结束外出授权). */
export const endAway = write('post.standIn', awayEndForm, async (submission, form) => {
  const post = await postHere(submission, 'post.standIn', form.post)
  requireOwn(submission, post)
  const { away, ...rest } = post
  if (!away) return refuse('state.wrong', { message: '没有正在进行的外出授权，请刷新后再看' })
  const carriers = new Carriers(submission)
  await takeBack(submission, carriers, post._id, away)
  carriers.write()
  submission.replace('posts', post, rest)
  if (isAhead(away, submission.today))
    tell(submission, [away.post], {
      title: `${post.name}的外出授权已结束`,
      words: `${roles[post.role]}${post.name}的工作不再由您代理。`,
      unit: post.org,
    })
  return { post: post._id }
})

// One's own post, not one carried for another: a deputy of a deputy answers for nobody.
function requireOwn(submission: Submission, post: PostHolder): void {
  const { caller } = submission
  if (caller.posts.some(({ id, standIn }) => id === post._id && !standIn)) return
  if (caller.posts.some(({ id }) => id === post._id))
    refuse('verb.denied', { message: `您只是代理${post.name}，不能再转给别人` })
  if (!postFor(caller.posts, 'post.manage', { unit: post.org }))
    refuse('verb.denied', { message: '只能设自己的外出授权；别人的由本局负责人办理' })
}
