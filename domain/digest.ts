import sha256 from 'fast-sha256'

/**
 * JSON with sorted keys and without undefined members: the same content has the same text on every machine.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(v => canonical(v === undefined ? null : v)).join(',')}]`
  if (value && typeof value === 'object') {
    const record = value as Record<string, unknown>
    const members = Object.keys(record)
      .filter(key => record[key] !== undefined)
      .sort()
      .map(key => `${JSON.stringify(key)}:${canonical(record[key])}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** SHA-256 of bytes, in lower-case hex. */
export const hashOf = (bytes: Uint8Array): string =>
  Array.from(sha256(bytes), byte => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export const textHash = (text: string): string => hashOf(utf8(text))

/** The digest of one submission: what the device keeps and the server must have received. */
export const digestOf = (path: string, content: unknown): string => textHash(canonical({ path, content }))

// A mini-program has no TextEncoder, and older iOS no look-behind.
function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    let code = character.codePointAt(0) as number
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd // a lone surrogate has no UTF-8 form
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
  }
  return Uint8Array.from(bytes)
}
