import { firstLoad } from '../bench/sizes'

test('a browser fetches at most 230 KB, gzipped, before the first page shows', () => {
  const bytes = firstLoad()
  expect(bytes).toBeGreaterThan(50_000) // index.html names its scripts
  expect(bytes).toBeLessThanOrEqual(230_000)
})
