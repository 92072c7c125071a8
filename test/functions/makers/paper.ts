import { filledPaper } from '../../../domain/papers/filled.sample'
import { type Caller, draftedPaper } from '../bureau'
import type { Its, Makers } from './maker'
import { published, twoMonthsAgo } from './published'

const KIND = 'DOC-18'

async function sealed({ bureau }: Its, by: Caller = bureau.officer): Promise<string> {
  const { paper } = await draftedPaper(bureau, KIND, { by })
  await by.write('paper.seal', { paper, scan: [await by.picture()] })
  return paper
}

export const paperMakers = {
  papers: {
    draft: async ({ bureau }) => (await draftedPaper(bureau, KIND, { submit: false })).paper,
    numbered: async ({ bureau }) => (await draftedPaper(bureau, KIND)).paper,
    sealed: its => sealed(its),
    announced: async its => {
      const officer = twoMonthsAgo(its)
      const paper = await sealed(its, officer)
      await officer.write('paper.serve', { ...published(its), paper })
      return paper
    },
    fields: () => filledPaper(KIND),
  },
  block: async ({ bureau: { officer, unit } }) =>
    (await officer.write('paper.reserveBlock', { unit, kind: KIND, count: 3 })).block,
  reachable: async ({ bureau: { officer, producer: enterprise }, today }) => {
    await officer.write('paper.confirmAddress', {
      enterprise,
      signed: [await officer.picture()],
      ways: ['post'],
      address: '工业园1号',
      since: today,
    })
    return enterprise
  },
} satisfies Partial<Makers>
