import type { Loose } from './device/loose'
import { describeQuery, type Found, findAll, type Query } from './query'
import { attribute, htmlOf, isOn, listens, type Node, tagOf, textOf, walk } from './view/nodes'
import type { Dialogs } from './wx/dialogs'
import type { Canvases } from './wx/query'

export type { Query } from './query'

interface Parts {
  root: () => Node
  canvases: Canvases
  dialogs: Dialogs
  run: (work: () => void) => void
  settle: () => Promise<void>
}

type Point = readonly [x: number, y: number]

/** Built-in components that answer a tap by themselves. */
const answersTaps = new Set(['button', 'navigator', 'label'])
/** Built-in components with a gesture of their own: tapping them in a test does not do what a person's tap does. */
const ownGesture: Record<string, string> = {
  switch: 'change',
  picker: 'pick',
  slider: 'change',
  checkbox: 'change',
}

/**
 * What the person sees and does. A query is the visible text of an element (the innermost one that has exactly this
 * text), or a Query. Gestures settle the phone and throw what the mini-program threw.
 */
export class Screen {
  /** What stands in a field that the mini-program does not control. */
  private typed = new WeakMap<Node, { value: unknown; before: unknown }>()
  private focused: Node | undefined

  constructor(private readonly parts: Parts) {}

  // ---- looking ----

  /** All words on the page, a line per block; `query`: only those within that element. */
  text(query?: Query | string): string {
    return textOf(query === undefined ? this.parts.root() : this.get(query))
  }

  /** The elements that match, the innermost ones only. */
  find(query: Query | string): Node[] {
    return this.findAll(query).map(found => found.node)
  }

  has(query: Query | string): boolean {
    return this.find(query).length > 0
  }

  /** The one element that matches. @throws with the whole tree when there is none or more than one */
  get(query: Query | string): Node {
    return this.one(query).node
  }

  attr(query: Query | string, name: string): unknown {
    return attribute(this.get(query), name)
  }

  /** What a field shows. */
  value(query: Query | string): unknown {
    return this.valueOf(this.get(query))
  }

  isDisabled(query: Query | string): boolean {
    const { node, above } = this.one(query)
    return disabledAmong([node, ...above]) !== undefined
  }

  /** The rendered tree as markup, for debugging. */
  html(): string {
    return htmlOf(this.parts.root())
  }

  /** The canvas behind a `<canvas>`: read its pixels through getContext('2d').getImageData. */
  canvas(query: Query | string = { tag: 'canvas' }) {
    return this.parts.canvases.of(this.get(query))
  }

  // ---- doing ----

  /** Presses; with a dialog open, presses the dialog's button of that text. */
  async tap(query: Query | string): Promise<void> {
    const { dialogs } = this.parts
    if (dialogs.open) {
      if (typeof query !== 'string') throw new Error(`the dialog "${dialogs.open.title}" covers the page`)
      dialogs.open.press(query)
      return this.parts.settle()
    }
    const found = this.one(query)
    this.mustAnswerTap(found, query)
    this.leaveFocus(found.node)
    const touch = { identifier: 0, clientX: 1, clientY: 1, pageX: 1, pageY: 1 }
    this.send(found.node, 'touchstart', {}, { touches: [touch], changedTouches: [touch] })
    this.send(found.node, 'touchend', {}, { changedTouches: [touch] })
    this.send(found.node, 'tap', { x: 1, y: 1 }, { changedTouches: [touch] })
    this.submitForm([found.node, ...found.above])
    await this.parts.settle()
  }

  async longPress(query: Query | string): Promise<void> {
    this.send(this.get(query), 'longpress', { x: 1, y: 1 })
    await this.parts.settle()
  }

  /** Empties a field and types `value`; the field keeps the focus until another element is used. */
  async input(query: Query | string, value: string): Promise<void> {
    const found = this.field(query)
    const most = Number(attribute(found.node, 'maxlength') ?? 140)
    const kept = most >= 0 ? value.slice(0, most) : value
    if (this.focused !== found.node) {
      this.leaveFocus(found.node)
      this.focused = found.node
      this.send(found.node, 'focus', { value: this.valueOf(found.node), height: 300 })
    }
    this.typed.set(found.node, { value: kept, before: attribute(found.node, 'value') })
    this.send(found.node, 'input', { value: kept, cursor: kept.length, keyCode: 0 })
    await this.parts.settle()
  }

  /** Leaves a field. */
  async blur(query: Query | string): Promise<void> {
    this.focused = undefined
    const node = this.get(query)
    this.send(node, 'blur', { value: this.valueOf(node), cursor: 0 })
    await this.parts.settle()
  }

  /** Presses the keyboard's own button (完成, 搜索). */
  async confirm(query: Query | string): Promise<void> {
    const node = this.get(query)
    this.send(node, 'confirm', { value: this.valueOf(node) })
    await this.parts.settle()
  }

  /** Gives a switch, picker, slider or group its new value: boolean, index, date string, array of values. */
  async change(query: Query | string, value: unknown): Promise<void> {
    const { node } = this.field(query)
    if (!listens(node, 'change'))
      throw new Error(`<${tagOf(node)}> does not listen to change\n${this.html()}`)
    this.leaveFocus(node)
    this.typed.set(node, { value, before: attribute(node, attributeOf(node)) })
    this.send(node, 'change', { value })
    await this.parts.settle()
  }

  /** Chooses an entry of a selector picker by its words; `query` finds the picker or anything inside it. */
  async pick(query: Query | string, words: string): Promise<void> {
    const { node, above } = this.one(query)
    const picker = [node, ...above].find(at => tagOf(at) === 'picker')
    if (!picker) throw new Error(`no picker around ${describeQuery(query)}\n${this.html()}`)
    if (attribute(picker, 'mode') === 'date') return this.pickDay(picker, words)
    const key = attribute(picker, 'range-key') as string | undefined
    const range = ((attribute(picker, 'range') as Loose[]) ?? []).map(item => String(key ? item[key] : item))
    const index = range.indexOf(words)
    if (index < 0) throw new Error(`the picker offers ${range.join(', ')}, not "${words}"`)
    if (isOn(picker, 'disabled')) throw new Error('the picker is disabled')
    this.leaveFocus(picker)
    this.send(picker, 'change', { value: String(index) }) // WeChat gives the index as a string
    await this.parts.settle()
  }

  /** The wheel of days stops at its first and last one. */
  private async pickDay(picker: Node, day: string): Promise<void> {
    const [start, end] = [attribute(picker, 'start'), attribute(picker, 'end')]
    if ((start && day < String(start)) || (end && day > String(end)))
      throw new Error(`the picker offers ${start} to ${end}, not ${day}`)
    this.leaveFocus(picker)
    this.send(picker, 'change', { value: day })
    await this.parts.settle()
  }

  /** Draws with one finger through these points, px within the element. */
  async draw(query: Query | string, points: readonly Point[]): Promise<void> {
    const node = this.get(query)
    const touch = ([x, y]: Point) => ({ identifier: 0, x, y, clientX: x, clientY: y, pageX: x, pageY: y })
    const [first, ...others] = points.map(touch)
    this.send(node, 'touchstart', {}, { touches: [first], changedTouches: [first] })
    for (const at of others) this.send(node, 'touchmove', {}, { touches: [at], changedTouches: [at] })
    this.send(node, 'touchend', {}, { touches: [], changedTouches: [others[others.length - 1] ?? first] })
    await this.parts.settle()
  }

  /** Any other event of a built-in or native component: scrolltolower, load, error, a component's own. */
  async fire(query: Query | string, event: string, detail: object = {}): Promise<void> {
    const node = this.get(query)
    if (!listens(node, event)) throw new Error(`<${tagOf(node)}> does not listen to ${event}\n${this.html()}`)
    this.send(node, event, detail)
    await this.parts.settle()
  }

  // ---- inside ----

  private findAll(query: Query | string): Found[] {
    return findAll(this.parts.root(), query)
  }

  private one(query: Query | string): Found {
    const found = this.findAll(query)
    if (found.length === 1) return found[0]
    throw new Error(`${found.length} elements match ${describeQuery(query)}\n${this.html()}`)
  }

  private field(query: Query | string): Found {
    const found = this.one(query)
    const disabled = disabledAmong([found.node])
    if (disabled) throw new Error(`${describeQuery(query)} is disabled`)
    return found
  }

  /** What this field shows. */
  valueOf(node: Node): unknown {
    const typed = this.typed.get(node)
    const now = attribute(node, attributeOf(node))
    return typed && typed.before === now ? typed.value : now
  }

  private mustAnswerTap({ node, above }: Found, query: Query | string): void {
    const line = [node, ...above]
    const disabled = disabledAmong(line)
    if (disabled) throw new Error(`${describeQuery(query)} is disabled: a tap on it does nothing`)
    const gesture = ownGesture[tagOf(node)]
    if (gesture) throw new Error(`use screen.${gesture}() for a <${tagOf(node)}>`)
    const answers = (at: Node) =>
      listens(at, 'tap') || (answersTaps.has(tagOf(at)) && !listens(at, 'tap') && isActive(at))
    if (!line.some(answers))
      throw new Error(`nothing from ${describeQuery(query)} upwards answers a tap\n${this.html()}`)
  }

  private leaveFocus(next: Node): void {
    const left = this.focused
    this.focused = undefined
    if (left && left !== next) this.send(left, 'blur', { value: this.valueOf(left), cursor: 0 })
  }

  private send(node: Node, type: string, detail: object, extraFields: Record<string, unknown> = {}): void {
    const bubbles = /^(tap$|touch|longpress|longtap|transition|animation)/.test(type)
    this.parts.run(() =>
      node.triggerEvent(type, detail, {
        bubbles,
        composed: bubbles,
        capturePhase: bubbles,
        extraFields: { touches: [], changedTouches: [], ...extraFields },
      }),
    )
  }

  /** What a built-in button does by itself: form-type. */
  private submitForm(line: Node[]): void {
    const at = line.findIndex(node => tagOf(node) === 'button')
    const type = at < 0 ? undefined : attribute(line[at], 'form-type')
    const form = type ? line.slice(at).find(node => tagOf(node) === 'form') : undefined
    if (!form) return
    if (type === 'reset') {
      this.send(form, 'reset', {})
      return
    }
    const value: Record<string, unknown> = {}
    for (const { node } of walk(form)) {
      const name = attribute(node, 'name')
      if (typeof name === 'string' && name) value[name] = this.valueOf(node)
    }
    this.send(form, 'submit', { value })
  }
}

/** A button that does something without `bindtap`. */
const isActive = (node: Node) =>
  tagOf(node) !== 'button' || Boolean(attribute(node, 'form-type') || attribute(node, 'open-type'))

const attributeOf = (node: Node) =>
  ['switch', 'checkbox', 'radio'].includes(tagOf(node)) ? 'checked' : 'value'

const disables = new Set(['button', 'input', 'textarea', 'picker', 'switch', 'slider', 'checkbox', 'radio'])

const disabledAmong = (line: Node[]) => line.find(node => disables.has(tagOf(node)) && isOn(node, 'disabled'))
