import type { ExportKindCode } from '../contracts/exports.limits.ts';

/** What a file is of: known to every list that can be exported, so that it stands apart from the words of the form. */
export const exportKindNames = {
  members: '客户列表',
  audit: '留痕记录',
  pointsClosings: '积分月结',
} as const satisfies Record<ExportKindCode, string>;
