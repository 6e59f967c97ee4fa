// Draws the icons of the tab bar: one line weight, the colours of the theme, 81 px as WeChat asks.
// Run after a change: node miniprogram/scripts/draw-tab-icons.mjs (needs Chromium; the PNGs are committed).
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const { requireWithEsbuild } = require('@tarojs/helper');
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { colours } = requireWithEsbuild(here('../../shared/src/theme/index.ts'));

const drawings = {
  home: '<path d="M4 11l8-7 8 7v9h-5v-6H9v6H4z"/>',
  school: '<path d="M2.5 8.5L12 4l9.5 4.5L12 13z"/><path d="M6.5 10.8v5.4c3 2.6 8 2.6 11 0v-5.4"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4 20.5c1.6-5.4 14.4-5.4 16 0"/>',
};
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const page = await browser.newPage({ viewport: { width: 81, height: 81 } });
for (const [name, drawing] of Object.entries(drawings))
  for (const [suffix, colour] of [
    ['', colours.textThird],
    ['-on', colours.ink],
  ]) {
    await page.setContent(
      `<body style="margin:0"><svg width="81" height="81" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="1.7" stroke-linejoin="round" stroke-linecap="round">${drawing}</svg>`,
    );
    await writeFile(
      here(`../src/assets/tab/${name}${suffix}.png`),
      await page.screenshot({ omitBackground: true }),
    );
  }
await browser.close();
