/** How much there was of an item over time. */
export interface StockLine {
  readonly stock: number;
  /** When the window began. */
  readonly taken: number;
  /** What members took of it for points since, and gave back, and what awards of before were taken back. */
  readonly moves: readonly { readonly at: number; readonly count: number }[];
  /** Whether it was published, and its days had come and were not over. */
  readonly isOffered: (at: number) => boolean;
}
