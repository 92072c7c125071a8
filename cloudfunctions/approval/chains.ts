import { type Chain, chainId, chainTrouble, headDecides, LEADER, type Seat } from '../../domain/approval'
import { chainForm, chainsOf } from '../../domain/approval-form'
import { nameOf } from '../../domain/organisation'
import { paperKinds } from '../../domain/papers/kinds'
import { roles } from '../../domain/posts'
import { list } from '../kernel/collections'
import { requirePost } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read, write } from '../kernel/procedure'
import { approversOf } from './candidates'

/** The chains (审批流程) of a unit for every kind of paper, and who can be put into one. Three database calls. */
export const chains = read('chain.set', chainsOf, async (caller, { unit }) => {
  requirePost(caller, 'chain.set', { unit })
  const [set, seats] = await Promise.all([
    list('chains', { unit }, { limit: paperKinds.length, order: [['_id', 'asc']] }),
    approversOf(unit),
  ])
  const of = new Map(set.map(chain => [chain.kind, chain]))
  return {
    unit,
    unitName: nameOf(unit),
    kinds: paperKinds.map(({ code, name, burdens }) => ({
      kind: code,
      name,
      burdens,
      steps: of.get(code)?.steps ?? [],
      ...(headDecides[code] ? { law: headDecides[code] } : {}),
    })),
    candidates: seats.map(({ _id, role, name, person }) => ({
      post: _id,
      role,
      roleName: roles[role],
      name,
      vacant: !person,
    })),
  }
})

/** Sets the chain of a unit for one kind of paper. Papers on their way keep theirs. Refuses `chain.*`. */
export const setChain = write('chain.set', chainForm, async (submission, { unit, kind, steps }) => {
  const post = submission.within({ unit })
  const seats = new Map<string, Seat>()
  for (const step of new Set(steps.slice(0, 10))) {
    const seat = step === LEADER ? undefined : await submission.find('posts', step)
    if (seat) seats.set(step, seat)
  }
  const trouble = chainTrouble({ unit, kind, steps }, seats)
  if (trouble)
    refuse(trouble.code, {
      message: trouble.message,
      ...(trouble.step === undefined ? {} : { field: `steps.${trouble.step}` }),
    })
  const _id = chainId(unit, kind)
  const chain: Chain = { _id, unit, kind, steps, setAt: submission.at, setBy: post.id }
  const before = await submission.find('chains', _id)
  if (before) submission.replace('chains', before, chain)
  else submission.create('chains', chain)
  return { chain: _id }
})
