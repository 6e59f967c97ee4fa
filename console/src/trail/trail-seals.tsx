import type { TrailVerification } from '@siyu/shared/contracts/trail';
import { trailRoutes } from '@siyu/shared/contracts/trail.routes';
import { trailBreakNames } from '@siyu/shared/messages';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { formatCount } from '../format/figures.ts';
import { formatInstant, formatShortInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { trailStateQuery } from './trail-queries.ts';
import { waitingForSeal } from './waiting-for-seal.ts';

/** How far the trail is sealed, and whether a recomputation finds it unchanged. */
export function TrailSeals() {
  const state = useQuery(trailStateQuery);
  const verify = useMutation({
    mutationFn: () => call(trailRoutes.verifyTrail, {}),
    onSuccess: (data) => queryClient.setQueryData(trailStateQuery.queryKey, data),
    // What was asked for stands in the trail itself.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['trail', 'list'] }),
  });
  const { data, error } = state;
  if (!data) return error ? <FailureNotice error={error} /> : <p className="note">正在读取封存状态。</p>;
  const waiting = waitingForSeal(data);
  const isUnderway = data.verifications.some((each) => each.state === 'QUEUED' || each.state === 'RUNNING');
  return (
    <section className="card trail-seals" aria-label="封存与校验">
      <p>
        {data.lastSealedAt === null
          ? '还没有封存过记录。'
          : `已封存 ${formatCount(data.seals)} 批，最近一批 ${formatInstant(data.lastSealedAt)}，指纹 ${data.lastSealHash?.slice(0, 12) ?? ''}。`}
      </p>
      {waiting !== null && (
        <p
          className={waiting.isOverdue ? 'trail-overdue' : 'note'}
          role={waiting.isOverdue ? 'alert' : undefined}
        >
          {waiting.isOverdue && <span className="chip chip-warning">封存停滞</span>}
          {waiting.sentence}
        </p>
      )}
      <div className="actions">
        <Button loading={verify.isPending || isUnderway} onClick={() => verify.mutate()}>
          {isUnderway ? '正在校验' : '校验全部留痕'}
        </Button>
        <FailureNotice error={verify.error} />
      </div>
      {data.verifications.length > 0 && (
        <ul className="trail-verifications" aria-label="校验结果">
          {data.verifications.map((each) => (
            <li key={each.verificationId}>
              <span className={`chip ${toneOf(each)}`}>{verdictOf(each)}</span>
              <span className="note">
                {each.requesterName} · {formatShortInstant(each.requestedAt)}
                {each.result &&
                  ` · ${formatCount(each.result.rows)} 条，${formatCount(each.result.seals)} 批`}
                {each.result?.lastSealHash && ` · 末批指纹 ${each.result.lastSealHash.slice(0, 12)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function toneOf({ state, result }: TrailVerification): string {
  if (state === 'FAILED') return 'chip-warning';
  if (result === null) return '';
  return result.firstBreak === null ? 'chip-success' : 'chip-error';
}

function verdictOf({ state, result }: TrailVerification): string {
  if (state === 'FAILED') return '没有校验完，请重试';
  if (result === null) return state === 'QUEUED' ? '排队中' : '校验中';
  if (result.firstBreak === null) return '完整，没有被改动';
  const { kind, rowId, sealSequence } = result.firstBreak;
  const place = rowId === null ? `第 ${sealSequence ?? ''} 批` : rowId;
  return `${trailBreakNames[kind]}：${place}`;
}
