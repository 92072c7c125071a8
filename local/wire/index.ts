import { CloudError } from '../errors'
import { passing } from '../kill'
import type { Doc } from '../store/ejson'
import { named } from '../store/match'
import { aggregates } from './aggregate'
import type { Action, Call, Far } from './call'
import { documents } from './documents'
import { functions } from './functions'
import { storage } from './storage'
import { transactions } from './transactions'

const ACTIONS: Record<string, Action> = {
  ...documents,
  ...aggregates,
  ...transactions,
  ...functions,
  ...storage,
}

/** Answers one request of the SDK; a failure is an answer too: `{ code, message }`. */
export async function answer(far: Far, call: Call, requestId: string): Promise<Doc> {
  try {
    const action = Object.hasOwn(ACTIONS, call.action) ? ACTIONS[call.action] : undefined
    if (!action) throw new CloudError('INVALID_PARAM', `the local cloud has no action ${call.action}`)
    warnOfEscape(far, call)
    const done = await action(far, call)
    if (call.body.transactionId && call.action.endsWith('Document')) passing('operation')
    return { ...done, requestId }
  } catch (error) {
    const { code, message } = named(error)
    if (!(error instanceof CloudError))
      far.warn(`${call.action} failed: ${error instanceof Error ? error.stack : error}`)
    return { code, message, requestId }
  }
}

// The SDK sends where().update, where().remove, count and aggregate without the transaction they were called on, so
// they take effect at once and stay after an abort (cloudbase-wire.md §7).
const ESCAPING = new Set([
  'database.insertDocument',
  'database.calculateDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.aggregateDocuments',
])

function warnOfEscape(far: Far, { action, body, invocation }: Call) {
  if (!invocation || body.transactionId || !ESCAPING.has(action)) return
  if (far.store.transactions.openOf(invocation.id)) {
    far.warn(
      `${invocation.fn}: ${action} on ${body.collectionName} runs outside the transaction that is open`,
    )
  }
}
