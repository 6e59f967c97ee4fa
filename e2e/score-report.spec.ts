import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  DESK,
  hasChromium,
  openBrowser,
  PHONE,
  scoreFile,
  type OpenedBrowser,
  type ScoredFile,
} from './harness/index.ts';
import { checkAccessibility } from './screens/accessibility.ts';
import { checkLayout } from './screens/page-checks.ts';

const describeInBrowser = hasChromium() ? describe : describe.skip;

/** Rows of a CSV without quotes, by the names of its header. */
function rowsOf(path: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

const fenOf = (yuan = ''): number => Number(yuan.replace(/[.,]/g, ''));
const numberOf = (text: string | null): number => Number((text ?? '').replace(/[^\d.-]/g, ''));

function countBy<T>(rows: readonly T[], keyOf: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}

/** The body of a table as text, cell by cell, without what stands smaller in a cell. */
function tableOf(page: Page, selector: string): Promise<string[][]> {
  return page
    .locator(`${selector} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.firstChild?.textContent?.trim() ?? '')),
    );
}

describeInBrowser('the page of npm run score', () => {
  let folder = '';
  let opened: OpenedBrowser;
  let afb: ScoredFile;
  let quintile: ScoredFile;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'siyu-score-page-'));
    afb = scoreFile(folder, 'afb-2023');
    quintile = scoreFile(folder, 'rfm-quintile');
    opened = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  async function open(url: string, viewport = DESK): Promise<{ page: Page; requested: string[] }> {
    const page = await (await opened.newContext({ viewport, isPhone: viewport === PHONE })).newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(url);
    return { page, requested };
  }

  it.each([
    ['afb-2023', 'a desk', DESK],
    ['afb-2023', 'a phone', PHONE],
    ['rfm-quintile', 'a desk', DESK],
    ['rfm-quintile', 'a phone', PHONE],
  ] as const)(
    'B-09 of %s opens on %s without an error, a request or a sideways scroll, and axe is content',
    async (model, _where, viewport) => {
      const { url } = model === 'afb-2023' ? afb : quintile;
      const { page, requested } = await open(url, viewport);
      await page.waitForLoadState('networkidle');
      expect(requested.filter((each) => !each.startsWith('data:'))).toEqual([url]);
      expect(await checkLayout(page, { target: 24 })).toEqual([]);
      expect(await checkAccessibility(page)).toEqual([]);
      expect(opened.faults).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it('B-09 says the figures that the CSV says: totals, groups and their money, every cell, every bar', async () => {
    const rows = rowsOf(afb.csv);
    const { page } = await open(afb.url);
    const totals = await page.locator('#totals dd b').allTextContents();
    const amountFen = rows.reduce((sum, { amount }) => sum + fenOf(amount), 0);
    expect(totals.map(numberOf)).toEqual([
      rows.length,
      rows.filter(({ purchases }) => Number(purchases) > 0).length,
      rows.reduce((sum, { purchases }) => sum + Number(purchases), 0),
      amountFen / 100,
    ]);

    const groups = countBy(rows, ({ group = '' }) => group);
    const codes = ['KEY_GUIDE', 'KEY_DEVELOP', 'POTENTIAL', 'LONG_TAIL'];
    const names = ['重要引导客户', '重要发展客户', '潜在增值客户', '长尾客户'];
    const parts = await tableOf(page, '#parts');
    expect(
      parts.map(([name, , customers, share, money, moneyShare]) => [
        name,
        numberOf(customers!),
        share,
        fenOf(money),
        moneyShare,
      ]),
    ).toEqual(
      codes.map((code, nth) => {
        const own = rows
          .filter(({ group }) => group === code)
          .reduce((sum, { amount }) => sum + fenOf(amount), 0);
        const count = groups[code] ?? 0;
        return [
          names[nth],
          count,
          `${((100 * count) / rows.length).toFixed(1)}%`,
          own,
          `${((100 * own) / amountFen).toFixed(1)}%`,
        ];
      }),
    );
    expect(Object.keys(groups).sort()).toEqual([...codes].sort());

    const cells = countBy(rows, (row) => `${row['amount_band']}-${row['frequency_band']}`);
    const heat = await tableOf(page, '#heat-map');
    expect(heat.map((row) => row.slice(1).map(numberOf))).toEqual(
      [6, 5, 4, 3, 2, 1].map((amount) =>
        [1, 2, 3, 4, 5, 6].map((frequency) => cells[`${amount}-${frequency}`] ?? 0),
      ),
    );

    const columns = ['amount', 'purchases', 'benefit', 'recency_days'];
    const charts = page.locator('.distribution');
    expect(await charts.count()).toBe(columns.length);
    for (const [nth, column] of columns.entries()) {
      const chart = charts.nth(nth);
      const below = numberOf(await chart.locator('.below b').textContent());
      const bars = await chart.locator('rect title').allTextContents();
      const counts = bars.map((title) => numberOf(title.split('：')[1] ?? ''));
      expect([column, below + counts.reduce((a, b) => a + b, 0)]).toEqual([column, rows.length]);
      const least = column === 'recency_days' ? 0 : 1;
      expect([column, below]).toEqual([
        column,
        rows.filter((row) => row[column] === '' || Number(row[column]) < least).length,
      ]);
    }
  });

  it('B-09 the sentences above the charts say what the CSV says', async () => {
    const rows = rowsOf(afb.csv);
    const { page } = await open(afb.url);
    const said = (await page.locator('.says').allTextContents()).join('\n');
    const people = (count: number): string =>
      `${count.toLocaleString('en')} 位（${((100 * count) / rows.length).toFixed(1)}%）`;
    const from = (column: string, band: number) => rows.filter((row) => Number(row[column]) >= band).length;
    const both = rows.filter((row) => Number(row['amount_band']) >= 4 && Number(row['frequency_band']) >= 3);
    expect(said).toContain(`金额到 4 档、频次也到 3 档的有 ${people(both.length)}。`);
    expect(said).toContain(`${people(from('amount_band', 4))}达到第 4 档。`);
    expect(said).toContain(`${people(from('frequency_band', 3))}达到第 3 档。`);
    const recent = rows.filter(({ recency_days: days }) => days !== '' && Number(days) <= 90).length;
    expect(said).toContain(`${people(recent)}最近 90 天内买过；`);
    const negative = rows.filter(({ benefit = '' }) => benefit.startsWith('-')).length;
    expect(negative).toBeGreaterThan(0);
    expect(said).toContain(`其中 ${negative} 位是负数。`);
  });

  it('B-09 the box on the data counts the rejects by what was wrong with them', async () => {
    const reasons = countBy(rowsOf(afb.rejects), ({ reason = '' }) => reason.split(':')[0] ?? '');
    expect(reasons).toEqual({ 'impossible date': 40, 'negative amount': 11 });
    const { page } = await open(afb.url);
    expect(await page.locator('#quality .says').textContent()).toBe(
      '9,051 行里退回 51 行（0.6%），最多的原因是日历上没有的日期，40 行。',
    );
    const faults = await page.locator('#quality dl').first().locator('dd b').allTextContents();
    expect(faults).toEqual(['40', '11']);
  });

  it('B-09 the page of rfm-quintile says its segments and scores as the CSV does', async () => {
    const rows = rowsOf(quintile.csv);
    const { page } = await open(quintile.url);
    const segments = countBy(rows, ({ segment = '' }) => segment);
    const parts = await tableOf(page, '#parts');
    for (const [name = '', , customers = ''] of parts) {
      expect([name, numberOf(customers)]).toEqual([name, segments[/（(.+)）$/.exec(name)?.[1] ?? ''] ?? 0]);
    }
    expect(parts.length).toBe(11);
    const cells = countBy(rows, (row) => `${row['monetary_score']}-${row['frequency_score']}`);
    const heat = await tableOf(page, '#heat-map');
    expect(heat.map((row) => row.slice(1).map(numberOf))).toEqual(
      [5, 4, 3, 2, 1].map((money) => [1, 2, 3, 4, 5].map((frequency) => cells[`${money}-${frequency}`] ?? 0)),
    );
  });
});
