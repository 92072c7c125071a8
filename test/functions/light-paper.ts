import { submitForApproval } from '../../cloudfunctions/approval'
import type { Caller as Identity } from '../../cloudfunctions/kernel/identity'
import { Submission } from '../../cloudfunctions/kernel/submission'
import { inTransaction } from '../../cloudfunctions/kernel/transaction'
import { textHash } from '../../domain/digest'
import { draftPaper } from '../../domain/paper'
import type { Post } from '../../domain/posts'
import type { Cloud } from '../../local/cloud'
import { type Bureau, newId } from './bureau'
import { inProcess } from './in-process'

/**
 * A paper of another kind that waits for its chain, sent as a context sends it: by the exported command, within a
 * transaction of its own. It lies in a correction that was never served.
 */
export async function sentPaper(
  cloud: Cloud,
  bureau: Bureau,
  kind: string,
  more: { urgentAfter?: number } = {},
): Promise<string> {
  const { unit, officer } = bureau
  const person = (await cloud.documents('people')).find(({ _id }) => _id === officer.openid) as unknown as {
    posts: Post[]
    name: string
  }
  const identity: Identity = {
    openid: officer.openid,
    person: textHash(`person:${officer.openid}`).slice(0, 32),
    name: person.name,
    certificate: '',
    phone: '',
    posts: person.posts,
    folder: '',
  }
  const template = (await cloud.documents('notices')).find(notice => notice.unit === unit) as never as object
  const _id = newId()
  const line = await inProcess(cloud)
  try {
    await inTransaction(async transaction => {
      const submission = new Submission(transaction, identity, 'notice.issue', _id, 'test.sent', _id)
      const author = submission.within({ unit })
      const record = {
        ...(template as { enterprise: string }),
        _id,
        unit,
        state: 'void' as const,
        open: false,
        closed: false,
        served: false,
        paper: draftPaper(kind),
      }
      const paper = await submitForApproval(submission, {
        carrier: 'notices',
        record,
        title: `${kind} · 测试`,
        page: '/officer/notice/index',
        author,
        ...more,
      })
      submission.create('notices', { ...record, paper } as never)
      await submission.commit({})
    })
  } finally {
    await line.close()
  }
  return _id
}
