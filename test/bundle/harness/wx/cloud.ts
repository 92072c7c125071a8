import type { Host } from '../device/host'
import type { Loose } from '../device/loose'
import type { Bridge } from './bridge'
import { WxFail } from './fail'
import type { Network } from './network'

/** The far end of wx.cloud, given by the test. */
export interface FarEnd {
  /** The function's return value. What it throws reaches the mini-program as a failed function (errCode -404011). */
  call(name: string, data: unknown): unknown
  /** Stores a file and returns its file id (`cloud://…`). */
  upload?(cloudPath: string, bytes: Uint8Array): Promise<string> | string
  /** A file's bytes, by file id or address. */
  download?(file: string): Promise<Uint8Array> | Uint8Array
  /** Temporary address of a file id. */
  address?(fileId: string): Promise<string> | string
}

// "云函数 event 不能超过 100KB": the client refuses what is larger. Measured in UTF-8 bytes of the JSON here.
const LARGEST_EVENT = 100 * 1024

const copy = (value: unknown) => JSON.parse(JSON.stringify(value ?? {}))

const absent = (what: string) => () => {
  throw new Error(`this phone was started without \`${what}\``)
}

/** wx.cloud over the given far end. */
export function cloudApi(host: Host, bridge: Bridge, network: Network, far: FarEnd): Loose {
  let request = 0
  const download = far.download ?? absent('download')
  const upload = far.upload ?? absent('upload')
  const address = far.address ?? ((id: string) => id.replace('cloud://', 'https://files.example/'))

  async function callFunction({ name, data }: Loose) {
    const event = copy(data)
    if (Buffer.byteLength(JSON.stringify(event)) > LARGEST_EVENT)
      throw new WxFail('data exceed max size', { errCode: -501002 })
    request += 1
    try {
      return { result: copyResult(await far.call(name, event)), requestID: `request-${request}` }
    } catch (error) {
      throw new WxFail(`cloud function execution error: ${(error as Error).message}`, { errCode: -404011 })
    }
  }

  async function uploadFile({ cloudPath, filePath }: Loose) {
    const bytes = host.files.read(filePath)
    return { fileID: await upload(cloudPath, bytes), statusCode: 204 }
  }

  async function downloadFile({ fileID }: Loose) {
    return { tempFilePath: host.files.addTemporary(await download(fileID), 'bin'), statusCode: 200 }
  }

  async function getTempFileURL({ fileList }: Loose) {
    const one = async (item: Loose) => {
      const fileID = item.fileID ?? item
      return { fileID, tempFileURL: await address(fileID), maxAge: 86400, status: 0, errMsg: 'ok' }
    }
    return { fileList: await Promise.all(fileList.map(one)) }
  }

  let ready = false
  const afterInit = (api: (options: Loose) => unknown) => (options: Loose) => {
    if (!ready) throw new Error('Cloud API isn’t enabled, please call wx.cloud.init first')
    return api(options)
  }
  return {
    init: (options: Loose) => {
      ready = true
      bridge.note('cloud.init', options)
    },
    callFunction: afterInit(network.carry('cloud.callFunction', callFunction)),
    uploadFile: afterInit(network.carry('cloud.uploadFile', uploadFile)),
    downloadFile: afterInit(network.carry('cloud.downloadFile', downloadFile)),
    getTempFileURL: afterInit(network.carry('cloud.getTempFileURL', getTempFileURL)),
  }
}

const copyResult = (value: unknown) => (value === undefined ? null : JSON.parse(JSON.stringify(value)))
