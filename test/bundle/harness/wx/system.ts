import { randomBytes } from 'node:crypto'
import type { Host } from '../device/host'
import type { Loose } from '../device/loose'
import type { Bridge } from './bridge'

// A phone of the usual size; no layout happens, so the numbers only feed arithmetic.
const system = {
  brand: 'HUAWEI',
  model: 'NOH-AN00',
  platform: 'android',
  system: 'Android 10',
  pixelRatio: 3,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
  language: 'zh_CN',
  version: '8.0.50',
  SDKVersion: '3.5.0',
  fontSizeSetting: 16,
  theme: 'light',
  benchmarkLevel: 20,
}

// The middle of Ganzhou, in GCJ-02.
const place = { latitude: 25.831, longitude: 114.935, accuracy: 30, speed: -1, altitude: 0 }

/** APIs that a journey seldom looks at: they say yes and are noted in `phone.calls`. */
const agreeable =
  `setNavigationBarTitle setNavigationBarColor showNavigationBarLoading hideNavigationBarLoading
  startPullDownRefresh stopPullDownRefresh pageScrollTo vibrateShort vibrateLong showShareMenu hideShareMenu
  updateShareMenu setClipboardData previewImage previewMedia setTabBarBadge removeTabBarBadge showTabBarRedDot
  hideTabBarRedDot setTabBarItem setTabBarStyle showTabBar hideTabBar hideKeyboard makePhoneCall openDocument
  openLocation setKeepScreenOn saveImageToPhotosAlbum openSetting authorize setBackgroundColor
  setBackgroundTextStyle requirePrivacyAuthorize openPrivacyContract hideHomeButton loadFontFace
  enableAlertBeforeUnload disableAlertBeforeUnload`.split(/\s+/)

/** wx.getSystemInfo and all that needs no state. */
export function systemApi(host: Host, bridge: Bridge, enter: Loose): Loose {
  const info = () => host.realm.wire(system)
  const api: Loose = {
    getSystemInfoSync: info,
    getWindowInfo: info,
    getAppBaseInfo: info,
    getDeviceInfo: info,
    getSystemSetting: () => host.realm.wire({ locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => host.realm.wire({ cameraAuthorized: 'authorized' }),
    getSystemInfo: bridge.api('getSystemInfo', () => system),
    getSystemInfoAsync: bridge.api('getSystemInfoAsync', () => system),
    getLaunchOptionsSync: () => host.realm.wire(enter),
    getEnterOptionsSync: () => host.realm.wire(enter),
    getAccountInfoSync: () =>
      host.realm.wire({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () =>
      host.realm.wire({ width: 87, height: 32, left: 281, top: 48, right: 368, bottom: 80 }),
    getRandomValues: bridge.api('getRandomValues', ({ length }) => ({
      randomValues: new Uint8Array(randomBytes(length)),
    })),
    base64ToArrayBuffer: (text: string) => host.realm.give(new Uint8Array(Buffer.from(text, 'base64'))),
    arrayBufferToBase64: (bytes: ArrayBuffer) => Buffer.from(new Uint8Array(bytes)).toString('base64'),
    nextTick: (run: () => void) => host.clock.timeout(() => host.run(run)),
    getUpdateManager: () => ({
      onCheckForUpdate() {},
      onUpdateReady() {},
      onUpdateFailed() {},
      applyUpdate() {},
    }),
    login: bridge.api('login', () => ({ code: 'code' })),
    getLocation: bridge.api('getLocation', () => place),
    getFuzzyLocation: bridge.api('getFuzzyLocation', () => place),
    getSetting: bridge.api('getSetting', () => ({
      authSetting: {},
      subscriptionsSetting: { mainSwitch: true },
    })),
    getPrivacySetting: bridge.api('getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '《隐私保护指引》',
    })),
    requestSubscribeMessage: bridge.api('requestSubscribeMessage', ({ tmplIds }) =>
      Object.fromEntries(tmplIds.map((id: string) => [id, 'accept'])),
    ),
    scanCode: bridge.api('scanCode', () => {
      throw new Error('cancel')
    }),
    createIntersectionObserver: () => silentObserver(),
    createMediaQueryObserver: () => silentObserver(),
    getLogManager: () => ({ debug() {}, info() {}, log() {}, warn() {} }),
    getRealtimeLogManager: () => ({ info() {}, warn() {}, error() {}, setFilterMsg() {}, addFilterMsg() {} }),
    reportEvent: () => {},
  }
  for (const name of agreeable) api[name] = bridge.api(name, () => ({}))
  return api
}

// Nothing is laid out, so nothing ever comes into view.
function silentObserver(): Loose {
  const observer: Loose = { observe() {}, disconnect() {} }
  observer.relativeTo = () => observer
  observer.relativeToViewport = () => observer
  return observer
}
