import type { DefinitionState } from '../contracts/segment-definitions.limits.ts';

/** Where a segment that somebody drew stands. */
export const definitionStateNames = {
  DRAFT: '草稿',
  LIVE: '使用中',
  RETIRED: '已停用',
} as const satisfies Record<DefinitionState, string>;
