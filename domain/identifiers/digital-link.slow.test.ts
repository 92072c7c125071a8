import fc from 'fast-check'
import { gs1CheckDigit } from './check-digits'
import { buildDigitalLink, type DigitalLink, parseDigitalLink } from './digital-link'

/** Elements as the standard writes them: (01)09520123456788(10)ABC123. */
const elements = (uri: string) => {
  const read = parseDigitalLink(uri)
  if (!read.ok) return read.trouble.code
  return `${read.link.path
    .concat(read.link.query)
    .map(one => `(${one[0]})${one[1]}`)
    .join('')}${read.warnings.length ? '!' : ''}`
}

// Examples of the GS1 Digital Link standard, as GS1's own syntax engine repeats them among its tests.
test.each([
  ['https://id.gs1.org/01/09520123456788', '(01)09520123456788'],
  ['https://brand.example.com/01/9520123456788', '(01)09520123456788'],
  ['https://brand.example.com/some-extra/pathinfo/01/9520123456788', '(01)09520123456788'],
  ['https://id.gs1.org/01/09520123456788/22/2A', '(01)09520123456788(22)2A'],
  ['https://id.gs1.org/01/09520123456788/10/ABC123', '(01)09520123456788(10)ABC123'],
  ['https://id.gs1.org/01/09520123456788/21/12345', '(01)09520123456788(21)12345'],
  [
    'https://id.gs1.org/01/09520123456788/10/ABC1/21/12345?17=180426',
    '(01)09520123456788(10)ABC1(21)12345(17)180426',
  ],
  ['https://id.gs1.org/01/09520123456788?3103=000195', '(01)09520123456788(3103)000195'],
  [
    'https://example.com/01/9520123456788?3103=000195&3922=0299&17=201225',
    '(01)09520123456788(3103)000195(17)201225',
  ],
  ['https://id.gs1.org/00/952012345678912345', '(00)952012345678912345'],
  ['https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123', '(01)09520123456788(235)XYZ(10)ABC123'],
  ['HTTP://a/00/006141411234567890', '(00)006141411234567890'],
  ['https://a:65535/01/12312312312333', '(01)12312312312333'],
  ['https://[2001:db8::1]/01/12312312312333', '(01)12312312312333'],
  ['https://a/00/faux/00/006141411234567890', '(00)006141411234567890'],
  ['https://a/gtin/12312312312333/ser/ABC123', '(01)12312312312333(21)ABC123'],
  ['https://a/01/416000336108', '(01)00416000336108'],
  ['https://a/01/02345673', '(01)00000002345673'],
  [
    'https://a/01/12312312312333/22/ABC%2d123?linkType=all&&11=260400',
    '(01)12312312312333(22)ABC-123(11)260400',
  ],
  ['https://a/01/12312312312333/22/ABC+123', '(01)12312312312333(22)ABC+123'],
  ['https://a/01/12312312312333/22/test/10/abc/21/xyz#fragment', '(01)12312312312333(22)test(10)abc(21)xyz'],
  ['http://example.org/gtin/054123450013/lot/ABC%26%2B123', '(01)00054123450013(10)ABC&+123'],
  // Ours.
  [
    'https://id.gs1.org/01/06901234567892/10/20260415A/21/000123',
    '(01)06901234567892(10)20260415A(21)000123',
  ],
  ['https://a/01/12312312312333/', '(01)12312312312333'],
  ['https://a/01/12312312312333?exp=261231', '(01)12312312312333(17)261231'],
])('%s is read', (uri, expected) => expect(elements(uri)).toBe(expected))

test.each([
  ['https://a/01/06901234567893', '(01)06901234567893!'],
  ['https://a/01/06901234567892/21/1/10/A', '(01)06901234567892(10)A(21)1!'],
  ['https://a/01/06901234567892?10=A', '(01)06901234567892(10)A!'],
  ['https://a/01/06901234567892/22/B/235/X', '(01)06901234567892(22)B(235)X!'],
  ['https://a/01/06901234567892?11=260230', '(01)06901234567892(11)260230!'],
  ['https://a/01/06901234567892?11=261300', '(01)06901234567892(11)261300!'],
])('%s is against the standard and read with a warning', (uri, expected) =>
  expect(elements(uri)).toBe(expected),
)

test.each([
  ['ftp://a/01/06901234567892', 'address'],
  ['javascript://a/01/06901234567892', 'address'],
  ['https:///01/06901234567892', 'address'],
  ['https://user@a/01/06901234567892', 'address'],
  ['https://!!/01/06901234567892', 'address'],
  ['https://-/01/06901234567892', 'address'],
  ['https://a..b/01/06901234567892', 'address'],
  ['https://.a/01/06901234567892', 'address'],
  ['https://a:b/01/06901234567892', 'address'],
  ['https://a,b/01/06901234567892', 'address'],
  ['https://a\u3000b/01/06901234567892', 'address'],
  ['https://[fe80::1%25lo]/01/12312312312333', 'address'],
  ['https://a', 'key'],
  ['https://a/b/', 'key'],
  ['https://a/zzz/12312312312333', 'key'],
  ['https://a/01/06901234567892/10', 'pairs'],
  ['https://a/01//12312312312333', 'pairs'],
  ['https://a/01/06901234567', 'value'],
  ['https://a/01/0690123456789X', 'value'],
  ['https://a/01/1231231231233%003', 'value'],
  ['https://a/01/06901234567892/10/123456789012345678901', 'value'],
  ['https://a/01/06901234567892/10/%E6%89%B9', 'value'],
  ['https://a/01/06901234567892/10/A%20B', 'value'],
  ['https://a/01/06901234567892/10/%E6', 'encoding'],
  ['https://a/01/06901234567892/10/100%', 'encoding'],
  ['https://a/01/06901234567892/99/ABC', 'element'],
  ['https://a/01/06901234567892/10/A/10/B', 'element'],
  ['https://a/01/06901234567892/10/A?10=A', 'element'],
  ['https://a/01/06901234567892/11/260415', 'path'],
])('%s is refused: %s', (uri, code) => expect(elements(uri)).toBe(`digitalLink.${code}`))

test('what is no identifier known here is kept as it stood', () => {
  const uri = 'https://a/01/06901234567892?linkType=gs1:pip&3922=0299&flag&11=260415'
  const read = parseDigitalLink(uri)
  expect(read.ok && read.link.others).toEqual(['linkType=gs1:pip', '3922=0299', 'flag'])
  expect(read.ok && buildDigitalLink(read.link)).toEqual({
    ok: true,
    uri: 'https://a/01/06901234567892?11=260415&linkType=gs1:pip&3922=0299&flag',
  })
})

test('qualifiers are put in order: 22, 10, 21', () =>
  expect(
    buildDigitalLink({
      path: [
        ['01', '6901234567892'],
        ['21', '1'],
        ['10', 'A'],
        ['22', 'B'],
      ],
    }),
  ).toEqual({ ok: true, uri: 'https://id.gs1.org/01/06901234567892/22/B/10/A/21/1' }))

test.each<[string, DigitalLink['path']]>([
  ['a wrong check digit', [['01', '6901234567893']]],
  ['no key', [['10', 'A']]],
  ['nothing', []],
  [
    'a batch of 21 characters',
    [
      ['01', '6901234567892'],
      ['10', 'A'.repeat(21)],
    ],
  ],
  [
    'a batch in Chinese',
    [
      ['01', '6901234567892'],
      ['10', '一批'],
    ],
  ],
  [
    'half a surrogate pair',
    [
      ['01', '6901234567892'],
      ['10', '\ud800'],
    ],
  ],
  [
    'an empty batch',
    [
      ['01', '6901234567892'],
      ['10', ''],
    ],
  ],
  [
    'an unknown key',
    [
      ['01', '6901234567892'],
      ['99', 'A'],
    ],
  ],
])('nothing is built with %s', (_, path) =>
  expect(buildDigitalLink({ path })).toEqual({
    ok: false,
    trouble: { code: expect.stringMatching(/^digitalLink\./), message: expect.stringMatching(/。$/) },
  }),
)

test('a piece of the query that would cut the address off is refused', () =>
  expect(
    buildDigitalLink({ path: [['01', '6901234567892']], others: ['a=1#b', 'linkType=all'] }),
  ).toMatchObject({
    ok: false,
    trouble: { code: 'digitalLink.others' },
  }))

test.each(['xn--fiqs8s.cn', 'a.example.', 'shop_1.example', '例子.cn', 'É.fr'])('%s is a host', host =>
  expect(elements(`https://${host}/01/06901234567892`)).toBe('(01)06901234567892'),
)

const SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const text = (most: number) => fc.string({ unit: fc.constantFrom(...SET_82), minLength: 1, maxLength: most })
const link = fc
  .record({
    stem: fc.constantFrom('https://id.gs1.org', 'http://a.example/p/01/q', 'https://例子.cn'),
    gtin: fc
      .array(fc.nat(9), { minLength: 13, maxLength: 13 })
      .map(all => all.join('') + gs1CheckDigit(all.join(''))),
    qualifiers: fc.record({ 22: text(20), 10: text(20), 21: text(20) }, { requiredKeys: [] }),
    made: fc.constantFrom('260415', '240229', '261200'),
    length: fc.nat(999_999).map(metres => String(metres).padStart(6, '0')),
    others: fc.constantFrom([], ['linkType=gs1:pip', '99=A']),
  })
  .map(
    ({ stem, gtin, qualifiers, made, length, others }): DigitalLink => ({
      stem,
      path: [
        ['01', gtin],
        ...(['22', '10', '21'] as const).flatMap(ai =>
          qualifiers[ai as never] ? [[ai, qualifiers[ai as never]] as const] : [],
        ),
      ],
      query: [
        ['11', made],
        ['3110', length],
      ],
      others,
    }),
  )

test('what is built is read back the same, and built again the same', () => {
  fc.assert(
    fc.property(link, one => {
      const built = buildDigitalLink(one)
      expect(built.ok).toBe(true)
      if (!built.ok) return
      expect(built.uri).toMatch(/^[\x21-\x7e例子]+$/)
      const read = parseDigitalLink(built.uri)
      expect(read).toEqual({ ok: true, link: one, warnings: [], notes: [] })
      expect(read.ok && buildDigitalLink(read.link)).toEqual(built)
    }),
    { numRuns: 1000 },
  )
})

test('any address whatever is read or refused, and what is read is written so that it reads the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withQueryParameters: true }),
        fc.string({ unit: 'binary' }).map(t => `https://a/01/06901234567892/10/A?${t}`),
      ),
      uri => {
        const read = parseDigitalLink(uri)
        if (read.ok) expect(buildDigitalLink(read.link)).toMatchObject({ ok: read.warnings.length === 0 })
        else expect(read.trouble.message).toMatch(/。$/)
      },
    ),
    { numRuns: 1000 },
  )
})
