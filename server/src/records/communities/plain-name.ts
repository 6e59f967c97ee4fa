const PLAIN_MAX = 120;

/**
 * A name as it is compared with what people type: width, case and spaces made equal, as whoever asks has made theirs.
 * @example
 * plainName('投教一群（周三 课）') // => '投教一群(周三课)'
 */
export const plainName = (name: string): string =>
  name.normalize('NFKC').toUpperCase().replace(/\s/g, '').slice(0, PLAIN_MAX);
