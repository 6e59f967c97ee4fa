import type { ImportRow } from '@siyu/shared/contracts/imports';
import { errorSentence } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';

type Told = Pick<
  ImportRow,
  | 'kind'
  | 'state'
  | 'isCancelWanted'
  | 'bytesDone'
  | 'bytesTotal'
  | 'recorded'
  | 'duplicates'
  | 'rejected'
  | 'hasRejects'
  | 'failureCode'
>;

/** What became of a file and what to do now, computed from the figures that stand beside it. */
export function importOutcome(row: Told): string {
  switch (row.state) {
    case 'QUEUED':
      return row.isCancelWanted ? CANCELLING : '正在排队，轮到时自动开始。关闭页面不影响导入。';
    case 'RUNNING':
      return running(row);
    case 'DONE':
      return done(row);
    case 'CANCELLED':
      return `已取消，${kept(row.recorded)}需要其余的行时，重新上传同一份文件即可，已有的行不会重复计入。`;
    case 'FAILED':
      return failed(row);
  }
}

const CANCELLING = '正在取消，手上的几百行处理完就停。';

function running({ isCancelWanted, bytesDone, bytesTotal }: Told): string {
  if (isCancelWanted) return CANCELLING;
  return bytesDone >= bytesTotal
    ? '所有行都已读完，正在整理结果。'
    : '正在逐行导入。关闭页面不影响导入，服务重启后会从断点继续。';
}

function failed({ failureCode, recorded }: Told): string {
  const why = errorSentence(failureCode ?? 'imports.internal_failure');
  return recorded > 0 ? `${why}停止前导入的 ${formatCount(recorded)} 行保留。` : why;
}

function done({ kind, recorded, duplicates, rejected, hasRejects }: Told): string {
  if (recorded + duplicates + rejected === 0) return '文件里只有表头，没有可以导入的行。';
  const parts = [
    ...(recorded === 0 ? [] : [`导入了 ${formatCount(recorded)} 行`]),
    ...(duplicates === 0 || recorded === 0 ? [] : [`${formatCount(duplicates)} 行此前已导入，没有重复计入`]),
    ...(rejected === 0 ? [] : [`退回了 ${formatCount(rejected)} 行`]),
  ];
  const sum = parts.length === 0 ? '' : `${parts.join('，')}。`;
  // Nothing new: the file, or all that is good in it, has been taken before.
  const before =
    recorded === 0 && duplicates > 0
      ? `这份文件此前导入过：${formatCount(duplicates)} 行都已存在，这次没有改变任何内容。`
      : '';
  return before + sum + nextStep(kind, recorded, hasRejects);
}

function nextStep(kind: Told['kind'], recorded: number, hasRejects: boolean): string {
  if (hasRejects) return '请下载退回明细，按原因改好原文件再上传；已导入的行再传一次也只算一次。';
  if (kind === 'exchange_holidays' && recorded > 0) return '这份日历要经另一位同事复核后才生效。';
  return '';
}

const kept = (recorded: number): string =>
  recorded === 0 ? '没有导入任何内容。' : `取消前导入的 ${formatCount(recorded)} 行保留。`;

/** What those of the recorded lines that have no effect yet are waiting for. */
export const waitingFor = (kind: ImportRow['kind']): string =>
  kind === 'exchange_holidays' ? '待复核' : '待关联账户';
