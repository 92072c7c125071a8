import { readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const TEXTUAL = /^(text|application\/json|image\/svg)/

export const typeOf = (path: string) => TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'

// A name that holds the hash of its content never changes its meaning.
const HASHED = /\.[0-9a-f]{8}\.(js|css)$/

/** Serves a folder; a path that is no file and has no extension gets index.html, for the router in the page. */
export class Static {
  private readonly packed = new Map<string, { version: number; bytes: Buffer }>()

  constructor(private readonly folder: string) {}

  /** @returns false when there is nothing to serve */
  serve(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    const file = this.find(path)
    if (!file) return false
    const type = typeOf(file.path)
    const headers: Record<string, string | number> = {
      'content-type': type,
      'cache-control': HASHED.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'last-modified': new Date(file.version).toUTCString(),
      vary: 'accept-encoding',
    }
    if (request.headers['if-modified-since'] === headers['last-modified']) {
      response.writeHead(304, headers).end()
      return true
    }
    const packing = TEXTUAL.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const bytes = packing ? this.pack(file.path, file.version) : readFileSync(file.path)
    if (packing) headers['content-encoding'] = 'gzip'
    response.writeHead(200, { ...headers, 'content-length': bytes.length })
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return true
  }

  private find(path: string): { path: string; version: number } | undefined {
    const inside = normalize(path).replace(/^([/\\])+/, '')
    if (inside.split(sep).includes('..') || inside.includes('\0')) return undefined
    const tries =
      inside === '' || inside === '.' ? ['index.html'] : extname(inside) ? [inside] : [inside, 'index.html']
    for (const each of tries) {
      const whole = join(this.folder, each)
      const facts = statSync(whole, { throwIfNoEntry: false })
      if (facts?.isFile()) return { path: whole, version: facts.mtimeMs }
    }
    return undefined
  }

  private pack(path: string, version: number): Buffer {
    const known = this.packed.get(path)
    if (known?.version === version) return known.bytes
    const bytes = gzipSync(readFileSync(path))
    this.packed.set(path, { version, bytes })
    return bytes
  }
}
