import { bigintTransformer, flagTransformer, jsonTransformer } from './transformers.ts';

/** L1 public · L2 internal · L3 personal · L4 sensitive personal. An ungraded column does not pass the tests. */
export type Grade = 'L1' | 'L2' | 'L3' | 'L4';
export const GRADES: readonly Grade[] = ['L1', 'L2', 'L3', 'L4'];

/** What a column is on both engines; entities and migrations are made from the same rows. */
export const kinds = {
  publicId: { type: 'varchar', length: 36, transformer: undefined },
  memberNo: { type: 'int', length: undefined, transformer: undefined },
  code: { type: 'varchar', length: 32, transformer: undefined },
  text: { type: 'varchar', length: 255, transformer: undefined },
  longText: { type: 'text', length: undefined, transformer: undefined },
  instant: { type: 'bigint', length: undefined, transformer: bigintTransformer },
  day: { type: 'int', length: undefined, transformer: undefined },
  fen: { type: 'bigint', length: undefined, transformer: bigintTransformer },
  count: { type: 'int', length: undefined, transformer: undefined },
  flag: { type: 'smallint', length: undefined, transformer: flagTransformer },
  json: { type: 'text', length: undefined, transformer: jsonTransformer },
} as const;
export type Kind = keyof typeof kinds;
