import { draftedNotice, sentPaper, servedNotice, setChain, waitingNotice, wholeCheck } from '../bureau'
import type { Its, Makers } from './maker'
import { published, twoMonthsAgo } from './published'

const found = async ({ bureau }: Its) =>
  (
    await bureau.officer.write(
      'inspection.submit',
      await wholeCheck(bureau, { 'P-13': { result: '不符合', note: '检定证书已过有效期' } }),
    )
  ).check

export const enforcementMakers = {
  check: found,
  found,
  unconfirmed: async ({ bureau }) => {
    const form = { ...(await wholeCheck(bureau)), colleague: bureau.officerPost }
    return (await bureau.second.write('inspection.submit', form)).check
  },
  drafted: async ({ bureau }) => (await draftedNotice(bureau)).notice,
  sealed: async ({ bureau }) => {
    const { notice } = await draftedNotice(bureau)
    await bureau.officer.write('enforcement.seal', { notice })
    return notice
  },
  served: async ({ bureau }) => (await servedNotice(bureau)).notice,
  answered: async ({ bureau }) => {
    const { notice } = await servedNotice(bureau)
    await bureau.maker.write('enforcement.answer', { notice, words: '已整改', photos: [] })
    return notice
  },
  announced: async its => {
    const officer = twoMonthsAgo(its)
    const { notice } = await draftedNotice({ ...its.bureau, officer }, 80)
    await officer.write('enforcement.seal', { notice })
    await officer.write('enforcement.serve', { ...published(its), notice })
    return notice
  },
  waiting: async ({ bureau }) => (await waitingNotice(bureau)).notice,
  digest: async its =>
    (await its.bureau.head.read('approval.read', { paper: await its.the('waiting') })).digest,
  returned: async ({ bureau }) => {
    const { notice } = await waitingNotice(bureau)
    await bureau.head.write('approval.sendBack', { paper: notice, reason: '期限太短' })
    return notice
  },
  light: async ({ bureau }) => {
    await setChain(bureau, [bureau.headPost], 'DOC-20')
    return sentPaper(bureau, 'DOC-20')
  },
  lightDigest: async its =>
    (await its.bureau.head.read('approval.read', { paper: await its.the('light') })).digest,
} satisfies Partial<Makers>
