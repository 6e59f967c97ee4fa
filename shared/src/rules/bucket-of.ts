/** Parts of equal size into which members fall by lot when one of every ten thousand counts. */
export const BUCKETS = 10_000;
/** A prime whose square is a safe integer, so that numbers of JavaScript and of SQL say the same: 2 ** 26 - 5. */
const PRIME = 67_108_859;

/**
 * The part into which a member falls, from 0 to `parts - 1`. The same for ever for one salt; what another salt says is
 * independent of it, so that a segment divides the members of another one evenly.
 *
 * A polynomial of the third degree over a prime field, its coefficients from the salt: any four members fall
 * independently of each other, and SQL can say it in one short expression (`bucketSql`).
 *
 * @param salt whose lot it is, such as the id of a segment
 * @example
 * bucketOf('01900000-0000-7000-8000-000000000001', 7) // => 441
 */
export function bucketOf(salt: string, memberNo: number, parts = BUCKETS): number {
  return bucketsOf(salt, parts)(memberNo);
}

/** The same for many members: what a salt makes of the polynomial is worked out once. */
export function bucketsOf(salt: string, parts = BUCKETS): (memberNo: number) => number {
  const coefficients = coefficientsOf(salt);
  return (memberNo) => {
    const number = memberNo % PRIME;
    return coefficients.reduce((sum, each) => (sum * number + each) % PRIME, 0) % parts;
  };
}

/** The same in SQL, on every engine; its four `?` are `coefficientsOf` the salt. */
export function bucketSql(column: string, parts: number): string {
  const number = `(${column} % ${PRIME})`;
  const sum = ['?', '?', '?'].reduce((inner, mark) => `((${inner} * ${number} + ${mark}) % ${PRIME})`, '?');
  return `(${sum} % ${parts})`;
}

/** What a salt makes of the polynomial, from its highest power down. */
export function coefficientsOf(salt: string): readonly number[] {
  let hash = 0x811c9dc5;
  // FNV-1a over the salt, then MurmurHash3's last step for each: salts that are alike must not stay neighbours.
  for (let at = 0; at < salt.length; at += 1) hash = Math.imul(hash ^ salt.charCodeAt(at), 0x01000193);
  return [1, 2, 3, 4].map((power) => (spread(spread(hash) ^ Math.imul(power, 0x9e3779b9)) >>> 0) % PRIME);
}

function spread(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
