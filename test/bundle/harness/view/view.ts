import path from 'node:path'
import * as glassEasel from 'glass-easel'
import {
  type AssociatedBackend,
  type CodeSpace,
  MiniProgramEnv,
  type Root,
} from 'glass-easel-miniprogram-adapter'
import type { Host } from '../device/host'
import type { Loose } from '../device/loose'
import type { Modules } from '../device/modules'
import { Definitions } from './component'
import { plainEvent } from './event'
import type { Node } from './nodes'
import { compileStage, readTemplates, type Templates } from './templates'

/** One rendered page. */
export interface PageView {
  /** Top of the rendered tree. */
  root: Node
  /** The page as glass-easel's components see it: selectComponent and the like. */
  caller: Loose
  update(data: Record<string, unknown>): void
  show(): void
  hide(): void
  unmount(): void
}

/** A component alone on a stage. */
export interface StageView extends PageView {
  /** Changes properties of the component. */
  set(properties: Record<string, unknown>): void
  component: Loose
}

/** Renders the build's own WXML through Tencent's glass-easel, without any DOM. */
export class View {
  readonly templates: Templates
  private readonly space: CodeSpace
  private readonly backend: AssociatedBackend
  private readonly registered = new Set<string>()
  private readonly definitions: Definitions

  constructor(
    private readonly host: Host,
    private readonly modules: Modules,
  ) {
    this.templates = readTemplates(host.root)
    const env = new MiniProgramEnv()
    this.space = env.createCodeSpace('', true)
    this.addTemplates(this.templates.compiled)
    for (const [name, config] of this.templates.configs) this.space.addComponentStaticConfig(name, config)
    this.backend = env.associateBackend(new glassEasel.EmptyBackendContext())
    this.definitions = new Definitions(host)
  }

  /** @param self the page object of the stack; events of the view are its calls */
  mountPage(route: string, definition: Loose, self: Loose): PageView {
    if (!this.registered.has(route)) {
      this.registered.add(route)
      this.registerUsed(route)
      const handlers = Object.keys(definition).filter(name => typeof definition[name] === 'function')
      const { host } = this
      const call = (name: string) =>
        function (this: Loose, event: Loose) {
          return host.run(() => this.__page[name](plainEvent(host, event)))
        }
      const methods = Object.fromEntries(handlers.map(name => [name, call(name)]))
      const data = JSON.parse(JSON.stringify(self.data))
      this.space.componentEnv(route, ({ Component }) => Component({ data, methods }))
    }
    return this.attach(this.backend.createRoot('body', this.space, route), self)
  }

  /** Mounts one native component with these properties; functions among them listen to its events. */
  mountComponent(name: string, properties: Record<string, unknown>): StageView {
    const names = Object.keys(properties)
    const events = names.filter(key => typeof properties[key] === 'function')
    const values = names.filter(key => !events.includes(key))
    const stage = `__stage/${name}`
    const wxml = [
      '<it id="it"',
      ...values.map(key => `${key}="{{p.${key}}}"`),
      ...events.map(key => `bind:${key}="on_${key}"`),
      '/>',
    ]
    this.addTemplates(compileStage(stage, wxml.join(' ')))
    this.space.addComponentStaticConfig(stage, { usingComponents: { it: `/${name}` } })
    this.registerUsed(stage)
    const { host } = this
    const listen = (key: string) => (event: Loose) =>
      host.run(() => (properties[key] as Loose)(plainEvent(host, event)))
    const methods = Object.fromEntries(events.map(key => [`on_${key}`, listen(key)]))
    const data = { p: Object.fromEntries(values.map(key => [key, properties[key]])) }
    this.space.componentEnv(stage, ({ Component }) => Component({ data, methods } as Loose))
    const view = this.attach(this.backend.createRoot('body', this.space, stage), undefined)
    return {
      ...view,
      component: view.caller.selectComponent('#it'),
      set: changes => view.update(Object.fromEntries(Object.entries(changes).map(([k, v]) => [`p.${k}`, v]))),
    }
  }

  private attach(root: Root, self: Loose): PageView {
    const caller: Loose = root.get()
    const top = root.getComponent()
    caller.__page = self
    glassEasel.Element.pretendAttached(top)
    let mounted = true
    return {
      root: top,
      caller,
      update(data) {
        // a setData may arrive after its page was closed; WeChat drops it
        if (mounted) caller.setData(JSON.parse(JSON.stringify(data)))
      },
      show: () => top.triggerPageLifetime('show', []),
      hide: () => top.triggerPageLifetime('hide', []),
      unmount() {
        if (mounted) root.release()
        mounted = false
      },
    }
  }

  private addTemplates(compiled: Record<string, Loose>): void {
    for (const name of Object.keys(compiled)) {
      // Taro writes `bindtap=` where glass-easel expects `bind:tap=`
      const template = { groupList: compiled, content: compiled[name], fallbackListenerOnNativeNode: true }
      this.space.addCompiledTemplate(name, template as Loose)
    }
  }

  /** Registers the components that a page or component uses, the innermost first. */
  private registerUsed(owner: string): void {
    const config = this.space.getComponentStaticConfig(owner)
    for (const reference of Object.values(config?.usingComponents ?? {})) {
      const near = path.posix.join(path.posix.dirname(owner), reference)
      const name = reference.startsWith('/') ? reference.slice(1) : near
      if (this.registered.has(name)) continue
      this.registered.add(name)
      this.registerUsed(name)
      const given = this.modules.component(name)
      this.space.componentEnv(name, ({ Component, Behavior }) =>
        Component(this.definitions.component(name, given, Behavior as Loose)),
      )
    }
  }
}
