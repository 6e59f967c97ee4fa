import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EpochDay } from '../time/index.ts';
import { afb2023, relationRules, rfe, rfmQuintileFixed, tieStrength } from './index.ts';
import {
  afbSubject,
  afbWith,
  asOfs,
  PROPERTY_RUNS,
  quintileSubject,
  relationSubject,
  rfeSubject,
  RULES,
  tieSubject,
  type Fact,
  type Subject,
} from './testing/subjects.ts';

/** Freezes a value and all it holds, so that writing to it throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

function properties<F extends Fact>(name: string, subject: Subject<F>): void {
  const rows = fc.array(subject.row, { maxLength: 25, size: 'max' });
  const facts = rows.map((list) => list.map((row, nth) => subject.told(row, `f-${nth}`)));
  const textOf = (given: readonly F[], asOf: EpochDay) => JSON.stringify(subject.scoreOf(given, asOf));

  it(`B-07 ${name}: one fact more lowers no band, group, stage or strength`, () => {
    fc.assert(
      fc.property(facts, subject.row, asOfs, (given, row, asOf) => {
        const before = subject.levelsOf(given, asOf);
        const after = subject.levelsOf([...given, subject.told(row, 'one-more')], asOf);
        before.forEach((level, at) => expect(after[at]).toBeGreaterThanOrEqual(level));
      }),
      PROPERTY_RUNS,
    );
  });

  it(`B-07 ${name}: the order of facts is nothing, and an id told again is nothing`, () => {
    const shuffled = facts.chain((given) =>
      fc.record({
        given: fc.constant(given),
        mixed: fc.shuffledSubarray(given, { minLength: given.length }),
        again: fc.subarray(given),
      }),
    );
    fc.assert(
      fc.property(shuffled, asOfs, ({ given, mixed, again }, asOf) => {
        const expected = textOf(given, asOf);
        expect(textOf(mixed, asOf)).toBe(expected);
        expect(textOf([...mixed, ...again.map((fact) => ({ ...fact }))], asOf)).toBe(expected);
      }),
      PROPERTY_RUNS,
    );
  });

  it(`B-07 ${name}: a second run over frozen facts is the first, byte by byte`, () => {
    fc.assert(
      fc.property(facts, asOfs, (given, asOf) => {
        const first = textOf(frozen(given), asOf);
        expect(textOf(given, asOf)).toBe(first);
        expect(textOf(structuredClone(given), asOf)).toBe(first);
      }),
      PROPERTY_RUNS,
    );
  });
}

[afb2023, rfe, tieStrength, relationRules, rfmQuintileFixed].forEach(frozen);

describe('properties of every model', () => {
  for (const rule of RULES) properties(`afb-2023 ${rule}`, afbSubject(frozen(afbWith(rule))));
  properties('rfm-quintile', quintileSubject);
  properties('rfe', rfeSubject);
  properties('relationStage', relationSubject);
  properties('tieStrength', tieSubject);
});
