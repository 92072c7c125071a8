import { dayOf } from '../../domain/calendar'
import { photosIn } from '../../domain/evidence'
import { id } from '../../domain/fields'
import type { Notice } from '../../domain/notice'
import { daysLeft, type NoticeStep, noticeAfter, urgencyOf } from '../../domain/notice'
import { nameOf, unitOf } from '../../domain/organisation'
import { mayStep } from '../../domain/paper'
import { postFor } from '../../domain/posts'
import * as z from '../../domain/zod'
import { chainShown } from '../approval'
import { find } from '../kernel/collections'
import { addressesOf } from '../kernel/files'
import { type Caller, visible } from '../kernel/identity'
import { read } from '../kernel/procedure'

/** One correction as its reader may see it, and what he may do with it now. Three database and storage calls. */
export const readNotice = read('notice.read', z.strictObject({ notice: id() }), async (caller, input) => {
  const found = await find('notices', input.notice)
  const { head: _head, ...notice } = visible(
    caller,
    found?.served ? 'notice.read' : 'notice.readDraft',
    found,
  )
  const inside = postFor(caller.posts, 'notice.readDraft', notice) !== undefined
  const issuing = postFor(caller.posts, 'notice.issue', notice) !== undefined
  const today = dayOf(Date.now())
  return {
    ...notice,
    // What was said inside the office is not the enterprise's to read.
    paper: inside ? notice.paper : { ...notice.paper, chain: [], steps: [] },
    approval: inside ? chainShown(notice.paper) : undefined,
    unitName: nameOf(notice.unit),
    bureau: unitOf(notice.unit)?.bureau ?? '',
    today,
    daysLeft: daysLeft(notice.deadline, today),
    urgency: notice.open ? urgencyOf(notice.deadline, today) : ('calm' as const),
    addresses: await addressesOf(photosIn(notice)),
    may: {
      resubmit: issuing && notice.state === 'drafted' && mayStep(notice.paper, 'submit'),
      seal: issuing && mayStep(notice.paper, 'seal'),
      serve: issuing && mayStep(notice.paper, 'serve') && !notice.announced,
      complete: issuing && notice.announced !== undefined && today > notice.announced.counts,
      void: issuing && mayStep(notice.paper, 'void'),
      acknowledge: can(caller, notice, 'notice.answer', 'acknowledge'),
      answer: can(caller, notice, 'notice.answer', 'answer'),
      review: can(caller, notice, 'notice.review', 'pass'),
    },
  }
})

const can = (
  caller: Caller,
  notice: Notice,
  verb: 'notice.answer' | 'notice.review',
  step: NoticeStep,
): boolean =>
  noticeAfter(notice.state, step) !== undefined && postFor(caller.posts, verb, notice) !== undefined
