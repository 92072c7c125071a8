import { consentForm, consentId } from '../../domain/message'
import * as z from '../../domain/zod'
import { read, write } from '../kernel/procedure'
import { templateIds } from './channels'

/** The ids a client asks consent for, by kind of message; none where this deployment has no such channel. No call. */
export const templates = read('anyone', z.strictObject({}), async () => templateIds())

/** Enters what the person has just agreed to in WeChat's own window: one message per kind. */
export const consent = write('anyone', consentForm, async (submission, form) => {
  const { person } = submission.caller
  for (const kind of form.kinds) {
    const _id = consentId(person, kind)
    const known = await submission.find('consents', _id)
    submission.file(
      'consents',
      known
        ? { ...known, granted: known.granted + 1, at: submission.at }
        : { _id, person, kind, granted: 1, used: 0, at: submission.at },
      !known,
    )
  }
  return { kinds: form.kinds }
})
