import { BUCKETS, bucketsOf } from './bucket-of.ts';

/** Of a chi-square with one degree of freedom: exceeded once in a thousand times by chance. */
const SUSPICIOUS = 10.828;

/**
 * Whether a member of a segment is held out of what is done with it. Who is stays so when the share grows.
 *
 * @param percent share that is held out
 * @example
 * isHeldOut('01900000-0000-7000-8000-000000000001', 7, 10) // => true
 */
export function isHeldOut(salt: string, memberNo: number, percent: number): boolean {
  return heldOutBy(salt, percent)(memberNo);
}

/** The same, to be asked of many members. */
export function heldOutBy(salt: string, percent: number): (memberNo: number) => boolean {
  const bucket = bucketsOf(salt);
  const bound = (percent / 100) * BUCKETS;
  return (memberNo) => bucket(memberNo) < bound;
}

/**
 * Whether the share of those held out differs from the asked one by more than chance explains: then something else than
 * the lot decided who is there, and no effect may be read off the difference.
 *
 * @example
 * isRatioSuspicious(100, 1_000, 10) // => false
 * isRatioSuspicious(150, 1_000, 10) // => true
 */
export function isRatioSuspicious(heldOut: number, members: number, percent: number): boolean {
  const share = percent / 100;
  const expected = members * share;
  const variance = expected * (1 - share);
  return variance > 0 && (heldOut - expected) ** 2 / variance > SUSPICIOUS;
}
