/**
 * Which characters a TrueType font can draw, read from its `cmap` table (OpenType specification, format 12: groups of
 * first code point, last code point, first glyph).
 *
 * @throws RangeError when the font has no such table
 */
export function glyphsOf(font: Buffer): (codePoint: number) => boolean {
  const start = tableAt(font, 'cmap')
  const count = font.readUInt16BE(start + 2)
  for (let i = 0; i < count; i++) {
    const at = start + font.readUInt32BE(start + 4 + i * 8 + 4)
    if (font.readUInt16BE(at) === 12) return covers(font, at)
  }
  throw new RangeError('the font has no table of all its characters')
}

function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let i = 0; i < count; i++) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  throw new RangeError(`the font has no table ${tag}`)
}

function covers(font: Buffer, at: number) {
  const groups = font.readUInt32BE(at + 12)
  return (codePoint: number): boolean => {
    let [low, high] = [0, groups - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = at + 16 + middle * 12
      if (codePoint < font.readUInt32BE(group)) high = middle - 1
      else if (codePoint > font.readUInt32BE(group + 4)) low = middle + 1
      else return true
    }
    return false
  }
}
