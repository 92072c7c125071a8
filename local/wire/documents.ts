import { CloudError, refused } from '../errors'
import { type Doc, decode, encode, isPlain } from '../store/ejson'
import type { Sort } from '../store/plan'
import { projector } from '../store/project'
import { type Action, type Call, type Far, filterOf, transactionOf } from './call'

// get() gives 100 rows when no limit is named and never more than 1000 (the SDK cuts too; cloudbase-wire.md §2, §7).
const DEFAULT = 100
const MOST = 1000

const addCollection: Action = ({ store }, { body }) => {
  store.create(String(body.collectionName))
  return {}
}

const insertDocument: Action = async (far, call) => {
  const collection = far.store.collection(call.body.collectionName)
  const transaction = transactionOf(far, call)
  warnOfServerDate(far, call)
  const docs = (call.body.data as string[]).map(text => contentOf(text, call.now))
  return { data: { insertedIds: await far.store.insert(collection, docs, transaction) } }
}

const getDocument: Action = (far, call) => {
  const { body } = call
  const collection = far.store.collection(body.collectionName)
  const transaction = transactionOf(far, call)
  const one = body.queryType === 'DOC'
  const limit = one ? 1 : Math.min(wholeOr(body.limit, DEFAULT) || DEFAULT, MOST)
  const skip = one ? 0 : wholeOr(body.offset, 0)
  const rows = far.store.reader.find(
    collection,
    filterOf(call),
    { sort: sortOf(body.order), skip, limit },
    transaction,
  )
  const project = body.projection ? projector(decode(body.projection)) : undefined
  const list = rows.map(({ key, name }) =>
    project
      ? encode(project(far.store.reader.doc(key, name, transaction) as Doc))
      : far.store.reader.text(key, name, transaction),
  )
  return { data: { offset: skip, limit: one ? 0 : limit, list } }
}

const calculateDocument: Action = (far, call) => {
  const collection = far.store.collection(call.body.collectionName)
  return { data: { total: far.store.reader.count(collection, filterOf(call)) } }
}

const modifyDocument: Action = async (far, call) => {
  const { body, now } = call
  const collection = far.store.collection(body.collectionName)
  const transaction = transactionOf(far, call)
  warnOfServerDate(far, call)
  const filter = filterOf(call)
  const data = contentOf(body.data, now)
  if (body.merge === false) {
    if (!body.upsert || !('_id' in filter))
      throw new CloudError('INVALID_PARAM', 'set needs the id of a document')
    const done = await far.store.set(collection, filter._id, data, transaction)
    return { data: { updated: done.updated, upsert_id: done.added ? filter._id : null } }
  }
  const updated = await far.store.update(collection, filter, data, body.multi !== false, transaction)
  return { data: { updated, upsert_id: null } }
}

const removeDocument: Action = async (far, call) => {
  const collection = far.store.collection(call.body.collectionName)
  const transaction = transactionOf(far, call)
  const deleted = await far.store.remove(collection, filterOf(call), call.body.multi !== false, transaction)
  return { data: { deleted } }
}

function contentOf(text: string, now: number): Doc {
  const content = decode(text, now)
  if (!isPlain(content)) throw refused('data is not an object')
  return content
}

function sortOf(order: string | undefined): Sort {
  if (!order) return []
  return Object.entries(decode(order)).map(([path, way]) => [path, way === -1 ? -1 : 1])
}

function wholeOr(value: unknown, other: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : other
}

function warnOfServerDate(far: Far, { body }: Call) {
  if (body.transactionId && JSON.stringify(body.data).includes('$tcb_server_date')) {
    far.warn(
      'a server date inside a transaction: CloudBase has been seen to refuse it (node-sdk tests, 2021)',
    )
  }
}

export const documents: Record<string, Action> = {
  'database.addCollection': addCollection,
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.removeDocument': removeDocument,
}
