import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { version } from '../../package.json';
import { themeMixins } from './theme';

const shared = path.resolve(__dirname, '../../shared/src');
const isH5 = process.env['TARO_ENV'] === 'h5';
// The H5 pages are served by the API's own server; a mini-program needs the whole address.
const apiBase = isH5 ? '' : (process.env['SIYU_API_BASE'] ?? 'http://127.0.0.1:3000');

export default defineConfig({
  projectName: 'siyu',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env['TARO_ENV'] ?? 'weapp'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  alias: {
    '@siyu/shared': shared,
    // npm nests this plugin here, and the hoisted H5 runtime looks for it from where it lies itself.
    '@tarojs/plugin-framework-react': path.dirname(
      require.resolve('@tarojs/plugin-framework-react/package.json'),
    ),
  },
  defineConstants: { API_BASE: JSON.stringify(apiBase), APP_VERSION: JSON.stringify(version) },
  sass: { data: themeMixins() },
  mini: {
    // A regular expression here fails Taro's validation: it empties dist and exits 0.
    compile: { include: [shared] },
    // Every component's rules stand alone, so their order does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: false, config: {} } },
  },
  h5: {
    publicPath: '/app/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    // What several pages use is fetched once: without this each of them carries React and the contracts again.
    webpackChain: (chain) => {
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 0,
        cacheGroups: { default: false, defaultVendors: false, shared: { name: 'shared', minChunks: 2 } },
      });
    },
    compile: { include: [shared] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: false, config: {} } },
  },
});
