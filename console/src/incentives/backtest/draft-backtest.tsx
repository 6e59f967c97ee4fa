import { useQuery } from '@tanstack/react-query';
import { formatShortInstant } from '../../format/moments.ts';
import { FailureState } from '../../list/failure-state.tsx';
import { ListSkeleton } from '../../list/list-skeleton.tsx';
import { backtestListQuery, backtestQuery } from './backtest-queries.ts';
import { BacktestReport } from './backtest-report.tsx';
import { windowSaid } from './backtest-window.ts';
import '../../styles/backtest.css';

/** What the writer saw of exactly the draft that is to be decided about: the same run, the same figures. */
export function DraftBacktest({ ruleId }: { ruleId: string }) {
  const list = useQuery(backtestListQuery(ruleId));
  const row = list.data?.rows.find(({ isCurrent, state }) => isCurrent && state === 'DONE');
  const found = useQuery({ ...backtestQuery(row?.runId ?? ''), enabled: row !== undefined });
  const error = list.error ?? found.error;
  const report = found.data?.report;
  return (
    <section className="backtest" aria-label="回测">
      <h2>回测</h2>
      {error ? (
        <FailureState error={error} onRetry={() => void (list.error ? list.refetch() : found.refetch())} />
      ) : list.data && row === undefined ? (
        <p className="note">提交的这一版没有回测过，可以退回请作者先回测。</p>
      ) : row === undefined || report === undefined || report === null ? (
        <ListSkeleton rows={4} />
      ) : (
        <>
          <p className="note">
            {row.askedByName}于 {formatShortInstant(row.askedAt)} 回测了 {windowSaid(row)}，就是提交的这一版。
          </p>
          <BacktestReport run={row} report={report} />
        </>
      )}
    </section>
  );
}
