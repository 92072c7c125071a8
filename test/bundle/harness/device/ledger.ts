/** One setData, as it would cross from the logic layer to the view. */
export interface SetData {
  /** The page on top when it was sent. */
  page: string
  /** The native component that sent it, `custom-wrapper` for Taro's CustomWrapper; undefined: the page itself. */
  component: string | undefined
  /** UTF-8 bytes of the JSON. */
  bytes: number
  paths: string[]
}

// "setData 的单次数据不能超过 1024KB", WeChat's guide on setData.
const LARGEST = 1024 * 1024

/** Every setData of a phone, in order. A mark is a place in that order. */
export class Ledger {
  readonly entries: SetData[] = []

  /** Notes a setData and returns the data as the view receives it. */
  record(page: string, component: string | undefined, data: object): Record<string, unknown> {
    const text = JSON.stringify(data)
    const bytes = Buffer.byteLength(text)
    if (bytes > LARGEST) throw new Error(`setData of ${bytes} bytes on ${page}: WeChat allows ${LARGEST}`)
    this.entries.push({ page, component, bytes, paths: Object.keys(data) })
    return JSON.parse(text)
  }

  bytesSince(mark: number): number {
    return this.entries.slice(mark).reduce((sum, entry) => sum + entry.bytes, 0)
  }
}
