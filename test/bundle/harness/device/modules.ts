import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import type { Loose } from './loose'
import type { Realm } from './realm'

const compiled = new Map<string, vm.Script>()
const names = 'require, module, exports, App, Page, Component, Behavior, getApp, getCurrentPages, wx'

function compile(root: string, file: string): vm.Script {
  const known = compiled.get(file)
  if (known) return known
  const code = `(function (${names}) {${fs.readFileSync(file, 'utf8')}\n})`
  // Named as on a phone. jest would quote a real file's one minified line, 100 KB, in every report.
  const script = new vm.Script(code, { filename: `weapp:///${path.relative(root, file)}` })
  compiled.set(file, script)
  return script
}

/** The build's modules, as WeChat loads them: each file once, App/Page/Component register under the file being loaded. */
export class Modules {
  app: Loose
  private pages = new Map<string, Loose>()
  private components = new Map<string, Loose>()
  private loaded = new Map<string, { exports: unknown }>()
  private entry = ''

  constructor(
    private readonly root: string,
    private readonly realm: Realm,
    private readonly outer: { wx: Loose; currentPages: () => Loose[] },
  ) {
    realm.context.getApp = () => this.app
    realm.context.getCurrentPages = outer.currentPages
  }

  /** Runs app.js and returns what it gave to App(). */
  loadApp(): Loose {
    this.open('app')
    if (!this.app) throw new Error('app.js registered no App')
    return this.app
  }

  /** The object a page's file gave to Page(). */
  page(route: string): Loose {
    return this.registered(this.pages, route, 'Page')
  }

  /** The object a component's file gave to Component(). */
  component(name: string): Loose {
    return this.registered(this.components, name, 'Component')
  }

  private registered(kind: Map<string, Loose>, name: string, call: string): Loose {
    if (!kind.has(name)) this.open(name)
    if (!kind.has(name)) throw new Error(`${name}.js did not call ${call}()`)
    return kind.get(name)
  }

  private open(name: string): void {
    const before = this.entry
    this.entry = name
    try {
      this.load(path.join(this.root, `${name}.js`))
    } finally {
      this.entry = before
    }
  }

  private load(file: string): unknown {
    const known = this.loaded.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.loaded.set(file, module)
    const require = (id: string) =>
      this.load(path.resolve(path.dirname(file), id.endsWith('.js') ? id : `${id}.js`))
    compile(this.root, file).runInContext(this.realm.context)(
      require,
      module,
      module.exports,
      (app: Loose) => {
        this.app = app
      },
      (page: Loose) => this.pages.set(this.entry, page),
      (component: Loose) => this.components.set(this.entry, component),
      (behavior: Loose) => behavior,
      () => this.app,
      this.outer.currentPages,
      this.outer.wx,
    )
    return module.exports
  }
}
