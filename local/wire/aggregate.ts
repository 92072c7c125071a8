import { aggregate } from '../store/aggregate'
import { decode, encode, type Value } from '../store/ejson'
import type { Action } from './call'

const aggregateDocuments: Action = ({ store }, { body, now }) => {
  const pipeline = (body.stages as { stageKey: string; stageValue: string }[]).map(
    ({ stageKey, stageValue }): [string, Value] => [stageKey, decode(stageValue, now)],
  )
  return { data: { list: aggregate(store, String(body.collectionName), pipeline).map(encode) } }
}

export const aggregates: Record<string, Action> = { 'database.aggregateDocuments': aggregateDocuments }
