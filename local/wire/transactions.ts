import { passing } from '../kill'
import { type Action, transactionOf } from './call'

const startTransaction: Action = ({ store }, { invocation }) => {
  const { id } = store.transactions.begin(invocation?.id ?? '')
  passing('begin')
  return { transactionId: id }
}

const commitTransaction: Action = (far, call) => {
  const transaction = transactionOf(far, call)
  passing('before-commit')
  if (transaction) far.store.commit(transaction)
  passing('after-commit')
  return {}
}

const abortTransaction: Action = (far, call) => {
  const transaction = transactionOf(far, call)
  if (transaction) far.store.transactions.end(transaction)
  return {}
}

export const transactions: Record<string, Action> = {
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
}
