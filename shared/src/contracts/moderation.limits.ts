/** What may not be said to members: promises of returns, stock tips, private payment, inducement. */
export const WORDING_FAULTS = ['promise', 'stock_tip', 'private_payment', 'inducement'] as const;
export type WordingFault = (typeof WORDING_FAULTS)[number];
/** `refused` cannot reach members; `review` may, once the reviewer has looked at the place. */
export const WORDING_LEVELS = ['refused', 'review'] as const;
export type WordingLevel = (typeof WORDING_LEVELS)[number];
export const WORDING_TEXTS_MAX = 80;
export const WORDING_TEXT_MAX = 20_000;

interface Marked {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly reasonCode: string;
}

/**
 * What a reviewer ticks: the place and the reason of a finding. The text it stands in is pinned by the review's hash.
 * @example
 * wordingMark({ path: 'body', start: 3, end: 9, reasonCode: 'promise.reads_like' }) // => 'body:3-9:promise.reads_like'
 */
export const wordingMark = ({ path, start, end, reasonCode }: Marked): string =>
  `${path}:${start}-${end}:${reasonCode}`;
