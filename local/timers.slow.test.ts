import { testCloud } from './fixtures/cloud'

test('the timers of config.json run by themselves, and not after the cloud is closed', async () => {
  const cloud = await testCloud({ timers: true })
  await new Promise(resolve => setTimeout(resolve, 3500))
  const runs = (await cloud.documents('runs')).length
  expect(runs).toBeGreaterThanOrEqual(2)
  expect(runs).toBeLessThanOrEqual(4)
  await cloud.end()
}, 15_000)
