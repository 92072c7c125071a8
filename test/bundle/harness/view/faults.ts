import type { Loose } from '../device/loose'
import { componentOf, type Node, tagOf, walk } from './nodes'
import type { Templates } from './templates'

// A tag with a dash is either one of these or a component that ought to be registered.
const builtIn = new Set(
  `cover-view cover-image scroll-view swiper-item movable-view movable-area match-media page-container page-meta
  share-element root-portal rich-text checkbox-group radio-group picker-view picker-view-column open-data web-view
  live-player live-pusher voip-room functional-page-navigator official-account ad-custom navigation-bar sticky-header
  sticky-section grid-view list-view draggable-sheet grid-builder list-builder nested-scroll-header nested-scroll-body
  native-slot keyboard-accessory ad-content-page`.split(/\s+/),
)

/** Tags in the tree that no component answers to: glass-easel renders them as empty elements without a word. */
export function unknownTags(top: Node): string[] {
  const found = new Set<string>()
  for (const { node } of walk(top)) {
    const tag = tagOf(node)
    if (tag.includes('-') && !builtIn.has(tag) && !componentOf(node)) found.add(tag)
  }
  return [...found].map(tag => `<${tag}> is neither a built-in nor a registered component`)
}

/** Nodes of Taro's tree whose template is missing in base.wxml: they would render nothing, without a word. */
export function missingTemplates(data: Loose, templates: Templates): string[] {
  const found = new Set<string>()
  const visit = (node: Loose): void => {
    if (!node || typeof node !== 'object') return
    if (typeof node.nn === 'string' && !hasTemplate(node.nn, templates)) found.add(node.nn)
    for (const child of Object.values(node.cn ?? [])) visit(child)
  }
  if (templates.names.size) visit(data?.root)
  return [...found].map(name => `no template in base.wxml renders a node of kind "${name}"`)
}

// utils.wxs asks for tmpl_<level>_<nn>; inputs have one more per focus state.
const hasTemplate = (kind: string, { names }: Templates): boolean =>
  names.has(`tmpl_0_${kind}`) || names.has(`tmpl_0_${kind}_focus`) || names.has(kind)
