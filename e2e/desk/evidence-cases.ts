import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import { productShelfRoutes } from '@siyu/shared/contracts/product-shelf.routes';
import type { Page } from 'playwright-core';
import { assessMember, ROOT, signInMember, type Whole } from '../harness/index.ts';

interface Desk {
  readonly whole: () => Whole;
  /** A page of the console on which this person is signed in. */
  readonly at: (path: string, loginName: string) => Promise<Page>;
}

/** What compliance hands to whoever asks what the firm knew, and what the other side can do with it. */
export function itProvesASuitabilityDecision({ whole, at }: Desk): void {
  it('I-03 I-12 REQ-SUIT-15 compliance takes one file of a member and a product, and the command decides it again without the firm; a flipped byte fails', async () => {
    const member = await signInMember(whole(), 'evidence-member');
    await assessMember(member);
    await member.call(elderRoutes.sayBirthYear, { body: { birthYear: 1985 } });
    const { products } = await member.call(productShelfRoutes.listShown, { query: {} });
    expect(products.map(({ code }) => code)).toContain('SY1003');

    const page = await at(`/members/${member.session.member.memberId}`, 'compliance');
    // I-12: whoever answers for it sees where the member stands, and what has to be minded first.
    const standing = page.getByRole('region', { name: '适当性', exact: true });
    for (const said of ['有效，有效期至', '普通投资者', '不需要先回访', '思域均衡混合'])
      await standing.getByText(said).first().waitFor();
    const card = page.getByRole('region', { name: '适当性证据' });
    await card.getByLabel('产品代码').fill('SY1003');
    const download = page.waitForEvent('download');
    await card.getByRole('button', { name: '领取证据文件' }).click();
    const path = await (await download).path();
    await card.getByText(/决定 [1-9]\d* 条/).waitFor();

    const verify = (file: string) =>
      spawnSync(process.execPath, [join(ROOT, 'server/dist/cli/suitability-verify.js'), file], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      });
    const honest = verify(path);
    expect([honest.status, honest.stderr]).toEqual([0, '']);
    expect(honest.stdout).toMatch(/product SY1003.*[1-9]\d* decisions were made again and came out the same/);
    const bytes = await readFile(path);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(`${path}.flipped`, bytes);
    expect(verify(`${path}.flipped`).status).toBe(1);
  });
}
