import fs from 'node:fs'
import path from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import { writeFixture } from './fixture/write'
import { startPhone } from './phone'
import { takePicture } from './picture'

test('a picture is as wide as a phone and as tall as the page', async () => {
  const root = writeFixture()
  const phone = await startPhone({ root })
  const file = path.join(root, 'pictures/home.png')
  await takePicture(phone, file, { scale: 1 })
  const picture = await loadImage(file)
  expect(picture.width).toBe(375)
  expect(picture.height).toBeGreaterThan(724)
  phone.kill()
  fs.rmSync(root, { recursive: true })
})
