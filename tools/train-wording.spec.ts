import { expect, it } from '@jest/globals';
import { renderTrained, writtenTrained } from './wording/write-trained.ts';

it('D-06 the second reader learns the same weights again from the same sentences', async () => {
  const written = writtenTrained();
  expect(Buffer.byteLength(written)).toBeLessThanOrEqual(200_000);
  expect(await renderTrained()).toBe(written);
}, 120_000);
