/** What an API fails with: `message` goes behind "<api>:fail ", `fields` beside errMsg. */
export class WxFail extends Error {
  constructor(
    message: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message)
  }
}
