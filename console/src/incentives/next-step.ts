import type { IncentiveDetail } from '@siyu/shared/contracts/incentive-rules';
import { formatInstant } from '../format/moments.ts';

/** Where a rule stands and whose turn it is, for whoever opens it. */
export function nextStep(
  detail: Pick<IncentiveDetail, 'phase' | 'version' | 'hasDraft' | 'isInReview' | 'validFrom' | 'validUntil'>,
): string {
  const beside = besideSaid(detail);
  const { phase, version, validFrom, validUntil } = detail;
  switch (phase) {
    case 'DRAFT':
      return '提交后由合规同事复核，通过以后才会送出。';
    case 'IN_REVIEW':
      return '正在等合规同事复核。现在保存修改会撤回这次复核。';
    case 'SCHEDULED':
      return `第 ${version} 版已通过复核，${validFrom === null ? '' : `${formatInstant(validFrom)} `}开始送。${beside}`;
    case 'LIVE':
      return `正在送，到 ${validUntil === null ? '' : formatInstant(validUntil)} 止。${beside}`;
    case 'PAUSED':
      return `已暂停，恢复之前不送。${beside}`;
    case 'EXHAUSTED':
      return `预算或所送权益的库存用完，已经自动停止。改大预算要重新复核；库存补上，或有送出的被退回时，也可以直接恢复。${beside}`;
    case 'ENDED':
      return `已经到期，不再送。修改有效期要重新复核。${beside}`;
    case 'RETIRED':
      return '已停用，不能再修改和恢复。';
  }
}

function besideSaid({
  hasDraft,
  isInReview,
  version,
}: Pick<IncentiveDetail, 'hasDraft' | 'isInReview' | 'version'>): string {
  if (isInReview) return `第 ${version + 1} 版正在等合规同事复核，现在保存修改会撤回这次复核。`;
  return hasDraft ? '有修改还没有提交复核，通过之前照原来的送。' : '保存的修改要通过复核才生效。';
}
