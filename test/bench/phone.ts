import { efforts, weights } from '../bundle/steps'
import { effortOfTen } from '../bundle/task-steps'
import { freshCloud, openBureau } from '../functions/bureau'
import type { Result } from './say'

/** Taps of the shortest paths, and bytes between logic and view, on the compiled mini-program. */
export async function phone(say: (result: Result) => void): Promise<void> {
  const cloud = await freshCloud()
  const bureau = await openBureau(cloud)
  const sent = await weights(cloud, bureau)
  const context = 'check of a producer, 22 items, setData as JSON'
  say({ name: 'setdata.check.open', value: sent.open, unit: 'bytes', context })
  say({
    name: 'setdata.check.answer',
    value: Math.max(...sent.answers),
    unit: 'bytes',
    context: `${context}, the largest of 22`,
  })
  say({
    name: 'setdata.check.finding',
    value: sent.finding,
    unit: 'bytes',
    context: `${context}, 不符合 with its panel`,
  })
  say({ name: 'setdata.check.keystroke', value: sent.keystroke, unit: 'bytes', context })
  const paths = Object.entries({
    ...(await efforts(cloud, bureau)),
    assign10: await effortOfTen(cloud, bureau),
  })
  for (const [path, { taps, typed }] of paths) {
    say({ name: `taps.${path}`, value: taps, unit: 'taps', context: `${typed} characters typed` })
  }
  await cloud.close()
}
