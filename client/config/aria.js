// WeChat reads aria-* on any built-in component, but Taro's templates for it leave them out. This adds the few the kit
// uses, in the templates (here) and in the runtime's table of attributes (aria-runtime.js): both must say the same,
// because Taro numbers attributes by their place in that table.
const path = require('node:path')
const { aria } = require('./aria-table.js')

module.exports = ctx => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (process.env.TARO_ENV !== 'weapp') return
      platform.template.mergeComponents(ctx, aria)
      const runtime = path.resolve(__dirname, 'aria-runtime.js')
      platform.runtimePath = [].concat(platform.runtimePath, runtime)
    },
  })
}
