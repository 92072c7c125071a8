import { type ApplicationIdentifier, identifierOf, spoken } from './application-identifiers'
import { parseDigitalLink, writeDigitalLink } from './digital-link'
import { gtinPrefix } from './gtin'
import { type Plain, withText } from './look-alikes'
import { broken, type CodeReading, doubtful, part, sound } from './reading'

/** Whether a text is meant as a web address: then its look-alikes are left alone, they belong to the domain. */
export const isLink = (text: string): boolean => /^([a-z][a-z\d+.-]*:\/\/|[\w.-]+\.[a-z]{2,}\/)/i.test(text)

/** Reads a GS1 Digital Link for people. */
export function readLink(plain: Plain): CodeReading {
  const read = parseDigitalLink(plain.text)
  if (!read.ok)
    return Object.assign(
      broken('digitalLink', withText(plain, plain.text.slice(0, 300)), '', read.trouble.message),
      { trouble: read.trouble },
      read.trouble.code === 'digitalLink.key' ? { kind: undefined, name: '网址' } : {},
    )
  const link = read.link
  const written = { text: writeDigitalLink(link), swaps: plain.swaps.concat(read.notes) }
  const parts = link.path.concat(link.query).map(one => {
    const known = identifierOf(one[0]) as ApplicationIdentifier
    return part(known.label, spoken(known, one[1]))
  })
  if (link.path[0]?.[0] === '01') parts.push(part('前缀', gtinPrefix(link.path[0][1])))
  if (link.others.length) parts.push(part('其他（原样保留）', link.others.join('&')))
  return read.warnings.length
    ? doubtful('digitalLink', written, 'doubtful', read.warnings.join('；'), [], parts)
    : sound('digitalLink', written, '内容和校验码正确。', parts)
}
