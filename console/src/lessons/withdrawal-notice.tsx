import type { LessonWithdrawal } from '@siyu/shared/contracts/content';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';

/** The last withdrawal of a lesson: why, what its readers were told, and how many have been. */
export function WithdrawalNotice({ withdrawal }: { withdrawal: LessonWithdrawal }) {
  const { version, reason, correction, withdrawnBy, withdrawnAt, told, seen, isTelling } = withdrawal;
  return (
    <div className="notice notice-warning" role="status">
      <div>
        {withdrawnBy}于 {formatInstant(withdrawnAt)} 撤下第 {version} 版：{reason}
      </div>
      <div>更正说明：{correction}</div>
      <div>
        {isTelling ? '正在告诉读过的客户，已告诉' : '已告诉读过的客户'} {formatCount(told)} 位，其中{' '}
        {formatCount(seen)} 位看过。
      </div>
    </div>
  );
}
