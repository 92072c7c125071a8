import sdk from 'wx-server-sdk'

/** A subscribe message (订阅消息) as `subscribeMessage.send` takes it. */
type SubscribeMessage = {
  touser: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

// The SDK's own types are loose (`any` almost everywhere); what we use of it is typed where it is used.
type Sdk = {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  // biome-ignore lint/suspicious/noExplicitAny: what is read is typed in collections.ts, what is written in transaction.ts
  database(options: { throwOnNotFound: boolean }): any
  getWXContext(): { OPENID?: string; APPID?: string; SOURCE?: string; ENV?: string }
  openapi: { subscribeMessage: { send(message: SubscribeMessage): Promise<unknown> } }
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(options: { fileList: { fileID: string; maxAge: number }[] }): Promise<{
    fileList: { fileID: string; tempFileURL: string; status: number }[]
  }>
}

export const cloud = sdk as unknown as Sdk

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** The database as the SDK gives it; a missing document is `null`, not an exception. */
export const database = cloud.database({ throwOnNotFound: false })

/** Query commands: `_.gt`, `_.in`, … */
export const _ = database.command
