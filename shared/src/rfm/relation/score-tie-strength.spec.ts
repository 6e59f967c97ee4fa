import { describe, expect, it } from '@jest/globals';
import { addDays, epochDay } from '../../time/index.ts';
import { scoreTieStrength, sumDecaying, tieStrength, type EngagementFact } from '../index.ts';

const asOf = epochDay(20_781);
let count = 0;

function did(type: string, daysAgo: number, by?: 'adviser'): EngagementFact {
  count += 1;
  return { factId: `f-${count}`, type, on: addDays(asOf, -daysAgo), ...(by === undefined ? {} : { by }) };
}
function daily(days: number, type: string, by?: 'adviser'): EngagementFact[] {
  return Array.from({ length: days }, (_, day) => did(type, day + 1, by));
}
const strength = (...facts: readonly EngagementFact[]) => scoreTieStrength(facts, asOf).strengthHundredths;

describe('tie strength', () => {
  it('B-03 nothing is 0, and everything at once is 100 and no more', () => {
    expect(scoreTieStrength([], asOf)).toMatchObject({ band: 1, strengthHundredths: 0, nextChangeOn: null });
    const all = [
      ...daily(200, 'consultation_replied'),
      ...daily(200, 'consultation_replied', 'adviser'),
      ...daily(200, 'consultation_replied'),
      ...daily(200, 'consultation_replied', 'adviser'),
      ...daily(200, 'consultation_closed'),
      ...daily(200, 'purchase_confirmed'),
      ...daily(5, 'advisory_contract_signed'),
    ];
    expect(scoreTieStrength(all, asOf)).toMatchObject({ band: 5, strengthHundredths: 10_000 });
  });

  it('B-03 halves in 90 days, exactly, and changes its band on the day it falls under the cut', () => {
    const facts = [
      ...Array.from({ length: 2 }, () => did('advisory_contract_signed', 1)),
      did('advisory_contract_signed', 2),
      ...daily(3, 'consultation_closed'),
    ];
    const { parts, nextChangeOn, band } = scoreTieStrength(facts, asOf);
    const on = (days: number) => scoreTieStrength(facts, addDays(asOf, days));
    expect(band).toBe(2);
    expect(on(0).strengthHundredths).toBeGreaterThanOrEqual(2000);
    expect(nextChangeOn).not.toBeNull();
    const edge = (nextChangeOn ?? asOf) - asOf;
    expect([on(edge - 1).band, on(edge).band]).toEqual([2, 1]);
    expect(on(edge).parts).toEqual(parts);
    const contract = [did('advisory_contract_signed', 1)];
    expect(
      [0, 90, 180, 270].map((days) => scoreTieStrength(contract, addDays(asOf, days)).strengthHundredths),
    ).toEqual([1000, 500, 250, 125]);
  });

  it('B-03 counts replies of both sides, not messages sent', () => {
    const adviser = daily(30, 'consultation_replied', 'adviser');
    expect(strength(...adviser)).toBe(0);
    const alone = scoreTieStrength(daily(30, 'consultation_replied'), asOf);
    // The member's own messages are days of contact and nothing more.
    const contact = scoreTieStrength(daily(30, 'consultation_requested'), asOf);
    expect(alone.strengthHundredths).toBe(contact.strengthHundredths);
    const answered = strength(did('consultation_replied', 1), did('consultation_replied', 1, 'adviser'));
    expect(answered - strength(did('consultation_requested', 1))).toBe(100);
  });

  it('B-03 counts contracts and repeated purchases, never the first purchase and never an amount', () => {
    expect(strength(did('purchase_confirmed', 9), did('purchase_confirmed', 9))).toBe(0);
    expect(strength(did('purchase_confirmed', 9), did('purchase_confirmed', 1))).toBe(200);
    const large = { ...did('purchase_confirmed', 1), value: 100_000_000 };
    expect(strength(did('purchase_confirmed', 9), large)).toBe(200);
    expect(strength(did('advisory_contract_signed', 1))).toBe(1000);
  });

  it('B-03 a complaint, its upholding and the value of a rating lower nothing', () => {
    const tie = [did('consultation_closed', 3), did('advisory_contract_signed', 2)];
    const rated = (value: number) => ({ ...did('consultation_rated', 2), value });
    const complaints = [did('complaint_filed', 1), did('complaint_upheld', 1), did('push_unsubscribed', 1)];
    expect(strength(...tie, ...complaints)).toBe(strength(...tie));
    expect(strength(...tie, rated(1))).toBe(strength(...tie, rated(5)));
  });

  it('B-03 one day, one part and one flood reach their caps', () => {
    const flood = Array.from({ length: 500 }, () => did('group_replied', 1));
    expect(strength(...flood)).toBe(100 + 150);
    const years = daily(900, 'lesson_completed');
    const { strengthHundredths, parts } = scoreTieStrength(years, asOf);
    expect(strengthHundredths).toBe(5000);
    expect(parts.memberReplies).toBeNull();
  });

  it('B-03 names the facts of half a year by part and keeps what is older as one sum', () => {
    const old = did('live_attended', 400);
    const recent = did('live_attended', 3);
    const { evidence, parts } = scoreTieStrength([recent, old], asOf);
    expect(evidence.intensity.listed).toEqual([
      { on: asOf - 3, type: 'live_attended', points: 200, factIds: [recent.factId] },
    ]);
    const { earlier, listed } = evidence.intensity;
    expect(earlier).toEqual(sumDecaying([{ on: old.on, points: 200 }], tieStrength.halfLifeDays));
    expect(sumDecaying(listed, tieStrength.halfLifeDays, earlier)).toEqual(parts.intensity);
    expect(evidence.commitment).toEqual({ earlier: null, listed: [] });
  });

  it('B-05 stays in its band on the day it meets the cut, and sees what comes in on as-of itself', () => {
    const model = { ...tieStrength, cuts: [500] };
    const contract = did('advisory_contract_signed', 1);
    expect(scoreTieStrength([contract], asOf, model)).toMatchObject({ band: 2, nextChangeOn: asOf + 91 });
    expect(scoreTieStrength([did('advisory_contract_signed', 0)], asOf, model).nextChangeOn).toBe(asOf + 1);
  });

  it.each([
    ['lesson_completed', 100, 100, 300],
    ['quiz_submitted', 100, 100, 200],
    ['live_attended', 100, 200, 400],
    ['group_replied', 100, 50, 150],
    ['consultation_requested', 100, 0, 0],
    ['consultation_closed', 100, 400, 800],
    ['consultation_rated', 100, 0, 0],
    ['callback_done', 100, 100, 100],
  ])(
    'B-03 a day with %s is %i of contact; once it is %i of intensity, often %i',
    (type, contact, once, cap) => {
      const today = (count: number) =>
        scoreTieStrength(
          Array.from({ length: count }, () => did(type, 1)),
          asOf,
        ).strengthHundredths;
      // A day old, they have lost less than a hundredth of themselves.
      expect(today(20) - today(1)).toBeGreaterThanOrEqual(cap - once - 10);
      expect(today(20) - today(1)).toBeLessThanOrEqual(cap - once);
      expect(today(1)).toBeGreaterThanOrEqual(contact + once - 10);
      expect(today(1)).toBeLessThanOrEqual(contact + once);
    },
  );
});
