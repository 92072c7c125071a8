import type { Trouble } from '../trouble'
import { type ApplicationIdentifier, faultOf, identifierOf, QUALIFIERS } from './application-identifiers'
import { gtin14, isGtinLength } from './gtin'

/** An application identifier's number and its value, not percent-encoded. */
export type Element = readonly [ai: string, value: string]

/** A GS1 Digital Link, taken apart. */
export type DigitalLink = {
  /** Scheme, domain and whatever path stands before the key, without a slash at the end: `https://id.gs1.org`. */
  stem: string
  /** The primary key first, then its qualifiers in order. */
  path: readonly Element[]
  /** Attributes: dates, weights, lengths. */
  query: readonly Element[]
  /** Pieces of the query that are no identifier known here, as they stood: `linkType=gs1:pip`. */
  others: readonly string[]
}

export type ParsedLink =
  /** `warnings`: what the standard forbids, but could be read. `notes`: old forms that were read as today's. */
  { ok: true; link: DigitalLink; warnings: string[]; notes: string[] } | { ok: false; trouble: Trouble }

/** Labels of letters and digits of any script, or an IPv6 address; then a port. */
const HOST =
  /^(\[[\da-f:.]+\]|[a-z\d\u00a1-\uffff][\w\u00a1-\uffff-]*(\.[a-z\d\u00a1-\uffff][\w\u00a1-\uffff-]*)*\.?)(:\d{1,5})?$/

/** 0 for the key itself, then its qualifiers; -1 for what does not belong to it. */
const placeOf = (key: string, ai: string) => [key].concat(QUALIFIERS[key] || []).indexOf(ai)

const refused = (code: string, message: string) => ({
  ok: false as const,
  trouble: { code: `digitalLink.${code}`, message },
})

/**
 * Takes apart a GS1 Digital Link URI (GS1 Digital Link URI Syntax 1.x, uncompressed). Keys 01 and 00 with their
 * qualifiers; any domain and path before them; the old short names; GTINs of 8, 12, 13 digits are filled up to 14.
 */
export function parseDigitalLink(uri: string): ParsedLink {
  const cut = /^(?:([a-z][a-z\d+.-]*:)\/\/)?([^/?#]*)([^?#]*)\??([^#]*)/i.exec(uri) as RegExpExecArray
  const scheme = (cut[1] ?? 'https:').toLowerCase()
  const host = (cut[2] as string).toLowerCase()
  if (!/^https?:$/.test(scheme) || !HOST.test(host) || /\s/.test(host))
    return refused('address', '应以https://或http://和域名开头，请重新扫码。')

  const segments = (cut[3] as string).replace(/\/$/, '').split('/').slice(1)
  const isKey = (segment = '') => QUALIFIERS[identifierOf(segment)?.ai ?? ''] !== undefined
  // From the right: a path before the key may have segments that look like one.
  let start = segments.length - 2
  while (start >= 0 && !isKey(segments[start])) start -= 2
  if (start < 0)
    return segments.some(isKey)
      ? refused('pairs', '编码和内容没有成对出现，请重新扫码。')
      : refused('key', '是普通网址，没有商品或物流单元的GS1编码。')

  type Piece = { known: ApplicationIdentifier; value: string; inPath: boolean }
  const found: Piece[] = []
  const warnings: string[] = []
  const notes: string[] = []
  const has = (ai: string) => found.some(one => one.known.ai === ai)
  /** Takes one element in; what stands against it, if anything does. */
  const take = (name: string, raw: string, inPath: boolean) => {
    const known = identifierOf(name)
    let value = decode(raw)
    if (!known || has(known.ai))
      return refused('element', `“${name.slice(0, 20)}”不可用在这里，或出现了两次，请重新扫码。`)
    if (value === undefined) return refused('encoding', `${known.label}的百分号编码不完整，请重新扫码。`)
    if (known.ai === '01' && value.length < 14 && isGtinLength(value)) {
      value = gtin14(value)
      notes.push('GTIN补足14位')
    }
    if (name !== known.ai) notes.push(`“${name}”读作“${known.ai}”`)
    const fault = faultOf(known, value)
    if (fault?.fatal) return refused('value', `${fault.words}，请重新扫码。`)
    if (fault) warnings.push(fault.words)
    found.push({ known, value, inPath })
    return undefined
  }
  const others: string[] = []
  let fault: ReturnType<typeof take>
  for (let i = start; i < segments.length && !fault; i += 2)
    fault = take(segments[i] as string, segments[i + 1] as string, true)
  ;(cut[4] as string).split('&').forEach(piece => {
    const equals = piece.indexOf('=')
    if (equals > 0 && identifierOf(piece.slice(0, equals)))
      fault = fault || take(piece.slice(0, equals), piece.slice(equals + 1), false)
    else if (piece) others.push(piece)
  })
  if (fault) return fault

  const key = (found[0] as Piece).known.ai
  const place = (one: Piece) => placeOf(key, one.known.ai)
  const stray = found.find(one => one.inPath && place(one) < 0)
  if (stray) return refused('path', `${stray.known.label}不能放在路径里，请重新扫码。`)
  // Beside a third party's serial number a batch is an attribute.
  const path = found.filter(one => one.inPath || (place(one) >= 0 && !has('235')))
  const sorted = path.slice().sort((a, b) => place(a) - place(b))
  if (path.some((one, i) => !one.inPath || one !== sorted[i])) warnings.push('路径中的次序不合标准')
  if (sorted.length > 2 && path.some(one => one.known.ai === '235'))
    warnings.push('第三方序列号不与其他限定码同用')
  const element = (one: Piece): Element => [one.known.ai, one.value]
  return {
    ok: true,
    link: {
      stem: `${scheme}//${[host].concat(segments.slice(0, start)).join('/')}`,
      path: sorted.map(element),
      query: found.filter(one => path.indexOf(one) < 0).map(element),
      others,
    },
    warnings,
    notes,
  }
}

/**
 * The canonical URI of a link: GTIN of 14 digits, qualifiers in order, everything percent-encoded but letters, digits
 * and `-._~`. Refuses what a reader would warn of. Without a stem it leads to GS1's own resolver.
 */
export function buildDigitalLink(
  link: Pick<DigitalLink, 'path'> & Partial<DigitalLink>,
): { ok: true; uri: string } | { ok: false; trouble: Trouble } {
  const key = link.path[0]?.[0] ?? ''
  if (link.path.some(one => placeOf(key, one[0]) < 0))
    return refused('path', '路径只能有主键和属于它的限定码。')
  // A reader would take what follows for a fragment and lose it.
  if (link.others?.some(one => /#/.test(one))) return refused('others', '其他参数中不能有“#”。')
  const path = link.path.slice().sort((a, b) => placeOf(key, a[0]) - placeOf(key, b[0]))
  const read = parseDigitalLink(
    writeDigitalLink({ stem: 'https://id.gs1.org', query: [], others: [], ...link, path }),
  )
  if (!read.ok) return read
  return read.warnings.length
    ? refused('value', `${read.warnings[0]}。`)
    : { ok: true, uri: writeDigitalLink(read.link) }
}

/** The URI of a link that was read; whatever was wrong in it stays so. */
export function writeDigitalLink({ stem, path, query, others }: DigitalLink): string {
  const attributes = query.map(one => `${one[0]}=${encode(one[1])}`).concat(others)
  return `${stem}/${path.map(one => `${one[0]}/${encode(one[1])}`).join('/')}${attributes.length ? `?${attributes.join('&')}` : ''}`
}

/** Undefined where a percent sign is not followed by what UTF-8 allows. */
function decode(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw)
  } catch {
    return undefined
  }
}

/** A lone surrogate, at which encodeURIComponent throws, cannot stand in any value; the check of values refuses its stand-in. */
const encode = (value: string): string =>
  encodeURIComponent(value.replace(/[\ud800-\udfff]/g, '\ufffd')).replace(
    /[!'()*]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
