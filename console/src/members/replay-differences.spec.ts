import { expect, it } from '@jest/globals';
import type { ScoreReplay } from '@siyu/shared/contracts/scoring';
import { replayDifferences } from './replay-differences.ts';

const none = { rfe: null, tie: null, relation: null };
const score = {
  modelId: 'afb-2023',
  preset: 'paper',
  modelVersion: 1,
  configVersion: 1,
  countingVersion: 1,
  windowDays: 365,
  purchases: 1,
  amountFen: 5_000_000,
  benefitFen: 0,
  amountBand: 2,
  frequencyBand: 1,
  benefitBand: 1,
  scoreHundredths: 133,
  group: 'POTENTIAL',
  groupRow: 3,
  flags: [],
  lastPurchaseOn: '2026-11-20',
  nextChangeOn: null,
} satisfies ScoreReplay['stored']['score'];

it('D-05 a score computed again is compared place by place, in words', () => {
  const replayed = {
    ...score,
    amountFen: 95_000_000,
    scoreHundredths: 267,
    group: 'KEY_DEVELOP' as const,
    nextChangeOn: '2027-11-20',
  };
  const differences = replayDifferences({
    differing: ['score', 'rfe'],
    stored: { ...none, score },
    replayed: {
      ...none,
      score: replayed,
      rfe: {
        configVersion: 1,
        recencyBand: 1,
        frequencyBand: 1,
        depthBand: 1,
        lastActiveOn: null,
        activeDays: 0,
        depth: null,
        nextChangeOn: null,
      },
    },
  });
  expect(differences.map(({ place, stored, replayed: again }) => [place, stored, again])).toEqual([
    ['综合分 › 数量（金额）', '50,000.00 元', '950,000.00 元'],
    ['综合分 › 综合分', '1.33', '2.67'],
    ['综合分 › 客群', '潜在增值客户', '重要发展客户'],
    ['综合分 › 下次会变的日子', '没有', '2027年11月20日'],
    ['参与情况', '没有', '有'],
  ]);
  expect(
    replayDifferences({ differing: [], stored: { ...none, score }, replayed: { ...none, score } }),
  ).toEqual([]);
});
