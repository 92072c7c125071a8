import { type Doc, decode } from './ejson'

const MOST_CHARACTERS = 48_000_000

/** Parsed documents of the newest committed state. Whoever gets one must not change it. */
export class Cache {
  private readonly docs = new Map<string, { doc: Doc; size: number }>()
  private size = 0

  get(name: string): Doc | undefined {
    return this.docs.get(name)?.doc
  }

  /** Parses and remembers. */
  put(name: string, text: string): Doc {
    const doc = decode(text)
    this.drop(name)
    this.docs.set(name, { doc, size: text.length })
    this.size += text.length
    while (this.size > MOST_CHARACTERS) this.drop(this.docs.keys().next().value as string)
    return doc
  }

  drop(name: string) {
    const known = this.docs.get(name)
    if (!known) return
    this.size -= known.size
    this.docs.delete(name)
  }
}
