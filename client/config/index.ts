import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

// biome-ignore lint/suspicious/noExplicitAny: webpack-chain's types are Taro's own and not exported
type Chain = any

const root = path.resolve(__dirname, '../..')

// Taro reads only <cwd>/config/index.*, so every taro command runs with cwd=client.
// babel-loader would then look for client/babel.config.js: point it at the root one.
const useRootBabel = (chain: Chain) => {
  chain.module
    .rule('script')
    .use('babelLoader')
    .tap((options: object) => ({ ...options, root, configFile: path.join(root, 'babel.config.js') }))
}

// WeChat has no AbortController; the name is bound to ours where it is used (src/cloud/abort.ts).
const chainWeapp = (chain: Chain) => {
  useRootBabel(chain)
  chain
    .plugin('providerPlugin')
    .tap((args: object[]) => [
      { ...args[0], AbortController: [path.resolve(__dirname, '../src/cloud/abort.ts'), 'AbortController'] },
    ])
}

// Taro's H5 default splits only the initial chunk, so every page chunk would carry its own copy of the Taro components.
// Pages are fetched ahead while the first one is read: a browser that loses its network must still open the next.
const splitH5 = (chain: Chain) => {
  useRootBabel(chain)
  chain.merge({ module: { parser: { javascript: { dynamicImportPrefetch: true } } } })
  chain.optimization.merge({
    splitChunks: {
      chunks: 'all',
      minSize: 10000,
      cacheGroups: {
        ui: {
          name: 'ui',
          test: /[\\/]node_modules[\\/](@tarojs[\\/]components|@stencil|swiper|intersection-observer)[\\/]/,
          chunks: 'async',
          minChunks: 2,
          priority: 20,
        },
        shared: {
          name: 'shared',
          test: /[\\/](client[\\/]src|domain)[\\/]/,
          chunks: 'async',
          minChunks: 2,
          priority: 10,
          minSize: 0,
        },
      },
    },
  })
}

// Taro transpiles only src and its own packages. The trade lies beside the client, and these two ship ES2020.
const compile = {
  include: [
    (file: string) =>
      file.startsWith(path.join(root, 'domain') + path.sep) ||
      /node_modules[\\/](zod|@tanstack)[\\/]/.test(file),
  ],
}

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'sanlian',
  date: '2026-11-23',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 828: 1.81 / 2, 375: 2 },
  sourceRoot: 'src',
  outputRoot: `../dist/${process.env.TARO_ENV}`,
  alias: { '@': path.resolve(__dirname, '../src'), '@domain': path.join(root, 'domain') },
  plugins: [path.resolve(__dirname, 'aria.js')],
  defineConstants: {},
  env: { CLOUD_ENV: JSON.stringify(process.env.SANLIAN_CLOUD_ENV ?? '') },
  // Taro copies the tab bar's pictures it finds in app.config.ts; these are named in theme.json.
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp' ? [{ from: 'src/assets/tab', to: '../dist/weapp/assets/tab' }] : [],
    options: {},
  },
  framework: 'react',
  // prebundle writes client/node_modules/.taro in dev; a plain build does not need it
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: process.env.TARO_CACHE === '1' },
  logger: { quiet: true, stats: false },
  // keep Chinese text as UTF-8 (3 bytes) instead of \uXXXX (6 bytes)
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    webpackChain: chainWeapp,
    compile,
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false, config: {} } },
  },
  h5: {
    webpackChain: splitH5,
    router: { mode: 'hash' },
    compile,
    publicPath: '/',
    devServer: { host: '127.0.0.1', open: false },
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, cssModules: { enable: false, config: {} } },
  },
}))
