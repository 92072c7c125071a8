// Read by Taro's babel-loader (client/config/index.ts points here). Everything else is compiled by swc or esbuild.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
}
