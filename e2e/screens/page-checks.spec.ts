import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasChromium, openBrowser, PHONE, type OpenedBrowser } from '../harness/index.ts';
import { checkAccessibility } from './accessibility.ts';
import { checkLayout } from './page-checks.ts';

const describeInBrowser = hasChromium() ? describe : describe.skip;

/** The checks of the pictures must see what is planted, or their silence means nothing. */
describeInBrowser('A-13 the checks of a drawn page', () => {
  let opened: OpenedBrowser;
  let page: Page;
  beforeAll(async () => {
    opened = await openBrowser();
    page = await (await opened.newContext({ viewport: PHONE, isPhone: true })).newPage();
  }, 60_000);
  afterAll(() => opened.close());

  const draw = (body: string): Promise<void> =>
    page.setContent(
      `<!doctype html><html lang="zh-CN"><head><title>页</title><meta name="viewport" content="width=device-width"></head>
       <body style="margin:0;background:#fff;color:#111"><main>${body}</main></body></html>`,
    );

  it('A-13 say nothing about a page that is right', async () => {
    await draw('<h1>标题</h1><p>一段文字。</p><button style="width:120px;height:48px">继续学习</button>');
    expect(await checkLayout(page, { target: 48 })).toEqual([]);
    expect(await checkAccessibility(page)).toEqual([]);
  });

  it.each([
    ['sideways scrolling', '<div style="width:420px">宽</div>', /wider than the screen/],
    [
      'text that is cut off',
      '<p style="width:60px;overflow:hidden;white-space:nowrap">这一行放不下</p>',
      /cut off/,
    ],
    [
      'a target that is too small',
      '<button style="width:40px;height:40px">小</button>',
      /40×40 px is smaller/,
    ],
  ])('A-13 see %s', async (_what, body, fault) => {
    await draw(body);
    expect((await checkLayout(page, { target: 44 })).join('\n')).toMatch(fault);
  });

  it.each([
    ['pale text', '<p style="color:#bbb">看不清的文字</p>', /color-contrast/],
    ['a button without a name', '<button style="width:60px;height:60px"></button>', /button-name/],
  ])('A-13 see %s', async (_what, body, fault) => {
    await draw(body);
    expect((await checkAccessibility(page)).join('\n')).toMatch(fault);
  });
});
