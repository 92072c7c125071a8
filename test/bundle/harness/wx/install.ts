import type { Host } from '../device/host'
import type { Loose } from '../device/loose'
import type { Stack } from '../device/stack'
import type { Bridge } from './bridge'
import { cloudApi, type FarEnd } from './cloud'
import type { Dialogs } from './dialogs'
import type { Events } from './events'
import { fileEnv, fileManager } from './file-manager'
import { mediaApi, type Photo, stripes } from './media'
import type { Network } from './network'
import { type Canvases, type Layout, Queries } from './query'
import { type Storage, storageApi } from './storage'
import { systemApi } from './system'

interface Parts {
  host: Host
  bridge: Bridge
  events: Events
  network: Network
  dialogs: Dialogs
  canvases: Canvases
  stack: Stack
  storage: Storage
  /** What getLaunchOptionsSync answers. */
  enter: Loose
  /** The page on top, as components see it. */
  top: () => Loose
}

interface Given extends Partial<FarEnd> {
  photo?: Photo
  layout?: Layout
  wx?: Record<string, unknown>
}

const navigation = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'] as const

/** Fills the phone's `wx`. */
export function installWx(parts: Parts, given: Given): void {
  const { host, bridge, events, network, dialogs, canvases, storage, enter, top } = parts
  const queries = new Queries(host, canvases, given.layout ?? (() => undefined), top)
  const far = { ...given, call: given.call ?? (() => Promise.reject(new Error('no cloud was given'))) }
  const manager = fileManager(bridge, host.files)
  Object.assign(host.wx, {
    env: fileEnv,
    canIUse: (name: string) => name.split('.')[0] in host.wx,
    createSelectorQuery: () => queries.create(),
    getFileSystemManager: () => manager,
    cloud: cloudApi(host, bridge, network, far),
    saveFile: bridge.api('saveFile', o => ({ savedFilePath: host.files.save(o.tempFilePath, o.filePath) })),
    ...systemApi(host, bridge, enter),
    ...storageApi(bridge, storage),
    ...mediaApi(host, bridge, given.photo ?? camera()),
    ...network.api(),
    ...dialogs.api(),
    ...events.api,
    ...navigationApi(parts),
    ...given.wx,
  })
}

/** A new picture at each shot. */
function camera(): Photo {
  let shots = 0
  return () => {
    shots += 1
    return stripes(shots)
  }
}

function navigationApi({ host, bridge, stack }: Parts): Loose {
  const go = (name: (typeof navigation)[number]) => (way: Loose) => {
    try {
      return stack[name](way)
    } catch (error) {
      // a way that leads nowhere is always the mini-program's mistake, so the test hears of it too
      host.report(new Error(`wx.${name}(${way.url ?? ''}): ${(error as Error).message}`))
      throw error
    }
  }
  return Object.fromEntries(navigation.map(name => [name, bridge.api(name, go(name))]))
}
