import type { FiledPaper } from '../../domain/filed-paper'
import type { Paper } from '../../domain/paper'
import type { Post } from '../../domain/posts'
import { submitForApproval } from '../approval'
import type { Submission } from '../kernel/submission'

/** 送审 by the unit's chain; the caller keeps the record with the paper this answers. */
export const sendForApproval = (
  submission: Submission,
  filed: FiledPaper,
  author: Post,
  urgentAfter?: number,
): Promise<Paper> =>
  submitForApproval(submission, {
    carrier: 'papers',
    record: filed,
    title: [filed.title, filed.about.enterpriseName].filter(Boolean).join(' · '),
    page: paperPage(filed._id),
    author,
    ...(urgentAfter === undefined ? {} : { urgentAfter }),
  })

/** The page on which a paper is looked at and its next step taken. */
export const paperPage = (id: string): string => `/paper/paper/index?paper=${id}`
