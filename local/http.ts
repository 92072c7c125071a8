import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { CloudError } from './errors'
import { LARGEST_FILE } from './files'
import { LARGEST_EVENT } from './functions'
import { FunctionError } from './functions/worker'
import { Static, typeOf } from './static'

/** What the routes ask of the cloud. */
export interface Behind {
  /** `type`: the request's content type; the answer's is said with it. */
  admin(body: Buffer, seqId: string, type: string): Promise<{ type: string; body: string | Buffer }>
  call(fn: string, event: object, openid: string | undefined, now: number | undefined): Promise<unknown>
  fire(fn: string, trigger: string, now: number | undefined): Promise<unknown>
  upload(openid: string, path: string, bytes: Buffer): string
  putFile(path: string, authorization: string | undefined, bytes: Buffer): boolean
  getFile(path: string, sign: string, until: number): Buffer | undefined
  health(): object
}

/** A refusal with an HTTP status. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

const LARGEST_WIRE = 64 * 1024 * 1024
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i
const OPENID = /^[A-Za-z0-9_-]{1,64}$/

/** Listens on 127.0.0.1 only. Rejects with code EADDRINUSE when the port is taken. */
export function listen(port: number, behind: Behind, folder?: string): Promise<Server> {
  const files = folder === undefined ? undefined : new Static(folder)
  const server = createServer((request, response) => {
    route(request, response, behind, files).catch(error => fail(response, error))
  })
  server.keepAliveTimeout = 30_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

async function route(request: IncomingMessage, response: ServerResponse, behind: Behind, files?: Static) {
  const { origin, host = '' } = request.headers
  // A page elsewhere may point its own name at 127.0.0.1; its requests then carry that name.
  if (!LOOPBACK.test(host)) throw new Refusal(403, 'this host is not served here')
  if (origin !== undefined && !LOOPBACK.test(origin.replace(/^https?:\/\//, ''))) {
    throw new Refusal(403, 'this origin may not ask')
  }
  if (origin !== undefined) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('vary', 'origin')
  }
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT')
    response.setHeader('access-control-allow-headers', 'content-type, x-openid, x-now')
    response.setHeader('access-control-max-age', '600')
    response.writeHead(204).end()
    return
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const [, first, ...rest] = partsOf(url.pathname)
  if (request.method === 'POST') await post(request, response, behind, url, first, rest)
  else if (request.method === 'PUT' && first === 'files') {
    const done = behind.putFile(
      rest.join('/'),
      one(request.headers.authorization),
      await bodyOf(request, LARGEST_FILE),
    )
    response.writeHead(done ? 200 : 403, { 'content-type': 'application/xml' })
    response.end(done ? '' : cosError('SignatureDoesNotMatch', 'the upload was not signed for this path'))
  } else if (request.method === 'GET' || request.method === 'HEAD')
    get(request, response, behind, url, first, rest, files)
  else throw new Refusal(405, `no ${request.method} here`)
}

async function post(
  request: IncomingMessage,
  response: ServerResponse,
  behind: Behind,
  url: URL,
  first: string,
  rest: string[],
) {
  if (first === 'admin' && rest.length === 0) {
    if (request.headers.origin !== undefined)
      throw new Refusal(403, 'pages may not speak the wire of functions')
    const asked = await bodyOf(request, LARGEST_WIRE)
    const type = one(request.headers['content-type']) ?? ''
    const done = await behind.admin(asked, url.searchParams.get('seqId') ?? '', type)
    response.writeHead(200, { 'content-type': done.type }).end(done.body)
  } else if (first === 'call' && rest.length === 1) {
    const openid = openidOf(request)
    const event = eventOf(await bodyOf(request, LARGEST_EVENT))
    json(response, 200, await behind.call(rest[0], event, openid, clockOf(request)))
  } else if (first === 'timer' && rest.length === 2) {
    json(response, 200, await behind.fire(rest[0], rest[1], clockOf(request)))
  } else if (first === 'upload' && rest.length === 0) {
    const openid = openidOf(request)
    if (openid === undefined) throw new Refusal(401, 'an upload needs x-openid')
    const bytes = await bodyOf(request, LARGEST_FILE)
    json(response, 200, { fileID: behind.upload(openid, url.searchParams.get('path') ?? '', bytes) })
  } else throw new Refusal(404, 'nothing here')
}

function get(
  request: IncomingMessage,
  response: ServerResponse,
  behind: Behind,
  url: URL,
  first: string,
  rest: string[],
  files?: Static,
) {
  if (first === 'health' && rest.length === 0) return json(response, 200, behind.health())
  if (first === 'files') {
    const path = rest.join('/')
    const sign = url.searchParams.get('sign') ?? ''
    const bytes = behind.getFile(path, sign, Number(url.searchParams.get('t')))
    if (!bytes) throw new Refusal(403, 'this address is not valid, or no longer')
    response.writeHead(200, {
      'content-type': typeOf(path),
      'content-length': bytes.length,
      // What a user uploaded is looked at, never run.
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return
  }
  if (!files?.serve(request, response, decoded(url.pathname))) throw new Refusal(404, 'nothing here')
}

const partsOf = (path: string) => path.split('/').map(decoded)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal(400, 'the address is not readable')
  }
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header)

function openidOf(request: IncomingMessage): string | undefined {
  const openid = one(request.headers['x-openid'])
  if (openid === undefined) return undefined
  // wx-server-sdk turns a value of digits into a number.
  if (!OPENID.test(openid) || /^\d+$/.test(openid)) throw new Refusal(400, 'x-openid is not an openid')
  return openid
}

function clockOf(request: IncomingMessage): number | undefined {
  const now = one(request.headers['x-now'])
  if (now === undefined) return undefined
  if (!/^\d{1,15}$/.test(now)) throw new Refusal(400, 'x-now is not a time in milliseconds')
  return Number(now)
}

function eventOf(body: Buffer): object {
  let event: unknown
  try {
    event = body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
  } catch {
    throw new Refusal(400, 'the event is not JSON')
  }
  if (event === null || typeof event !== 'object' || Array.isArray(event))
    throw new Refusal(400, 'the event is not an object')
  return event
}

function bodyOf(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      // What is too large is read to its end and thrown away, so that the answer can be read.
      if (size <= most) chunks.push(chunk)
      else chunks.length = 0
      if (size > 4 * LARGEST_WIRE) request.destroy()
    })
    request.on('end', () =>
      size > most ? reject(new Refusal(413, `more than ${most} bytes`)) : resolve(Buffer.concat(chunks)),
    )
    request.on('error', reject)
    request.on('close', () => reject(new Error('the request was broken off')))
  })
}

function json(response: ServerResponse, status: number, value: unknown) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value ?? null))
}

const cosError = (code: string, message: string) =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`

const STATUS: Record<string, number> = {
  INVALID_PARAM: 400,
  STORAGE_EXCEED_AUTHORITY: 403,
  FUNCTION_NOT_FOUND: 404,
  TRIGGER_NOT_FOUND: 404,
}

function fail(response: ServerResponse, error: unknown) {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Refusal) json(response, error.status, { error: message })
  else if (error instanceof CloudError)
    json(response, STATUS[error.code] ?? 500, { error: message, code: error.code })
  else if (error instanceof FunctionError)
    json(response, error.reason === 'timeout' ? 504 : 500, { error: message, reason: error.reason })
  else json(response, 500, { error: message })
}
