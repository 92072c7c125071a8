import type { Path } from '../../client/src/cloud/call'
import type { Role } from '../../domain/posts'
import { type Caller, freshCloud, openBureau } from '../functions/bureau'
import { everything, paths } from '../functions/everything'
import { subjectOf } from '../functions/subjects'
import { quantile, type Result } from './say'

const RUNS = 7
const holders: Partial<Record<Path, Role>> = {
  'office.admit': 'head',
  'office.decline': 'head',
  'office.setUpTeam': 'head',
  'office.changeTeam': 'head',
  'office.mergeTeam': 'head',
  'office.movePost': 'head',
  'office.renewCertificate': 'head',
  'office.takeOver': 'head',
  'office.setAway': 'head',
  'office.endAway': 'head',
  'office.release': 'head',
  'enforcement.acknowledge': 'enterprise',
  'enforcement.answer': 'enterprise',
}

/** Calls to database and storage, and the warm time, of every procedure, each run on subjects of its own. */
export async function procedures(say: (result: Result) => void): Promise<void> {
  const cloud = await freshCloud()
  const bureau = await openBureau(cloud)
  const callers: Partial<Record<Role, Caller>> = {
    officer: bureau.officer,
    head: bureau.head,
    enterprise: bureau.maker,
  }
  for (const path of paths) {
    const role = holders[path] ?? 'officer'
    const times: number[] = []
    let calls = 0
    for (let run = 0; run <= RUNS; run++) {
      const input = everything[path](await subjectOf(cloud, bureau, path), role)
      const before = cloud.calls().length
      const began = performance.now()
      const answer = await (callers[role] as Caller).ask(path, input)
      if (!answer.ok) throw new Error(`${path}: ${answer.problem.code}`)
      if (run > 0) times.push(performance.now() - began)
      calls = cloud.calls()[before]?.actions.length ?? 0
    }
    say({
      name: `calls.${path}`,
      value: calls,
      unit: 'calls',
      context: 'database and storage, identity, begin and commit included',
    })
    say({
      name: `warm.${path}`,
      value: quantile(times, 0.5),
      unit: 'ms',
      context: `median of ${RUNS}, function warm, laptop cloud`,
    })
  }
  await cloud.close()
}
