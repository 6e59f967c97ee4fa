import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import type { Page } from 'playwright-core';
import type { MemberClient } from '../harness/index.ts';

interface Desk {
  /** A page of the console on which this person is signed in. */
  readonly at: (path: string, loginName: string) => Promise<Page>;
  /** A member who could bear little a few days ago. */
  readonly careful: () => Promise<MemberClient>;
}

/** An assessment that rose far, looked at beside the one before and released. */
export function itReleasesAnAssessment({ at, careful }: Desk): void {
  it('I-01 REQ-SUIT-7 an assessment that rose two levels in days is compared with the one before and released by compliance', async () => {
    const member = await careful();
    const { version, questions } = await member.call(suitabilityRoutes.getQuestionnaire, {});
    const answers = questions.map(({ key, options }) => ({
      question: key,
      options: [options.at(-1)?.key ?? ''],
    }));
    const body = { assessmentId: randomUUID(), questionnaireVersion: version, answers };
    const { latest, level } = await member.call(suitabilityRoutes.handInAnswers, { body });
    expect([latest?.state, latest?.level, level]).toEqual(['HELD', 'C5', 'C1']);

    const compliance = await at('/reviews', 'compliance');
    await compliance.locator('.ant-table-row').filter({ hasText: '的风险测评' }).click();
    const review = compliance.getByRole('dialog');
    await review.getByText('C5 进取型').waitFor();
    await review.getByText('C1 保守型').waitFor();
    await review.getByRole('cell', { name: '50%以上' }).waitFor();
    await review.getByRole('button', { name: '通过' }).click();
    await review.waitFor({ state: 'detached' });
    const after = await member.call(suitabilityRoutes.getOwnSuitability, {});
    expect([after.latest?.state, after.level]).toEqual(['TO_CONFIRM', 'C1']);
  });
}
