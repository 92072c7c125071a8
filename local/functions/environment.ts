import type { Invocation } from './invocation'

/** The environment id, which CloudBase also puts into file ids. */
export const ENV = 'sanlian-local'
export const APPID = 'wx0000000000local'

/**
 * What every function process has (cloudbase-wire.md §1) and nothing of the machine's own environment: an inherited
 * proxy or a lost TCB_CONTEXT_CNFG would silently mean the real cloud.
 */
export function processEnvironment(admin: string, extra: Record<string, string>): Record<string, string> {
  return {
    ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
    ...extra,
    TZ: 'UTC',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: admin }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: ENV,
    TCB_ENV: ENV,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    NO_PROXY: '127.0.0.1',
  }
}

/** What is set for one invocation; every key that is not here but may have been set before is taken away. */
export function invocationEnvironment(invocation: Invocation): Record<string, string> {
  const { cause } = invocation
  const context: Record<string, string> = { WX_APPID: APPID, WX_CLIENTIP: '127.0.0.1' }
  const rest: Record<string, string> = { TCB_SEQID: invocation.id }
  if (cause.by === 'timer') {
    rest.TRIGGER_SRC = 'timer'
    rest.TCB_SOURCE = 'wx_trigger'
    context.WX_TRIGGER_API_TOKEN_V0 = 'local'
  } else {
    // A function called by a function is not told whose click it was.
    rest.TCB_SOURCE = cause.by === 'function' ? 'wx_client,scf' : 'wx_client'
    context.WX_API_TOKEN = 'local'
    if (cause.by === 'client' && cause.openid !== undefined) context.WX_OPENID = cause.openid
  }
  return { ...rest, ...context, WX_CONTEXT_KEYS: Object.keys(context).join(',') }
}
