import { describe, expect, it } from '@jest/globals';
import { addDays, epochDay } from '../../time/index.ts';
import { dailyPoints, rfe, scoreRfe, sumDecaying, type EngagementFact } from '../index.ts';

const asOf = epochDay(20_781);
let count = 0;

function did(type: string, daysAgo: number, more: Partial<EngagementFact> = {}): EngagementFact {
  count += 1;
  return { factId: `f-${count}`, type, on: addDays(asOf, -daysAgo), ...more };
}
const times = (number: number, make: () => EngagementFact) => Array.from({ length: number }, make);

describe('rfe', () => {
  it('B-03 a member who never took part has the lowest bands and no days', () => {
    expect(scoreRfe([], asOf)).toEqual({
      asOf,
      recencyBand: 1,
      frequencyBand: 1,
      depthBand: 1,
      lastActiveOn: null,
      recencyDays: null,
      activeDays: 0,
      depth: null,
      depthHundredths: 0,
      evidence: { earlier: null, listed: [] },
      nextChangeOn: null,
    });
  });

  it.each([
    [1, 6],
    [3, 6],
    [4, 5],
    [7, 5],
    [8, 4],
    [14, 4],
    [15, 3],
    [30, 3],
    [31, 2],
    [60, 2],
    [61, 1],
  ])('B-03 the last act %i days before as-of is recency band %i', (daysAgo, band) => {
    expect(scoreRfe([did('content_viewed', daysAgo)], asOf)).toMatchObject({
      recencyBand: band,
      recencyDays: daysAgo,
      lastActiveOn: asOf - daysAgo,
    });
  });

  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [8, 4],
    [12, 5],
    [19, 5],
    [20, 6],
    [30, 6],
  ])('B-03 %i active days in the window are frequency band %i, however much one day holds', (days, band) => {
    const facts = Array.from({ length: days }, (_, day) => times(3, () => did('content_viewed', day + 1)));
    const outside = [did('content_viewed', 31), did('content_viewed', 0)];
    expect(scoreRfe([...facts.flat(), ...outside], asOf)).toMatchObject({
      activeDays: days,
      frequencyBand: band,
    });
  });

  it.each([
    [4, 1],
    [5, 2],
    [19, 2],
    [20, 3],
    [49, 3],
    [50, 4],
    [99, 4],
    [100, 5],
    [199, 5],
    [200, 6],
  ])('B-03 %i points of depth today are band %i', (points, band) => {
    const model = { ...rfe, rules: [{ type: 'lesson_completed', points: 100, dailyCap: 100_000 }] };
    const facts = times(points, () => did('lesson_completed', 1));
    expect(scoreRfe(facts, asOf, model)).toMatchObject({ depthHundredths: points * 100, depthBand: band });
  });

  it('B-03 a fact of 30 days before the last counts half, to the hundredth and at the edge of a band', () => {
    const facts = [did('lesson_completed', 31), did('lesson_completed', 31)];
    expect(scoreRfe(facts, asOf)).toMatchObject({ depthHundredths: 500, depthBand: 2 });
    expect(scoreRfe(facts, addDays(asOf, 1))).toMatchObject({ depthHundredths: 488, depthBand: 1 });
  });

  it('B-03 caps each event type per day, and lets kinds and days add up', () => {
    const views = times(40, () => did('content_viewed', 1));
    expect(scoreRfe(views, asOf).depthHundredths).toBe(500);
    expect(scoreRfe([...views, did('lesson_completed', 1)], asOf).depthHundredths).toBe(1000);
    const yesterday = scoreRfe([...views, ...times(40, () => did('content_viewed', 2))], asOf);
    expect(yesterday.depthHundredths).toBe(500 + 488);
  });

  it('B-03 facts with a suspect clock earn half the cap at most, and never lift a day over its cap', () => {
    const suspect = (number: number) =>
      times(number, () => did('content_viewed', 1, { isClockSuspect: true }));
    const trusted = (number: number) => times(number, () => did('content_viewed', 1));
    const depth = (facts: EngagementFact[]) => scoreRfe(facts, asOf).depthHundredths;
    expect(depth(suspect(1))).toBe(100);
    expect(depth(suspect(2))).toBe(200);
    expect(depth(suspect(9))).toBe(250);
    expect(depth([...suspect(9), ...trusted(1)])).toBe(350);
    expect(depth([...suspect(9), ...trusted(9)])).toBe(500);
  });

  it('B-03 counts reading by full five minutes of the day together, 30 at most', () => {
    const read = (...seconds: number[]) =>
      scoreRfe(
        seconds.map((value) => did('content_dwelled', 1, { value })),
        asOf,
      );
    expect(read(299).lastActiveOn).toBeNull();
    expect(read(150, 150).depthHundredths).toBe(100);
    expect(read(1800, 1800).depthHundredths).toBe(600);
    expect(scoreRfe([did('content_dwelled', 1)], asOf).depthHundredths).toBe(0);
  });

  it('B-03 sees neither money nor others: purchases, complaints, referrals and the adviser earn nothing', () => {
    const facts = [
      'purchase_confirmed',
      'advisory_contract_signed',
      'complaint_filed',
      'referral_opened',
      'push_sent',
      'constructor',
    ].map((type) => did(type, 1));
    const reply = did('consultation_replied', 1, { by: 'adviser' });
    expect(scoreRfe([...facts, reply], asOf)).toEqual(scoreRfe([], asOf));
    expect(scoreRfe([did('consultation_replied', 1, { by: 'member' })], asOf).depthHundredths).toBe(200);
  });

  it('B-03 names the facts it counted by day and type, and keeps what is older as one sum', () => {
    const old = [did('lesson_completed', 300), did('lesson_completed', 200)];
    const recent = [did('quiz_submitted', 2), did('content_viewed', 2), did('content_viewed', 2)];
    const ignored = [did('content_viewed', 0), did('complaint_filed', 2)];
    const { evidence, depth } = scoreRfe([...ignored, ...recent, ...old], asOf);
    expect(evidence.listed).toEqual([
      {
        on: asOf - 2,
        type: 'content_viewed',
        points: 200,
        factIds: [recent[1], recent[2]].map((fact) => fact?.factId).sort(),
      },
      { on: asOf - 2, type: 'quiz_submitted', points: 400, factIds: [recent[0]?.factId] },
    ]);
    expect(evidence.earlier).toEqual(sumDecaying(dailyPoints(old, rfe.rules), 30));
    expect(sumDecaying(evidence.listed, 30, evidence.earlier)).toEqual(depth);
  });

  it('B-03 lists the facts of 120 days, counted back from the last day with points', () => {
    const facts = [did('quiz_submitted', 5), did('quiz_submitted', 124), did('quiz_submitted', 125)];
    const { evidence } = scoreRfe(facts, asOf);
    expect(evidence.listed.map(({ on }) => asOf - on)).toEqual([124, 5]);
    expect(scoreRfe(facts, addDays(asOf, 300)).evidence).toEqual(evidence);
  });

  it('B-05 depth stays in its band on the day it meets the cut and leaves it on the next', () => {
    const model = { ...rfe, recencyCuts: [], windowDays: 500 };
    // 1,000 hundredths of the day before as-of are 500, the cut, on as-of + 30.
    const score = scoreRfe([did('lesson_completed', 1), did('lesson_completed', 1)], asOf, model);
    expect(score).toMatchObject({ depthBand: 2, nextChangeOn: asOf + 31 });
  });

  it.each([
    ['content_viewed', 100, 500],
    ['content_shared', 100, 200],
    ['lesson_completed', 500, 1500],
    ['quiz_submitted', 400, 1200],
    ['live_reserved', 200, 400],
    ['live_attended', 800, 1600],
    ['live_replayed', 300, 600],
    ['group_joined', 300, 300],
    ['group_replied', 200, 1000],
    ['checked_in', 100, 100],
    ['consultation_requested', 600, 1200],
    ['consultation_replied', 200, 1000],
    ['consultation_rated', 300, 600],
    ['adviser_bound', 500, 500],
    ['callback_done', 300, 300],
    ['kyc_updated', 300, 300],
    ['risk_assessed', 500, 500],
    ['product_viewed', 100, 300],
    ['product_favourited', 100, 200],
    ['disclosure_read', 200, 400],
    ['push_opened', 100, 200],
  ])('B-03 one %s of a day earns %i hundredths, and many of them %i', (type, once, cap) => {
    const listed = (count: number) =>
      scoreRfe(
        times(count, () => did(type, 1)),
        asOf,
      ).evidence.listed;
    expect(listed(1)).toMatchObject([{ type, points: once }]);
    expect(listed(20)).toMatchObject([{ type, points: cap }]);
  });
});
