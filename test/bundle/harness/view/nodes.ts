import * as glassEasel from 'glass-easel'
import type { Loose } from '../device/loose'

export type Node = glassEasel.Element
type Any = glassEasel.Node

const { TextNode, VirtualNode } = glassEasel

export const isText = (node: Any): node is glassEasel.TextNode => TextNode.isTextNode(node)

/** Composed children: shadow trees and slots are flattened, virtual nodes left out. */
export function children(node: Any): Any[] {
  const found: Any[] = []
  if (isText(node)) return found
  node.forEachComposedChild(child => {
    if (VirtualNode.isVirtualNode(child)) found.push(...children(child))
    else found.push(child)
  })
  return found
}

/** Tag as the WXML writes it. */
export const tagOf = (node: Node): string => (node as Loose).tagName ?? (node as Loose).is

/** Path of the native component behind a tag; undefined: a built-in one, or none at all. */
export const componentOf = (node: Node): string | undefined =>
  glassEasel.NativeNode.isNativeNode(node) ? undefined : (node as Loose).is

/** An attribute, `true` and `''` alike for boolean ones; undefined when absent. */
export function attribute(node: Node, name: string): unknown {
  const native = node as Loose
  const value = native.getAttribute ? native.getAttribute(name) : undefined
  return value === null ? undefined : value
}

export const isOn = (node: Node, name: string): boolean => {
  const value = attribute(node, name)
  return value === true || value === 'true'
}

/** Whether the element itself says that it is not shown. What a style sheet hides is not known here. */
export const isHidden = (node: Node): boolean =>
  isOn(node, 'hidden') || /display:\s*none/.test((node as Loose).style ?? '')

/** Every shown element under `top`, in reading order, with its ancestors, the nearest first. */
export function* walk(top: Any, above: Node[] = []): Generator<{ node: Node; above: Node[] }> {
  for (const child of children(top)) {
    if (isText(child) || isHidden(child as Node)) continue
    const node = child as Node
    yield { node, above }
    yield* walk(node, [node, ...above])
  }
}

const inline = new Set(['text', 'label', 'span'])

/** The words under a node as one reads them: blocks on lines of their own. */
export function textOf(node: Any): string {
  const lines = ['']
  const visit = (at: Any): void => {
    if (isText(at)) {
      lines[lines.length - 1] += at.textContent
      return
    }
    if (isHidden(at as Node)) return
    const block = !inline.has(tagOf(at as Node))
    if (block) lines.push('')
    for (const child of children(at)) visit(child)
    if (block) lines.push('')
  }
  for (const child of isText(node) ? [node] : children(node)) visit(child)
  return lines
    .map(line => line.trim())
    .filter(Boolean)
    .join('\n')
}

/** Whether WXML binds `event` on this very node. */
export function listens(node: Node, event: string): boolean {
  const target = (node as Loose)._$eventTarget
  return Boolean(target?.listeners?.[event] || target?.captureListeners?.[event])
}

const shown = (value: unknown) => value !== '' && value !== undefined && value !== null

/** The tree as indented markup, for error messages. */
export function htmlOf(node: Any, indent = ''): string {
  if (isText(node)) return `${indent}${node.textContent}\n`
  const element = node as Loose
  const attributes = ((element.attributes ?? []) as { name: string; value: unknown }[])
    .filter(item => shown(item.value))
    .map(item => ` ${item.name}=${JSON.stringify(item.value)}`)
  const name = `${tagOf(element)}${element.id ? `#${element.id}` : ''}${element.class ? `.${element.class}` : ''}`
  const inside = children(node).map(child => htmlOf(child, `${indent}  `))
  return `${indent}<${name}${attributes.join('')}>\n${inside.join('')}`
}
