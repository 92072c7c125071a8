import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cloud } from '../../local/cloud'

/**
 * Lets code of a function run in the test's own process, on the real SDK against a laptop cloud, with a switch that
 * cuts the line after so many calls: what a crash between two calls looks like from the database.
 */
export async function inProcess(cloud: Cloud) {
  let left = Number.POSITIVE_INFINITY
  const server = createServer((incoming, outgoing) => {
    if (left-- <= 0) {
      incoming.socket.destroy()
      return
    }
    const { headers, method, url } = incoming as IncomingMessage & { url: string }
    const target = request(`${cloud.url}${url}`, { method, headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(outgoing)
    })
    target.on('error', () => outgoing.destroy())
    incoming.pipe(target)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'laptop',
    SCF_NAMESPACE: 'laptop',
    TENCENTCLOUD_SECRETID: 'laptop',
    TENCENTCLOUD_SECRETKEY: 'laptop',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    TCB_ENV: 'laptop',
    TCB_SEQID: 'test',
    TCB_SOURCE: 'wx_client',
  })
  return {
    /** From now on only so many calls reach the cloud. */
    cutAfter: (calls: number) => {
      left = calls
    },
    mend: () => {
      left = Number.POSITIVE_INFINITY
    },
    close: () => new Promise(resolve => server.close(resolve)),
  }
}
