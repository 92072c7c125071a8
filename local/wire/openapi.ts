import { CloudError } from '../errors'
import type { Invocation } from '../functions/invocation'
import type { Wechat } from '../wechat'

/** What `wx.openApi` needs of the cloud. */
export interface OpenApi {
  wechat: Wechat
  /** `permissions.openapi` of a function's config.json. */
  permissions: (fn: string) => readonly string[]
}

/** WeChat's own code for a function that may not call an API: its config.json does not name it. */
const NO_PERMISSION = -604101

/**
 * `wx.openApi`: a multipart form with a protobuf in it, answered by a protobuf (cloudbase-wire.md, openapi). One API is
 * known; another is an error by its name.
 *
 * @returns the bytes of CommOpenApiResp
 */
export function openApi(
  { wechat, permissions }: OpenApi,
  form: Map<string, Buffer>,
  { invocation, now }: { invocation?: Invocation; now: number },
): Buffer {
  const api = form.get('apiName')?.toString() ?? ''
  if (api !== 'subscribeMessage.send')
    throw new CloudError('INVALID_PARAM', `the local cloud does not know wx.openApi ${api}`)
  if (invocation && !permissions(invocation.fn).includes(api)) return response({ errorCode: NO_PERMISSION })
  const answer = wechat.send(pairsOf(form.get('requestData') ?? Buffer.alloc(0)), now)
  return response({ data: Buffer.from(JSON.stringify(answer)), type: 'application/json; encoding=utf-8' })
}

/** The fields of a multipart body as the SDK's form-data writes it: no file among them. */
export function formOf(body: Buffer, contentType: string): Map<string, Buffer> | undefined {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (!boundary) return undefined
  const fields = new Map<string, Buffer>()
  const mark = Buffer.from(`--${boundary}`)
  let at = body.indexOf(mark)
  for (
    let next = body.indexOf(mark, at + mark.length);
    next > 0;
    next = body.indexOf(mark, at + mark.length)
  ) {
    const part = body.subarray(at + mark.length + 2, next - 2) // CRLF after the mark, CRLF before the next
    const end = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, end).toString())?.[1]
    if (name) fields.set(name, part.subarray(end + 4))
    at = next
  }
  return fields
}

// CommApiData { 2: OpenApiData { 1: repeated KeyValuePair { 1: key, 2: value } } }; each value is JSON.
function pairsOf(message: Buffer): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const data of membersOf(message, 2))
    for (const pair of membersOf(data, 1)) {
      const [key, value] = [membersOf(pair, 1)[0], membersOf(pair, 2)[0]]
      if (key && value) values[key.toString()] = JSON.parse(value.toString())
    }
  return values
}

/** The length-delimited members with this number; others are passed over. */
function membersOf(message: Buffer, wanted: number): Buffer[] {
  const found: Buffer[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++]
      if (byte === undefined) throw new CloudError('INVALID_PARAM', 'requestData is no message')
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (at < message.length) {
    const tag = varint()
    const kind = tag & 7
    if (kind === 0) varint()
    else if (kind === 2) {
      const length = varint()
      if (tag >> 3 === wanted) found.push(message.subarray(at, at + length))
      at += length
    } else throw new CloudError('INVALID_PARAM', `requestData has a member of kind ${kind}`)
  }
  return found
}

// CommOpenApiResp { 1: respData, 2: contentType, 3: int32 errorCode, 4: httpCode }
function response({ data, type, errorCode }: { data?: Buffer; type?: string; errorCode?: number }): Buffer {
  return Buffer.concat([
    ...(data ? [delimited(1, data)] : []),
    ...(type ? [delimited(2, Buffer.from(type))] : []),
    ...(errorCode ? [Buffer.from([3 << 3]), varintOf(BigInt.asUintN(64, BigInt(errorCode)))] : []),
    Buffer.from([4 << 3]),
    varintOf(200n),
  ])
}

const delimited = (number: number, bytes: Buffer) =>
  Buffer.concat([Buffer.from([(number << 3) | 2]), varintOf(BigInt(bytes.length)), bytes])

function varintOf(value: bigint): Buffer {
  const bytes: number[] = []
  let left = value
  do {
    bytes.push(Number(left & 0x7fn) | (left > 0x7fn ? 0x80 : 0))
    left >>= 7n
  } while (left > 0n)
  return Buffer.from(bytes)
}
