/** A failure the wire answers as `{ code, message }`; the SDK maps `code` to its errCode (wx-server-sdk TCB_ERR_CODE). */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

/** -502001 at the caller: anything the database refuses that has no code of its own. */
export const refused = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)

/** An operator or stage this double (or CloudBase) does not have: named, never answered with an empty list. */
export const unsupported = (name: string) =>
  new CloudError('DATABASE_INVALID_OPERRATOR', `[InvalidOperator] ${name} is not supported`)

/** Text as MongoDB words it, because callers tell a duplicate from other -502001 failures by `E11000`. */
export const duplicate = (collection: string, index: string, key: unknown) =>
  refused(
    `[FailedOperation.DuplicateWrite] E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${JSON.stringify(key)}`,
  )

export const conflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your data or retry the transaction',
  )

export const noTransaction = (limit: number) =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in ${limit / 1000} seconds`,
  )
