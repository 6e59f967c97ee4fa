import type { JobRow } from '@siyu/shared/contracts/jobs';
import { jobNames } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { failureSentence } from './failure-sentence.ts';

export const jobName = (code: string): string => jobNames[code]?.name ?? code;

/**
 * Whole percent of the work in hand, 99 at most while it is; null where nobody knows how much there is.
 * @example percentOf({ done: 2, total: 4 }) // => 50
 */
export function percentOf(units: JobRow['units']): number | null {
  if (units === null || units.total === null || units.total === 0) return null;
  return Math.min(99, Math.floor((100 * units.done) / units.total));
}

/** What is to be known about a job now, as one sentence. */
export function jobSentence(job: JobRow): string {
  if (job.isRunWanted) return '已经要求运行，几秒内开始。';
  switch (job.state) {
    case 'FAILED':
      return `连续失败 ${formatCount(job.attempts)} 次。${failureSentence(job.lastFailure?.code ?? '')}`;
    case 'STOPPED':
      return '已由管理员暂停，进度保留；继续后从停下的地方接着做。';
    case 'RUNNING':
      return job.units === null || job.units.total === null
        ? `正在进行，已处理 ${formatCount(job.units?.done ?? 0)} 位客户。`
        : `正在进行，已处理到第 ${formatCount(job.units.done)} 位，共约 ${formatCount(job.units.total)} 位客户。`;
    case 'OVERDUE':
      return '已过运行时间，没有进程在做。请确认后台进程是否启动。';
    case 'WAITING':
      return job.nextAt === null
        ? '等待第一次运行。'
        : `运行正常，下一次在 ${formatInstant(job.nextAt)} 前后。`;
  }
}
