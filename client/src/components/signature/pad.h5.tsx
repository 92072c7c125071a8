import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../button'
import type { PadProps } from './pad.types'

/** The native component's twin in a browser: same look, same events, drawn by pointer. */
export function Pad({ label, onSigned, onCleared }: PadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number }>()
  const [strokes, setStrokes] = useState(0)

  const pen = () => canvas.current?.getContext('2d') as CanvasRenderingContext2D
  const blank = () => {
    const { width, height } = canvas.current as HTMLCanvasElement
    pen().fillStyle = '#ffffff'
    pen().fillRect(0, 0, width, height)
    pen().fillStyle = pen().strokeStyle = '#111111'
    pen().lineWidth = 3
    pen().lineCap = pen().lineJoin = 'round'
  }

  useEffect(() => {
    const node = canvas.current as HTMLCanvasElement
    const dpr = devicePixelRatio || 1
    node.width = node.clientWidth * dpr
    node.height = node.clientHeight * dpr
    pen().scale(dpr, dpr)
    blank()
  }, [])

  const at = (event: React.PointerEvent) => {
    const box = (canvas.current as HTMLCanvasElement).getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const begin = (event: React.PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = at(event)
    pen().beginPath()
    pen().arc(last.current.x, last.current.y, 1.5, 0, 2 * Math.PI)
    pen().fill()
  }
  const move = (event: React.PointerEvent) => {
    const from = last.current
    if (!from) return
    const to = at(event)
    pen().beginPath()
    pen().moveTo(from.x, from.y)
    pen().quadraticCurveTo(from.x, from.y, (from.x + to.x) / 2, (from.y + to.y) / 2)
    pen().lineTo(to.x, to.y)
    pen().stroke()
    last.current = to
  }
  const end = () => {
    if (!last.current) return
    last.current = undefined
    setStrokes(count => count + 1)
  }
  const clear = () => {
    blank()
    setStrokes(0)
    onCleared?.()
  }
  const finish = async () => {
    const blob = await new Promise<Blob | null>(resolve => canvas.current?.toBlob(resolve, 'image/png'))
    if (blob) onSigned(URL.createObjectURL(blob), strokes)
  }

  return (
    <View>
      <View className="signature-pad">
        <canvas
          ref={canvas}
          className="signature-canvas"
          role="img"
          aria-label={label}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
        <View>{strokes === 0 ? <View className="signature-hint">{label}</View> : null}</View>
      </View>
      <View className="signature-row">
        <Button kind="second" text="清除" onPress={clear} />
        <Button text="完成签名" disabled={strokes === 0} onPress={finish} />
      </View>
    </View>
  )
}
