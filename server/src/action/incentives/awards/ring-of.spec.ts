import { describe, expect, it } from '@jest/globals';
import type { EarningFact } from '@siyu/shared/incentives';
import { holdOf } from './hold-of.ts';
import { type Circle, ringOf, type Surroundings } from './ring-of.ts';

const NOON = Date.UTC(2026, 10, 30, 4);
const fact = (memberNo: number, change: Partial<EarningFact> = {}): EarningFact => ({
  memberNo,
  seq: 1,
  eventId: `event-${memberNo}`,
  type: 'lesson_completed',
  occurredAt: NOON,
  recordedAt: NOON,
  contentId: 'lesson-1',
  value: null,
  isClockSuspect: false,
  ...change,
});
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
/** Member 1 to `count`, all of one circle, each on the phone that is named by the place. */
const around = (phones: readonly string[], change: Partial<Surroundings> = {}): Surroundings => {
  const circle: Circle = new Set(numbers(phones.length));
  return {
    phonesOf: new Map(phones.map((phone, at) => [at + 1, new Set([phone])])),
    signInsOn: new Map(),
    circlesOf: new Map(numbers(phones.length).map((memberNo) => [memberNo, [circle]])),
    done: [],
    ...change,
  };
};

describe('H-06 rings', () => {
  const signIns = (...at: readonly number[]) => at.map((each, place) => ({ memberNo: place + 1, at: each }));
  const DAY = 86_400_000;
  it.each([
    ['one', signIns(0), null],
    ['a family of three', signIns(0, 0, 0), null],
    ['four within a day', signIns(0, 1, 2, DAY - 1), { hold: 'DEVICE_RING', seen: 4 }],
    ['four in more than a day', signIns(0, 1, 2, DAY), null],
    [
      'four within a day, one before',
      signIns(0, DAY, DAY, DAY, 2 * DAY - 1),
      { hold: 'DEVICE_RING', seen: 5 },
    ],
    ['three who sign in again and again', [...signIns(0, 1, 2), ...signIns(3, 4, 5)], null],
    ['seven, one a day', signIns(0, 1, 2, 3, 4, 5, 6).map((each) => ({ ...each, at: each.at * DAY })), null],
    [
      'eight, one every 20 hours',
      signIns(0, 1, 2, 3, 4, 5, 6, 7).map((each) => ({ ...each, at: each.at * 72_000_000 })),
      { hold: 'DEVICE_RING', seen: 8 },
    ],
  ])('H-06 REQ-INC-8 on one phone: %s', (_title, shared, expected) => {
    const phonesOf = new Map([[1, new Set(['quiet', 'shared'])]]);
    const signInsOn = new Map([
      ['quiet', signIns(0)],
      ['shared', shared],
    ]);
    const at = around([], { phonesOf, signInsOn, circlesOf: new Map() });
    expect(ringOf(fact(1), at, [])).toEqual(expected);
    expect(ringOf(fact(2), at, [])).toBeNull();
  });

  it.each([
    ['five on phones of two and three', ['a', 'a', 'b', 'b', 'b'], { hold: 'INVITE_RING', seen: 5 }],
    ['four on phones of two', ['a', 'a', 'b', 'b'], null],
    ['five of whom one has an own phone', ['a', 'a', 'b', 'b', 'c'], null],
    ['a family that one of it invited, and neighbours', ['a', 'a', 'a', 'b', 'c', 'd'], null],
  ])('H-06 REQ-INC-8 a circle of invitations: %s', (_title, phones, expected) => {
    expect(ringOf(fact(1), around(phones), [])).toEqual(expected);
  });

  it('H-06 REQ-INC-8 whoever of a circle shares no phone is in no ring of those who do', () => {
    expect(ringOf(fact(6), around(['a', 'a', 'b', 'b', 'b', 'own']), [])).toBeNull();
  });

  const own = ['a', 'b', 'c', 'd', 'e'];
  const others = (change: (at: number) => Partial<EarningFact> = () => ({})) =>
    [2, 3, 4, 5].map((memberNo) => fact(memberNo, change(memberNo)));
  it.each([
    ['at one moment', others(), { hold: 'INVITE_RING', seen: 5 }],
    ['ten seconds apart', others(() => ({ occurredAt: NOON - 10_000 })), { hold: 'INVITE_RING', seen: 5 }],
    ['a moment further apart', others(() => ({ occurredAt: NOON - 10_001 })), null],
    ['one of them further apart', others((at) => ({ occurredAt: NOON - (at === 3 ? 11_000 : 0) })), null],
    ['another lesson', others(() => ({ contentId: 'lesson-2' })), null],
    ['another thing', others(() => ({ type: 'quiz_submitted' })), null],
    ['only three others', others().slice(1), null],
    ['one other four times', [2, 2, 2, 2].map((memberNo) => fact(memberNo)), null],
    ['strangers', [12, 13, 14, 15].map((memberNo) => fact(memberNo)), null],
  ])('H-06 REQ-INC-8 a circle in one step: %s', (_title, done, expected) => {
    expect(ringOf(fact(1), around(own, { done }), [])).toEqual(expected);
    expect(ringOf(fact(1), around(own, { done: done.slice(0, 2) }), done.slice(2))).toEqual(expected);
  });

  it('H-06 REQ-INC-8 the end of a live counts all who watched it, invited or not', () => {
    const live = { type: 'live_attended' } as const;
    expect(ringOf(fact(1, live), around(own, { done: others(() => live) }), [])).toBeNull();
  });
});

describe('H-06 why an award waits', () => {
  const before = (count: number, msAgo: number) =>
    Array.from({ length: count }, (_, at) =>
      fact(1, { eventId: `before-${at}`, type: 'checked_in', occurredAt: NOON - msAgo }),
    );
  it.each([
    ['30 things within the hour', before(30, 3_599_999), { hold: 'TOO_MANY', seen: 30 }],
    ['29 things within the hour', before(29, 0), null],
    ['30 things an hour ago', before(30, 3_600_000), null],
    ['a lesson 14.9 s ago', [fact(1, { occurredAt: NOON - 14_999 })], { hold: 'LESSON_TOO_FAST', seen: 14 }],
    ['a lesson 15 s ago', [fact(1, { occurredAt: NOON - 15_000 })], null],
  ])('H-06 REQ-INC-8 %s', (_title, past, expected) => {
    expect(holdOf(fact(1), past, null)).toEqual(expected);
  });

  it('H-06 REQ-INC-8 a ring is told before what one of it did too fast', () => {
    const ring = { hold: 'DEVICE_RING', seen: 6 } as const;
    expect(holdOf(fact(1), [fact(1)], ring)).toEqual(ring);
  });
});
