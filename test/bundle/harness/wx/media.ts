import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Host } from '../device/host'
import type { Loose } from '../device/loose'
import type { Bridge } from './bridge'
import { WxFail } from './fail'

/** What the camera sees: one picture for ever, or a function asked at each shot. JPEG or PNG bytes. */
export type Photo = Uint8Array | (() => Uint8Array)

/** A JPEG of coloured stripes, different for each `seed`. */
export function stripes(seed = 0, width = 640, height = 480): Uint8Array {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  for (let x = 0; x < width; x += 20) {
    pen.fillStyle = `hsl(${(x + seed * 47) % 360}, 60%, 50%)`
    pen.fillRect(x, 0, 20, height)
  }
  return canvas.toBuffer('image/jpeg', 80)
}

const isPng = (bytes: Uint8Array) => bytes[0] === 0x89 && bytes[1] === 0x50

const decode = (bytes: Uint8Array) =>
  loadImage(Buffer.from(bytes)).catch(() => {
    throw new WxFail('decode image failed')
  })

/** wx.chooseMedia, chooseImage, compressImage, getImageInfo, canvasToTempFilePath: real pictures in, real pictures out. */
export function mediaApi(host: Host, bridge: Bridge, photo: Photo): Loose {
  const { files } = host

  const shoot = (): { path: string; size: number } => {
    const bytes = typeof photo === 'function' ? photo() : photo
    return { path: files.addTemporary(bytes, isPng(bytes) ? 'png' : 'jpg'), size: bytes.byteLength }
  }

  function chooseMedia() {
    const { path, size } = shoot()
    return { type: 'image', tempFiles: [{ tempFilePath: path, size, fileType: 'image' }] }
  }

  function chooseImage() {
    const { path, size } = shoot()
    return { tempFilePaths: [path], tempFiles: [{ path, size }] }
  }

  async function getImageInfo({ src }: Loose) {
    const bytes = files.read(src)
    const { width, height } = await decode(bytes)
    return { width, height, path: src, orientation: 'up', type: isPng(bytes) ? 'png' : 'jpeg' }
  }

  async function compressImage({ src, quality = 80, compressedWidth, compressedHeight }: Loose) {
    const image = await decode(files.read(src))
    const ratio = image.height / image.width
    const width = compressedWidth ?? (compressedHeight ? compressedHeight / ratio : image.width)
    const canvas = createCanvas(Math.round(width), Math.round(compressedHeight ?? width * ratio))
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
    return { tempFilePath: files.addTemporary(await canvas.encode('jpeg', quality), 'jpg') }
  }

  async function canvasToTempFilePath(options: Loose) {
    const { canvas, fileType = 'png', quality = 0.92 } = options
    if (!canvas?.getContext) throw new WxFail('invalid canvas')
    const { x = 0, y = 0, width = canvas.width - x, height = canvas.height - y } = options
    const out = createCanvas(options.destWidth ?? width, options.destHeight ?? height)
    out.getContext('2d').drawImage(canvas, x, y, width, height, 0, 0, out.width, out.height)
    const bytes =
      fileType === 'jpg' ? await out.encode('jpeg', Math.round(quality * 100)) : await out.encode('png')
    return { tempFilePath: files.addTemporary(bytes, fileType) }
  }

  return {
    chooseMedia: bridge.api('chooseMedia', chooseMedia),
    chooseImage: bridge.api('chooseImage', chooseImage),
    getImageInfo: bridge.api('getImageInfo', getImageInfo),
    compressImage: bridge.api('compressImage', compressImage),
    canvasToTempFilePath: bridge.api('canvasToTempFilePath', canvasToTempFilePath),
  }
}
