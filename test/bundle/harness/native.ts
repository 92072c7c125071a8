import { Phone, type PhoneOptions } from './phone'

/** One native component of the build, alone on a phone's screen. */
export interface Native {
  /** `phone.screen` finds and touches what the component renders; `phone.screen.canvas()` is its real canvas. */
  phone: Phone
  /** The component's instance: data, methods. */
  // biome-ignore lint/suspicious/noExplicitAny: a component of the mini-program's realm
  component: any
  /** Changes properties, as the page around it would. */
  set(properties: Record<string, unknown>): Promise<void>
}

/**
 * Mounts a native component of the build by its path without ending. Functions among the properties listen to the
 * component's events of that name.
 * @example
 * const signed = jest.fn()
 * const { phone } = await mountNative('native/sign-pad/index', { label: '签名', signed: event => signed(event.detail) })
 * await phone.screen.draw({ tag: 'canvas' }, [[10, 10], [90, 40]])
 */
export async function mountNative(
  name: string,
  properties: Record<string, unknown> = {},
  options: PhoneOptions = {},
): Promise<Native> {
  const phone = new Phone(options)
  const stage = await phone.stage(name, properties)
  return {
    phone,
    component: stage.component,
    async set(changes) {
      stage.set(changes)
      await phone.settle()
    },
  }
}
