import { type Canvas, createCanvas, Image } from '@napi-rs/canvas'
import type { Host } from '../device/host'
import type { Loose } from '../device/loose'

/** The canvas node WeChat gives for `<canvas type="2d">`: a real one, with WeChat's createImage and frames on top. */
export type CanvasNode = Canvas & Loose

/** @param width in canvas pixels, as is `height`; WeChat starts every canvas at 300 × 150 */
export function canvasNode(host: Host, width = 300, height = 150): CanvasNode {
  const node = createCanvas(width, height) as CanvasNode
  node.createImage = () => wxImage(host)
  node.requestAnimationFrame = (run: (time: number) => void) =>
    host.clock.timeout(() => host.run(() => run(host.clock.elapsed)), 16)
  node.cancelAnimationFrame = (id: number) => host.clock.clear(id)
  return node
}

/** An image that loads what the phone has: its files and data: addresses. */
function wxImage(host: Host): Image {
  const image: Loose = new Image()
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(image), 'src')
  Object.defineProperty(image, 'src', {
    set(source: string) {
      host.clock.later(() => {
        try {
          const bytes = source.startsWith('wxfile:') ? Buffer.from(host.files.read(source)) : source
          native?.set?.call(image, bytes)
        } catch (error) {
          host.run(() => image.onerror?.(error))
        }
      })
    },
  })
  return image
}
