import type { Host } from '../device/host'
import type { Loose, LooseFunction } from '../device/loose'
import { type Node, tagOf } from '../view/nodes'
import { type CanvasNode, canvasNode } from './canvas'

/** Where an element lies on the screen, px. No layout happens here: the test may say, else the style's size counts. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}
export type Layout = (selector: string, node: Node) => Partial<Box> | undefined

/** The canvases behind `<canvas>` elements, each made when first asked for. */
export class Canvases {
  private nodes = new WeakMap<Node, CanvasNode>()

  constructor(private readonly host: Host) {}

  of(node: Node): CanvasNode {
    const known = this.nodes.get(node)
    if (known) return known
    const made = canvasNode(this.host)
    this.nodes.set(node, made)
    return made
  }
}

const inStyle = (node: Node, side: string) => {
  const match = new RegExp(`(?:^|[;\\s])${side}:\\s*([\\d.]+)px`).exec((node as Loose).style ?? '')
  return match ? Number(match[1]) : undefined
}

/** wx.createSelectorQuery: finds real elements of the rendered tree, in a page or in a component. */
export class Queries {
  constructor(
    private readonly host: Host,
    private readonly canvases: Canvases,
    private readonly layout: Layout,
    private readonly topCaller: () => Loose,
  ) {}

  create(): Loose {
    const asked: { find: (scope: Loose) => unknown; answer?: LooseFunction }[] = []
    let scope: Loose
    const query: Loose = {
      in: (component: Loose) => {
        scope = component
        return query
      },
      select: (selector: string) => ask(selector, false),
      selectAll: (selector: string) => ask(selector, true),
      selectViewport: () => ask('', false),
      exec: (done?: LooseFunction) => {
        this.host.clock.later(() => {
          const caller = scope?.__view?.caller ?? (scope?._$ ? scope : this.topCaller())
          const results = asked.map(({ find, answer }) => {
            const result = find(caller)
            if (answer) this.host.run(() => answer(result))
            return result
          })
          if (done) this.host.run(() => done(results))
        })
        return query
      },
    }
    const ask = (selector: string, all: boolean) => {
      const want = (fields: Loose) => (answer?: LooseFunction) => {
        asked.push({ find: caller => this.find(caller, selector, all, fields), answer })
        return query
      }
      return {
        fields: (fields: Loose, answer?: LooseFunction) => want(fields)(answer),
        boundingClientRect: want({ rect: true, size: true, id: true, dataset: true }),
        scrollOffset: want({ scrollOffset: true }),
        node: want({ node: true }),
        context: want({ context: true }),
      }
    }
    return query
  }

  private find(caller: Loose, selector: string, all: boolean, fields: Loose): unknown {
    if (!selector) return this.host.realm.give({ width: 375, height: 724, scrollTop: 0, scrollLeft: 0 })
    const root = caller?._$?.getShadowRoot?.()
    if (!root) return all ? [] : null
    if (all) return root.querySelectorAll(selector).map((node: Node) => this.describe(selector, node, fields))
    const node = root.querySelector(selector)
    return node ? this.describe(selector, node, fields) : null
  }

  private describe(selector: string, node: Node, fields: Loose): Loose {
    const canvas = tagOf(node) === 'canvas'
    const base = { left: 0, top: 0, width: canvas ? 300 : 375, height: canvas ? 150 : 40 }
    const styled = {
      width: inStyle(node, 'width') ?? base.width,
      height: inStyle(node, 'height') ?? base.height,
    }
    const box = { ...base, ...styled, ...this.layout(selector, node) }
    const { left, top, width, height } = box
    const result = this.host.realm.give({
      ...(fields.id && { id: (node as Loose).id }),
      ...(fields.dataset && { dataset: (node as Loose).dataset }),
      ...(fields.size && { width, height }),
      ...(fields.rect && { left, top, right: left + width, bottom: top + height }),
      ...(fields.scrollOffset && { scrollTop: 0, scrollLeft: 0 }),
    })
    if (fields.node && canvas) result.node = this.canvases.of(node)
    return result
  }
}
