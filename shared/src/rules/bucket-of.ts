/** Parts of equal size into which members fall by lot. */
export const BUCKETS = 10_000;

/**
 * The part into which a member falls, from 0 to `BUCKETS - 1`. The same for ever for one salt; what another salt says is
 * independent of it, so that a segment divides the members of another one evenly.
 *
 * @param salt whose lot it is, such as the id of a segment
 * @example
 * bucketOf('01900000-0000-7000-8000-000000000001', 7) // => 5960
 */
export function bucketOf(salt: string, memberNo: number): number {
  let hash = 0x811c9dc5;
  // FNV-1a over the salt, then MurmurHash3's last step twice: numbers that follow each other must not stay neighbours.
  for (let at = 0; at < salt.length; at += 1) hash = Math.imul(hash ^ salt.charCodeAt(at), 0x01000193);
  const mixed = spread(spread(memberNo ^ spread(hash)) ^ hash);
  return Math.floor(((mixed >>> 0) / 0x1_0000_0000) * BUCKETS);
}

function spread(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
