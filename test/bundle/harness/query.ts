import { attribute, type Node, tagOf, textOf, walk } from './view/nodes'

/** What to look for; every given field must match. Texts are compared whole, or by RegExp. */
export interface Query {
  /** All words of the element, blocks on lines of their own. */
  text?: string | RegExp
  /** Tag as the WXML writes it: `button`, `input`, `signature-pad`. */
  tag?: string
  /** aria-role, or the tag when there is none. */
  role?: string
  /** One class. */
  cls?: string
  id?: string
  placeholder?: string | RegExp
  /** aria-label. */
  label?: string | RegExp
  /** Only within the element that matches this. */
  within?: Query | string
  /** The n-th of the matches, from 0. */
  nth?: number
}

export interface Found {
  node: Node
  /** Ancestors, the nearest first. */
  above: Node[]
}

const says = (wanted: string | RegExp, given: unknown) =>
  wanted instanceof RegExp ? wanted.test(String(given ?? '')) : given === wanted

function matches(node: Node, query: Query): boolean {
  if (query.tag !== undefined && tagOf(node) !== query.tag) return false
  if (query.role !== undefined && (attribute(node, 'aria-role') || tagOf(node)) !== query.role) return false
  if (query.id !== undefined && node.id !== query.id) return false
  if (query.cls !== undefined && !node.class.split(/\s+/).includes(query.cls)) return false
  if (query.placeholder !== undefined && !says(query.placeholder, attribute(node, 'placeholder')))
    return false
  if (query.label !== undefined && !says(query.label, attribute(node, 'aria-label'))) return false
  return query.text === undefined || says(query.text, textOf(node))
}

/** The innermost elements that match: of a button and the text in it, the text. */
export function findAll(top: Node, asked: Query | string): Found[] {
  const query: Query = typeof asked === 'string' ? { text: asked } : asked
  const roots = query.within === undefined ? [{ node: top, above: [] }] : findAll(top, query.within)
  const all = roots.flatMap(root => [...walk(root.node, [root.node, ...root.above])])
  const hits = all.filter(({ node }) => matches(node, query))
  const outer = new Set(hits.flatMap(({ above }) => above))
  const innermost = hits.filter(({ node }) => !outer.has(node))
  return query.nth === undefined ? innermost : innermost.slice(query.nth, query.nth + 1)
}

export const describeQuery = (query: Query | string): string =>
  typeof query === 'string'
    ? `"${query}"`
    : JSON.stringify(query, (_, value) => (value instanceof RegExp ? String(value) : value))
