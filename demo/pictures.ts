import { createCanvas } from '@napi-rs/canvas'
import { hashOf } from '../domain/digest'
import { evidencePath, type Photo } from '../domain/evidence'
import type { Chance } from './chance'

export type Upload = (openid: string, path: string, bytes: Uint8Array) => Promise<string>

/** A drawn cross-section of a cable, as a JPEG: a demonstration holds no photograph of anything real. */
export function cablePicture(chance: Chance): Uint8Array {
  const canvas = createCanvas(480, 360)
  const pen = canvas.getContext('2d')
  pen.fillStyle = chance.one(['#e9eef2', '#efeae2', '#e6ece6'])
  pen.fillRect(0, 0, 480, 360)
  const disc = (x: number, y: number, radius: number, colour: string) => {
    pen.fillStyle = colour
    pen.beginPath()
    pen.arc(x, y, radius, 0, 7)
    pen.fill()
  }
  disc(240, 180, 150, chance.one(['#2b2f36', '#40464e', '#6b2f2b']))
  disc(240, 180, 132, '#d7dbe0')
  const cores = chance.between(1, 4)
  for (let core = 0; core < cores; core++) {
    const turn = (core / cores) * Math.PI * 2
    const away = cores === 1 ? 0 : 66
    const [x, y] = [240 + Math.cos(turn) * away, 180 + Math.sin(turn) * away]
    disc(x, y, cores === 1 ? 100 : 54, chance.one(['#b33a3a', '#2f6db3', '#c9a227', '#3b8f5a']))
    for (let wire = 0; wire < 7; wire++) {
      const at = wire === 6 ? 0 : 18
      disc(x + Math.cos(wire) * at, y + Math.sin(wire) * at, 9, '#b87333')
    }
  }
  return canvas.toBuffer('image/jpeg', 72)
}

/** A signature nobody has. */
export function signaturePicture(chance: Chance): Uint8Array {
  const canvas = createCanvas(300, 120)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 300, 120)
  pen.strokeStyle = '#1a2733'
  pen.lineWidth = 4
  pen.beginPath()
  pen.moveTo(30, 70)
  for (let x = 40; x < 270; x += 14) pen.lineTo(x, chance.between(25, 95))
  pen.stroke()
  return canvas.toBuffer('image/png')
}

/** Uploads a picture to the person's own folder and names it as evidence. */
export async function uploaded(
  upload: Upload,
  person: { openid: string; folder: string },
  bytes: Uint8Array,
  takenAt: number,
  chance: Chance,
): Promise<Photo> {
  const kind = bytes[0] === 0xff ? 'jpg' : 'png'
  const file = await upload(person.openid, evidencePath(person.folder, `${chance.hex()}.${kind}`), bytes)
  return { file, sha256: hashOf(bytes), bytes: bytes.length, takenAt, album: false }
}
