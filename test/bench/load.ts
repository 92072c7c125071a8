import { type Bureau, type Caller, freshCloud, newId, openBureau, wholeCheck } from '../functions/bureau'
import { quantile, type Result } from './say'

const SECONDS = 6

/** Checks handed in per second, by 8 and by 32 officers' phones at once, spread over four units. */
export async function load(say: (result: Result) => void): Promise<void> {
  const cloud = await freshCloud({ pool: 2 })
  const bureaus: Bureau[] = []
  for (const unit of ['360722', '360723', '360724', '360725']) bureaus.push(await openBureau(cloud, unit))
  for (const phones of [8, 32]) {
    const times: number[] = []
    let busy = 0
    const until = performance.now() + SECONDS * 1000
    const phone = async (i: number) => {
      const bureau = bureaus[i % bureaus.length] as Bureau
      const content = await wholeCheck(bureau)
      for (let id = newId(); performance.now() < until; ) {
        const began = performance.now()
        const answer = await (bureau.officer as Caller).ask('inspection.submit', { id, content })
        if (answer.ok) {
          times.push(performance.now() - began)
          id = newId()
        } else if (answer.problem.code === 'transaction.busy') busy++
        else throw new Error(answer.problem.code)
      }
    }
    await Promise.all(Array.from({ length: phones }, (_, i) => phone(i)))
    const context = `${phones} at once, ${SECONDS} s, two function processes, ${busy} told to come again`
    say({ name: `submissions.per.second.${phones}`, value: times.length / SECONDS, unit: '1/s', context })
    say({ name: `submissions.p50.${phones}`, value: quantile(times, 0.5), unit: 'ms', context })
    say({ name: `submissions.p95.${phones}`, value: quantile(times, 0.95), unit: 'ms', context })
  }
  await cloud.close()
}
