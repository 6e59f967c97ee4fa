import type { TrailState } from '@siyu/shared/contracts/trail';
import { SEAL_WITHIN_MS } from '@siyu/shared/contracts/trail.limits';
import { formatCount } from '../format/figures.ts';
import { formatSpan } from '../format/moments.ts';

type Waiting = Pick<TrailState, 'unsealedRows' | 'oldestUnsealedAt' | 'readAt'>;

/**
 * How long the oldest row has waited for its seal, by the server's clock; null when none waits. Longer than the
 * sealer needs means that it stands still, and what is not sealed could be altered unseen.
 */
export function waitingForSeal({ unsealedRows, oldestUnsealedAt, readAt }: Waiting) {
  if (unsealedRows === 0) return null;
  const count = `还有 ${formatCount(unsealedRows)} 条等待封存`;
  if (oldestUnsealedAt === null) return { isOverdue: false, sentence: `${count}。` };
  const ageMs = Math.max(0, Date.parse(readAt) - Date.parse(oldestUnsealedAt));
  const isOverdue = ageMs > SEAL_WITHIN_MS;
  return {
    isOverdue,
    sentence: isOverdue
      ? `${count}，最早一条已等 ${formatSpan(ageMs)}，超过 ${formatSpan(SEAL_WITHIN_MS)}的上限；未封存的记录被改动时校验不出来，请联系系统管理员。`
      : `${count}，最早一条已等 ${formatSpan(ageMs)}。`,
  };
}
