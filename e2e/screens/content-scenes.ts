import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { catalogueDeskRoutes } from '@siyu/shared/contracts/catalogue-desk.routes';
import { productsRoutes } from '@siyu/shared/contracts/products.routes';
import { pathsRoutes } from '@siyu/shared/contracts/paths.routes';
import type { Page } from 'playwright-core';
import { until } from '../harness/index.ts';
import { PATH_ROWS } from './path-rows.ts';
import type { Scene } from './scene.ts';
import { READER } from './world.ts';

/** Loads the feed as far as the first card that stands whole in it. */
async function showWholeCards(page: Page): Promise<void> {
  const poster = page.locator('.poster:visible').first();
  // Further cards come when the end is near.
  await until('the poster', async () => {
    await page
      .locator('.feed-card:visible')
      .last()
      .evaluate((card) => card.scrollIntoView());
    return (await poster.count()) > 0;
  });
  await poster.evaluate((element) => element.scrollIntoView());
  await page.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.poster img')?.naturalWidth ?? 0) > 0,
  );
  // The bar stands over the upper edge.
  await page
    .locator('[id^="whole-"]:visible', { has: page.locator('.poster') })
    .first()
    .evaluate((card) => {
      card.style.scrollMarginTop = '60px';
      card.scrollIntoView();
    });
}

/** What is written besides lessons: at the desk, and as members meet it. */
export const CONTENT_SCENES: readonly Scene[] = [
  {
    name: 'home-cards',
    title: '首页上的卡片与海报',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/pages/home/index',
    ready: '#feed',
    act: showWholeCards,
  },
  {
    name: 'articles',
    title: '文章列表',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/lesson/articles/index',
    ready: '#articles-list',
    source: contentRoutes.listArticles,
    empty: { articles: [], nextCursor: null },
  },
  {
    name: 'article',
    title: '文章',
    surface: 'member',
    viewer: READER,
    path: ({ articleId }) => `/app/#/lesson/read/index?lessonId=${articleId}`,
    ready: '#lesson-text',
    source: contentRoutes.getLesson,
    without: ['loading', 'error'],
  },
  {
    name: 'article-end',
    title: '文章末尾',
    surface: 'member',
    viewer: READER,
    path: ({ articleId }) => `/app/#/lesson/read/index?lessonId=${articleId}`,
    ready: '#lesson-text',
    act: async (page) => {
      await page.locator('#last-paragraph:visible').scrollIntoViewIfNeeded();
      await page
        .locator('#article-end:visible')
        .evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'console-content-new',
    title: '运营台 · 新建内容',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/lessons',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.getByRole('button', { name: '新建内容' }).click();
      await page.getByRole('link', { name: '文章', exact: true }).waitFor();
    },
  },
  {
    name: 'console-article-new',
    title: '运营台 · 写文章',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/lessons/new/article',
    ready: '.editor',
    act: async (page) => {
      await page.getByLabel('标题', { exact: true }).fill('基金季报怎么读');
      await page.getByLabel('摘要').fill('规模、费用、持仓和说明，四处各看什么。');
      await page.getByRole('button', { name: '保存为草稿' }).click();
      await page.getByText('还有 3 处需要修改').waitFor();
    },
  },
  {
    name: 'console-poster-new',
    title: '运营台 · 做海报',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/lessons/new/poster',
    ready: '.editor',
  },
  {
    name: 'console-poster',
    title: '运营台 · 海报编辑',
    surface: 'console',
    viewer: 'operator',
    path: ({ posterId }) => `/console/lessons/${posterId}`,
    ready: '.editor',
  },
  {
    name: 'console-paths',
    title: '运营台 · 学习路径',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/paths',
    ready: 'tbody tr.ant-table-row',
    source: pathsRoutes.listPaths,
    full: () => PATH_ROWS,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-catalogue',
    title: '运营台 · 兑换目录',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/catalogue',
    ready: 'tbody tr.ant-table-row',
    source: catalogueDeskRoutes.listItems,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-products',
    title: '运营台 · 产品',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/products',
    ready: 'tbody tr.ant-table-row',
    source: productsRoutes.listProducts,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-product',
    title: '运营台 · 产品详情',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/products',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      // One that may still be written: whatever is on sale has no fields.
      await page.locator('tbody tr.ant-table-row', { hasText: '草稿' }).first().click();
      await page.locator('.ant-drawer-open').getByLabel('风险等级').waitFor();
    },
  },
  {
    name: 'console-path',
    title: '运营台 · 学习路径编辑',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/paths',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('tbody tr.ant-table-row').first().click();
      await page.locator('.editor').waitFor();
      await page.getByLabel(/^简介/).fill('开户之前先弄明白的四件事，每课几分钟，学完再决定。');
      await page.getByText('和线上的不同').waitFor();
    },
  },
];
