import { expect, it } from '@jest/globals';
import { waitingForSeal } from './waiting-for-seal.ts';

const after = (ageMs: number) => ({
  unsealedRows: 3,
  oldestUnsealedAt: '2026-11-24T04:00:00.000Z',
  readAt: new Date(Date.parse('2026-11-24T04:00:00.000Z') + ageMs).toISOString(),
});

it('D-04 warns when a row of the trail waits for its seal longer than two seconds, and not before', () => {
  expect(waitingForSeal({ ...after(0), unsealedRows: 0, oldestUnsealedAt: null })).toBeNull();
  expect(waitingForSeal(after(2_000))).toEqual({
    isOverdue: false,
    sentence: '还有 3 条等待封存，最早一条已等 2 秒。',
  });
  const overdue = waitingForSeal(after(3_900_000));
  expect(overdue?.isOverdue).toBe(true);
  expect(overdue?.sentence).toMatch(/^还有 3 条等待封存，最早一条已等 1 小时 5 分，超过 2 秒的上限；/);
});

it('D-04 counts rows that wait without a word of their age when it is not known', () => {
  expect(waitingForSeal({ ...after(9_000), oldestUnsealedAt: null })).toEqual({
    isOverdue: false,
    sentence: '还有 3 条等待封存。',
  });
});
