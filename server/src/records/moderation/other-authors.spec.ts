import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { ratesOf, Sentences } from './testing/rates.ts';

/** By three authors who knew nothing of the dictionary; no word of it was learned from them yet (decision 0021). */
const sentences = Sentences.parse(
  JSON.parse(readFileSync(new URL('./fixtures/other-authors.json', import.meta.url), 'utf8')),
);
/** As measured; the aim of 2 % and 3 % is far. A change of words may only make it better. */
const MISSED_MAX = 0.33;
const ALARMED_MAX = 0.103;

it('D-06 misses and stops no more of three other authors than when first judged', () => {
  const { missed, alarmed } = ratesOf(sentences);
  process.stdout.write(`wording of other authors: ${JSON.stringify({ missed, alarmed })}\n`);
  expect(missed.wrong / missed.total).toBeLessThanOrEqual(MISSED_MAX);
  expect(alarmed.wrong / alarmed.total).toBeLessThanOrEqual(ALARMED_MAX);
});
