const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * UUID version 7 (RFC 9562): 48 bits of time, then random bits, so that ids sort by the moment they were made.
 * @param now epoch milliseconds
 * @param random a number in [0, 1), such as Math.random: the id must be unique, not secret
 */
export function uuidV7(now: number, random: () => number = Math.random): string {
  const time = hex(Math.floor(now), 12);
  const chunk = (bits: number): number => Math.floor(random() * 2 ** bits);
  const variant = 0x8000 + chunk(14);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex(chunk(12), 3)}`,
    hex(variant, 4),
    hex(chunk(24), 6) + hex(chunk(24), 6),
  ].join('-');
}
