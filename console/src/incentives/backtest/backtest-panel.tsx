import type { BacktestRow } from '@siyu/shared/contracts/backtests';
import type { IncentiveDetail } from '@siyu/shared/contracts/incentive-rules';
import { backtestStateNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useStaff } from '../../app/signed-in.tsx';
import { formatShortInstant } from '../../format/moments.ts';
import { FailureState } from '../../list/failure-state.tsx';
import { ListSkeleton } from '../../list/list-skeleton.tsx';
import { AskBacktest } from './ask-backtest.tsx';
import { BacktestComparison } from './backtest-comparison.tsx';
import { BacktestProgress } from './backtest-progress.tsx';
import { backtestListQuery, backtestQuery, isUnderway } from './backtest-queries.ts';
import { BacktestReport } from './backtest-report.tsx';
import { windowSaid } from './backtest-window.ts';
import '../../styles/backtest.css';

const WhatIf = lazy(() => import('./what-if.lazy.tsx'));

interface BacktestPanelProps {
  readonly detail: Pick<IncentiveDetail, 'ruleId' | 'revision' | 'phase'>;
  readonly isEdited: boolean;
}

/** What the draft would have done over past days, before anybody decides about it. */
export function BacktestPanel(props: BacktestPanelProps) {
  const { ruleId } = props.detail;
  const list = useQuery(backtestListQuery(ruleId));
  return (
    <section className="card backtest" aria-label="回测">
      <h2>回测</h2>
      <p className="note">用过去真实发生的事，看已保存的草稿会送出多少、送给谁。</p>
      {list.data ? (
        <Runs {...props} rows={list.data.rows} />
      ) : list.error ? (
        <FailureState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <ListSkeleton rows={4} />
      )}
    </section>
  );
}

/** The runs that there are, one of them in full; and for whoever writes rules the way to another one. */
function Runs({ detail, isEdited, rows }: BacktestPanelProps & { rows: readonly BacktestRow[] }) {
  const mayAsk = useStaff().roles.includes('operator') && detail.phase !== 'RETIRED';
  const [chosen, setChosen] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [asksWhatIf, setAsksWhatIf] = useState(false);
  const shown = rows.find(({ runId }) => runId === chosen) ?? rows[0];
  const others = rows.filter((row) => row.runId !== shown?.runId && row.state === 'DONE');
  return (
    <>
      {mayAsk && (
        <AskBacktest
          detail={detail}
          isEdited={isEdited}
          isUnderway={rows.some(isUnderway)}
          onAsked={({ runId }) => setChosen(runId)}
        />
      )}
      {shown === undefined ? (
        <p className="note">还没有回测过。</p>
      ) : (
        <>
          {rows.length > 1 && (
            <div className="field-row">
              <RunField label="看哪一次" rows={rows} value={shown.runId} onChange={setChosen} />
              {others.length > 0 && (
                <RunField
                  label="和哪一次比"
                  rows={others}
                  value={others.some(({ runId }) => runId === other) ? other : null}
                  onChange={setOther}
                  isOptional
                />
              )}
            </div>
          )}
          <Run run={shown} other={others.find(({ runId }) => runId === other) ?? null} />
        </>
      )}
      {mayAsk && !asksWhatIf && <Button onClick={() => setAsksWhatIf(true)}>换一位客户试试</Button>}
      {asksWhatIf && (
        <Suspense fallback={<ListSkeleton rows={2} />}>
          <WhatIf ruleId={detail.ruleId} isEdited={isEdited} />
        </Suspense>
      )}
    </>
  );
}

interface RunFieldProps {
  readonly label: string;
  readonly rows: readonly BacktestRow[];
  readonly value: string | null;
  readonly onChange: (runId: string | null) => void;
  readonly isOptional?: boolean;
}

function RunField({ label, rows, value, onChange, isOptional = false }: RunFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <Select
        className="full"
        aria-label={label}
        placeholder="不比"
        allowClear={isOptional}
        value={value}
        options={rows.map((row) => ({ value: row.runId, label: runName(row) }))}
        onChange={(runId) => onChange(runId ?? null)}
      />
    </label>
  );
}

const runName = (row: BacktestRow): string =>
  [
    formatShortInstant(row.askedAt),
    windowSaid(row),
    ...(row.state === 'DONE' ? [] : [backtestStateNames[row.state]]),
    ...(row.isCurrent ? ['现在的草稿'] : []),
  ].join(' · ');

/** One run, whatever became of it. */
function Run({ run, other }: { run: BacktestRow; other: BacktestRow | null }) {
  const found = useQuery(backtestQuery(run.runId));
  const beside = useQuery({ ...backtestQuery(other?.runId ?? ''), enabled: other !== null });
  const row = found.data ?? run;
  if (isUnderway(row)) return <BacktestProgress run={row} />;
  if (row.state === 'CANCELLED') return <p className="note">这次回测已经取消，没有结果。</p>;
  if (row.state === 'FAILED') return <p className="note">这次回测没有完成，可以再试一次。</p>;
  if (found.error) return <FailureState error={found.error} onRetry={() => void found.refetch()} />;
  const report = found.data?.report;
  if (found.data === undefined || report === null || report === undefined) return <ListSkeleton rows={4} />;
  const right = other === null ? undefined : beside.data;
  return (
    <>
      {!row.isCurrent && (
        <div className="notice notice-warning">回测以后草稿又改过，下面是改之前那份草稿的结果。</div>
      )}
      {right !== undefined && right.report !== null && (
        <BacktestComparison left={{ run: found.data, report }} right={{ run: right, report: right.report }} />
      )}
      <BacktestReport run={found.data} report={report} />
      <p className="note">
        {row.askedByName}于 {formatShortInstant(row.askedAt)} 回测 · 草稿指纹 {row.sha256.slice(0, 12)}
      </p>
    </>
  );
}
