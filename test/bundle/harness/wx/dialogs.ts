import type { Loose } from '../device/loose'
import type { Bridge, Pending } from './bridge'
import { WxFail } from './fail'

/** What WeChat shows above the page until the person presses one of its buttons. */
export interface Dialog {
  kind: 'modal' | 'sheet'
  title: string
  content: string
  buttons: string[]
  press(button: string): void
}

/** wx.showModal and showActionSheet wait for the person; toasts and loading only show. */
export class Dialogs {
  open: Dialog | undefined
  /** Words of every toast, the latest last. */
  toasts: string[] = []
  loading: string | undefined

  constructor(private readonly bridge: Bridge) {}

  api(): Loose {
    const { bridge } = this
    return {
      showModal: (options: Loose = {}) => this.showModal(options),
      showActionSheet: (options: Loose = {}) => this.showActionSheet(options),
      showToast: bridge.api('showToast', ({ title }) => {
        this.toasts.push(title)
      }),
      hideToast: bridge.api('hideToast', () => ({})),
      showLoading: bridge.api('showLoading', ({ title }) => {
        this.loading = title
      }),
      hideLoading: bridge.api('hideLoading', () => {
        this.loading = undefined
      }),
    }
  }

  private showModal(options: Loose): unknown {
    const pending = this.bridge.begin('showModal', options)
    const { title = '', content = '', showCancel = true } = options
    const { confirmText = '确定', cancelText = '取消' } = options
    this.show(
      { kind: 'modal', title, content, buttons: showCancel ? [cancelText, confirmText] : [confirmText] },
      press => {
        const confirm = press === confirmText
        pending.ok({ confirm, cancel: !confirm, content: options.editable && confirm ? '' : null })
      },
    )
    return pending.returned
  }

  private showActionSheet(options: Loose): unknown {
    const pending: Pending = this.bridge.begin('showActionSheet', options)
    const items: string[] = options.itemList
    this.show(
      { kind: 'sheet', title: options.alertText ?? '', content: '', buttons: [...items, '取消'] },
      press => {
        if (items.includes(press)) pending.ok({ tapIndex: items.indexOf(press) })
        else pending.fail(new WxFail('cancel'))
      },
    )
    return pending.returned
  }

  private show(dialog: Omit<Dialog, 'press'>, answer: (button: string) => void): void {
    const press = (button: string) => {
      if (!dialog.buttons.includes(button))
        throw new Error(
          `the dialog "${dialog.title}" has no button "${button}", only ${dialog.buttons.join(', ')}`,
        )
      this.open = undefined
      answer(button)
    }
    this.open = { ...dialog, press }
  }
}
