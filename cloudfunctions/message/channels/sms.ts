import type { Adapter } from './channel'

/**
 * 短信: off. It reaches a telephone without WeChat, which is why an office may want it for what is overdue. It needs the
 * office's own contract with a sender, an approved signature and template, a budget per message, and the agreement of
 * those who get it; numbers would be read from `people.phone` here and nowhere else. Until a deployment brings that,
 * nothing is queued for it.
 */
export const sms: Adapter = {
  id: 'sms',
  consent: false,
  on: () => false,
  send: async () => ({ state: 'wrong', reason: 'no sender is connected' }),
}
