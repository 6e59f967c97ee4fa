/**
 * The eight groups of the classic RFM table: 重要价值 · 重要发展 · 重要保持 · 重要挽留 for members who spend much, and
 * the same four as 一般… for those who do not.
 */
export type ClassicGroupCode =
  | 'IMPORTANT_VALUE'
  | 'IMPORTANT_DEVELOP'
  | 'IMPORTANT_KEEP'
  | 'IMPORTANT_RETAIN'
  | 'ORDINARY_VALUE'
  | 'ORDINARY_DEVELOP'
  | 'ORDINARY_KEEP'
  | 'ORDINARY_RETAIN';

/** On which side of the cut a member stands. */
export interface ClassicHighs {
  /** Bought recently. */
  readonly recency: boolean;
  readonly frequency: boolean;
  readonly monetary: boolean;
}

/**
 * The classic group of a member (domain.md §1.4), by recency, frequency and monetary high (1) or low (0):
 * 111 重要价值 · 101 重要发展 · 011 重要保持 (唤回) · 001 重要挽留 · 110 一般价值 · 100 一般发展 (新客户) · 010 一般保持 ·
 * 000 一般挽留 (流失). Each of the eight cells has one group; a table in circulation gives 100 two.
 *
 * @example
 * classicGroupOf({ recency: true, frequency: false, monetary: true }) // => 'IMPORTANT_DEVELOP'
 * classicGroupOf({ recency: false, frequency: false, monetary: false }) // => 'ORDINARY_RETAIN'
 */
export function classicGroupOf({ recency, frequency, monetary }: ClassicHighs): ClassicGroupCode {
  if (monetary) {
    if (recency) return frequency ? 'IMPORTANT_VALUE' : 'IMPORTANT_DEVELOP';
    return frequency ? 'IMPORTANT_KEEP' : 'IMPORTANT_RETAIN';
  }
  if (recency) return frequency ? 'ORDINARY_VALUE' : 'ORDINARY_DEVELOP';
  return frequency ? 'ORDINARY_KEEP' : 'ORDINARY_RETAIN';
}
