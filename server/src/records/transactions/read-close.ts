const POINTS = /^(\d{1,9})(?:\.(\d{1,4}))?$/;

/**
 * Reads the close of an index, points with at most four decimals, above zero.
 * @returns ten-thousandths of a point; undefined when the text is no close
 * @example
 * readClose('4123.56') // 41_235_600
 */
export function readClose(text: string): number | undefined {
  const match = POINTS.exec(text);
  if (match === null) return undefined;
  const [, whole = '', decimals = ''] = match;
  const close = Number(whole + decimals.padEnd(4, '0'));
  return close > 0 ? close : undefined;
}
