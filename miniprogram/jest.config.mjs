// Specs of the phone: plain logic and screens in jsdom, with stand-ins for Taro's runtime and components.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const stand = (name) => fileURLToPath(new URL(`src/testing/${name}`, import.meta.url));
const shared = fileURLToPath(new URL('../shared/src', import.meta.url));

export default {
  displayName: 'miniprogram',
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
  globals: { API_BASE: '', APP_VERSION: '9.8.7' },
  transform: {
    '\\.[jt]sx?$': [
      'babel-jest',
      {
        configFile: false,
        babelrc: false,
        presets: [
          [require.resolve('@babel/preset-env'), { targets: { node: 'current' } }],
          [require.resolve('@babel/preset-react'), { runtime: 'automatic' }],
          require.resolve('@babel/preset-typescript'),
        ],
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: {
    '\\.scss$': stand('style.ts'),
    '^@tarojs/taro$': stand('taro.ts'),
    '^@tarojs/components$': stand('components.tsx'),
    '^@siyu/shared/(money|time|rfm|messages|theme)$': `${shared}/$1/index.ts`,
    '^@siyu/shared/(.*)$': `${shared}/$1.ts`,
  },
};
