import fs from 'node:fs'
import path from 'node:path'
import type { Loose } from './device/loose'
import type { Phone } from './phone'
import { attribute, children, componentOf, isHidden, isOn, isText, type Node, tagOf } from './view/nodes'

// Rough likenesses of WeChat's built-in components, enough to see our own styles in place.
const builtIn = `
inner-{display:contents}*{box-sizing:border-box}body{margin:0;font:16px/1.4 "Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif}
view,wx-form,picker,checkbox-group,radio-group,swiper,swiper-item,cover-view,custom-wrapper,comp{display:block}
scroll-view{display:block;overflow:auto}text{white-space:pre-line}wx-label{display:inline}
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden;background:#eee}wx-image[src]{background:none}
wx-image>img{width:100%;height:100%;display:block}wx-canvas{display:block;width:300px;height:150px}
wx-button{display:block;padding:0 14px;font-size:18px;line-height:2.56;text-align:center;border-radius:5px;
background:#f8f8f8;color:#000}wx-button[disabled]{opacity:.4}
wx-input{display:flex;align-items:center;height:1.4em;overflow:hidden}wx-textarea{display:block;width:300px;height:150px}
.placeholder{color:#808080}
switch{display:inline-block;width:52px;height:32px;border-radius:16px;background:#dfdfdf}switch[checked]{background:#04be02}
`

// These names mean something else to a browser, so they are drawn under another one.
const renamed = new Set([
  'image',
  'button',
  'input',
  'textarea',
  'video',
  'map',
  'form',
  'label',
  'audio',
  'canvas',
])

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: unknown) => String(text).replace(/[&<>"]/g, char => escapes[char])

/** The page on top as one HTML document without any outside reference. */
export function pageHtml(phone: Phone): string {
  const used = new Set<string>()
  const top = phone.stack.top
  if (!top) throw new Error('no page is open')
  const body = children(top.view.root)
    .map(node => drawNode(phone, node, used))
    .join('')
  const sheet = (name: string) => readSheet(phone.root, `${name}.wxss`)
  const css = [
    builtIn,
    `@scope (:root) to ([data-of]) { ${sheet('app')}\n${sheet(top.route)} }`,
    ...[...used].map(name => `@scope ([data-of="${name}"]) to (:scope [data-of]) { ${sheet(name)} }`),
  ].join('\n')
  return `<!doctype html><html><head><meta charset="utf-8"><style>${css}</style></head><body>${body}</body></html>`
}

function drawNode(phone: Phone, node: Loose, used: Set<string>): string {
  if (isText(node)) return escapeHtml(node.textContent)
  if (isHidden(node as Node)) return ''
  const element = node as Loose
  const tag = tagOf(element)
  const name = renamed.has(tag) ? `wx-${tag}` : tag
  const attributes = [
    `class="${escapeHtml(element.class ?? '')}"`,
    `style="${escapeHtml(toCss(element.style ?? ''))}"`,
    element.id ? `id="${escapeHtml(element.id)}"` : '',
    ...['disabled', 'checked'].filter(key => isOn(element, key)),
    ...['type', 'size', 'src']
      .filter(key => attribute(element, key))
      .map(key => `${key}="${escapeHtml(attribute(element, key))}"`),
  ]
  const drawn =
    drawInside(phone, element, tag) ??
    children(element)
      .map(child => drawNode(phone, child, used))
      .join('')
  const component = componentOf(element)
  const inside =
    component && isIsolated(phone, component) ? `<inner- data-of="${component}">${drawn}</inner->` : drawn
  if (component) used.add(component)
  return `<${name} ${attributes.join(' ')}>${inside}</${name}>`
}

// A component's styles and the page's do not see each other, unless its json says so. Content of a slot counts as inside.
function isIsolated(phone: Phone, component: string): boolean {
  const config = phone.view.templates.configs.find(([name]) => name === component)?.[1]
  return (config?.styleIsolation ?? 'isolated') === 'isolated'
}

/** What a built-in component shows beyond its children. */
function drawInside(phone: Phone, element: Node, tag: string): string | undefined {
  if (tag === 'image') {
    const fit = /Fill/.test(String(attribute(element, 'mode'))) ? 'cover' : 'contain'
    const source = attribute(element, 'src')
    return source ? `<img style="object-fit:${fit}" src="${escapeHtml(toData(phone, String(source)))}">` : ''
  }
  if (tag === 'input' || tag === 'textarea') {
    const value = phone.screen.valueOf(element)
    if (value) return escapeHtml(value)
    return `<span class="placeholder">${escapeHtml(attribute(element, 'placeholder') ?? '')}</span>`
  }
  if (tag === 'canvas') return `<img style="width:100%" src="${phone.canvases.of(element).toDataURL()}">`
  return undefined
}

const kinds: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
}

/** A file of the phone or of the build as a data: address. */
function toData(phone: Phone, source: string): string {
  if (/^(data|https?):/.test(source)) return source
  const kind = kinds[source.split('.').pop() ?? ''] ?? 'image/png'
  const inBuild = path.join(phone.root, source)
  const onPhone = phone.files.isFile(source)
  if (!onPhone && !fs.existsSync(inBuild)) return ''
  const bytes = onPhone ? phone.files.read(source) : fs.readFileSync(inBuild)
  return `data:${kind};base64,${Buffer.from(bytes).toString('base64')}`
}

/** 750 rpx are the width of the screen. */
const toCss = (wxss: string) => wxss.replace(/(-?[\d.]+)rpx/g, 'calc($1 * 100vw / 750)')

function readSheet(root: string, name: string): string {
  const file = path.join(root, name)
  if (!fs.existsSync(file)) return ''
  const text = fs.readFileSync(file, 'utf8')
  const imported = text.replace(/@import\s+(?:url\()?["']([^"']+)["']\)?;?/g, (_, other: string) =>
    readSheet(root, path.posix.join(path.posix.dirname(name), other)),
  )
  const asHtml = imported.replace(
    /(^|[},\s])(image|button|input|textarea|label|form)(?=[\s,{.:[>])/g,
    '$1wx-$2',
  )
  return toCss(asHtml).replace(/(^|[},\s])page(?=[\s,{.:[])/g, '$1body')
}
