import { database } from './cloud'
import type { Collections, Name } from './collections'
import { refuse } from './problem'

const ATTEMPTS = 5
// A slot is folded five minutes after it ended; a write that is older than this when it would commit must not.
const LONGEST_MS = 20_000

/** What may be done inside a transaction: single documents by id. Anything else would silently run outside it. */
export type Transaction = {
  /** The moment this attempt began. */
  startedAt: number
  find<N extends Name>(name: N, id: string): Promise<Collections[N] | undefined>
  add<N extends Name>(name: N, document: Collections[N]): Promise<void>
  put<N extends Name>(name: N, document: Collections[N]): Promise<void>
}

type RawTransaction = Awaited<ReturnType<typeof database.startTransaction>>

/**
 * Runs `work` in one transaction, and again on a conflict: five times at most, with jitter. The SDK itself repeats only
 * a conflict raised at commit; one raised at an operation arrives as errCode -501001 with TransactionConflict in its
 * text. `work` must be able to run twice. Throws `transaction.busy` when it never got through.
 */
export async function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const startedAt = Date.now()
    const raw = await database.startTransaction()
    try {
      const result = await work(over(raw, startedAt))
      if (Date.now() - startedAt > LONGEST_MS) refuse('transaction.busy')
      await raw.commit()
      return result
    } catch (error) {
      await raw.rollback().catch(() => undefined) // a conflict has ended it already
      if (!isConflict(error)) throw error
      if (attempt === ATTEMPTS) refuse('transaction.busy')
      await new Promise(resolve => setTimeout(resolve, 2 ** attempt * 10 * (0.5 + Math.random())))
    }
  }
}

function over(raw: RawTransaction, startedAt: number): Transaction {
  return {
    startedAt,
    async find(name, id) {
      const { data } = await raw.collection(name).doc(id).get()
      return data ?? undefined
    },
    async add(name, document) {
      await raw.collection(name).add({ data: document })
    },
    async put(name, { _id, ...data }) {
      await raw.collection(name).doc(_id).set({ data })
    },
  }
}

// A duplicate `_id` inside a transaction is a conflict too: someone added the same document since we looked.
function isConflict(error: unknown): boolean {
  const { code, errMsg, message } = error as { code?: string; errMsg?: string; message?: string }
  return /TransactionConflict|DATABASE_TRANSACTION_CONFLICT|DuplicateWrite|E11000|duplicate key/i.test(
    `${code} ${errMsg} ${message}`,
  )
}
