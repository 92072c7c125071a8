// The one door to zod. A namespace re-export (`export { z }`) would defeat tree shaking and pull in every locale;
// mini-programs forbid `new Function`, so the JIT and its probe are off before the first schema is made.
import { config } from 'zod/mini'
import zhCN from 'zod/v4/locales/zh-CN.js'

config({ ...zhCN(), jitless: true })

export * from 'zod/mini'
