import type { Action } from './call'

const getUploadMetadata: Action = ({ files }, { body }) => ({ data: files.uploadTicket(String(body.path)) })

const batchGetDownloadUrl: Action = ({ files }, { body }) => ({
  data: {
    download_list: (body.file_list as { fileid: string; max_age?: number }[]).map(({ fileid, max_age }) => {
      const url = files.temporaryUrl(fileid, Date.now(), max_age)
      return { code: url ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: url ?? '' }
    }),
  },
})

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
