/** Software of others that the app carries, with what their licences ask to be told along. */
export interface Notice {
  readonly name: string;
  readonly packages: readonly string[];
  readonly licence: string;
  readonly copyright: string;
}

/** The app's own licence and line of copyright, as in LICENSE and NOTICE. */
export const OWN = { licence: 'Apache-2.0', copyright: 'Copyright 2026 the Siyu authors' } as const;

export const NOTICES: readonly Notice[] = [
  {
    name: 'Taro',
    packages: [
      '@tarojs/api',
      '@tarojs/components',
      '@tarojs/plugin-platform-weapp',
      '@tarojs/react',
      '@tarojs/runtime',
      '@tarojs/shared',
    ],
    licence: 'MIT',
    copyright: 'Copyright (c) 2018 O2Team',
  },
  {
    name: 'React',
    packages: ['react', 'react-dom', 'react-reconciler', 'scheduler'],
    licence: 'MIT',
    copyright: 'Copyright (c) Facebook, Inc. and its affiliates.',
  },
  {
    name: 'Babel Runtime',
    packages: ['@babel/runtime'],
    licence: 'MIT',
    copyright: 'Copyright (c) 2014-present Sebastian McKenzie and other contributors',
  },
];

/** The words of the MIT licence, which go along with every copy. */
export const MIT_TEXT = [
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:',
  'The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.',
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.',
] as const;
