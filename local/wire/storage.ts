import { CloudError } from '../errors'
import type { Action } from './call'

const getUploadMetadata: Action = ({ files }, { body }) => ({ data: files.uploadTicket(String(body.path)) })

// WeChat takes at most fifty files in one call; how the backend words its refusal was not seen.
const MOST_FILES = 50

const batchGetDownloadUrl: Action = ({ files }, { body }) => {
  const asked = body.file_list as { fileid: string; max_age?: number }[]
  if (asked.length > MOST_FILES) {
    throw new CloudError('INVALID_PARAM', `file_list holds ${asked.length} files, ${MOST_FILES} at most`)
  }
  const list = asked.map(({ fileid, max_age }) => {
    const url = files.temporaryUrl(fileid, Date.now(), max_age)
    return { code: url ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: url ?? '' }
  })
  return { data: { download_list: list } }
}

const batchDeleteFile: Action = ({ files }, { body }) => ({
  data: {
    delete_list: (body.fileid_list as string[]).map(fileID => ({
      code: files.remove(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
      fileID,
    })),
  },
})

export const storage: Record<string, Action> = {
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
}
