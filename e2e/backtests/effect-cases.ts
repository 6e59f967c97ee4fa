import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../harness/index.ts';

interface Stage {
  /** A page of the console for a person who is signed in. */
  readonly desk: (loginName: string, path: string) => Promise<Page>;
}

/** Whether a rule did anything stands on its page, for whoever writes rules and for whoever only reads them. */
export function itShowsWhatPeopleLearned({ desk }: Stage): void {
  it('H-05 the page of a live rule says from which people its effect is counted, that they are too few yet, and what it holds out; no rule is written without', async () => {
    const said: string[] = [];
    for (const loginName of ['operator', 'compliance']) {
      const page = await desk(loginName, '/incentives');
      await page.locator('.ant-table-row', { hasText: '学完一课送积分' }).click();
      const effect = page.getByRole('region', { name: '效果' });
      await effect.getByText(/人还太少，看不出有没有用/).waitFor();
      await effect.getByRole('row', { name: /^对照/ }).waitFor();
      said.push(
        (await effect.getByText(/^做到过的 .* 位客户里.*应当是 5%，在偶然的范围内/).textContent()) ?? '',
      );
      await page.close();
    }
    expect(said[0]).toBe(said[1]);
    const page = await desk('operator', '/incentives/new');
    await page.getByRole('button', { name: '从「学完一课」开始' }).click();
    const share = page.getByLabel('留作对照');
    // The field is named before its code has come.
    await until('what is proposed', async () => (await share.inputValue()) === '5');
    await share.fill('0');
    await share.blur();
    expect(await share.inputValue()).toBe('1');
    await page.close();
  }, 60_000);
}
