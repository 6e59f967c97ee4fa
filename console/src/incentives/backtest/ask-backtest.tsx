import type { BacktestDetail } from '@siyu/shared/contracts/backtests';
import { backtestsRoutes } from '@siyu/shared/contracts/backtests.routes';
import type { IncentiveDetail } from '@siyu/shared/contracts/incentive-rules';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../api/call.ts';
import { DayField } from '../../list/day-field.tsx';
import { FailureNotice } from '../../list/failure-notice.tsx';
import { takeBacktest } from './backtest-queries.ts';
import { defaultWindow, windowFault, windowInstants } from './backtest-window.ts';

interface AskBacktestProps {
  readonly detail: Pick<IncentiveDetail, 'ruleId' | 'revision'>;
  /** Something is written that is not stored: only what is stored can be tested. */
  readonly isEdited: boolean;
  readonly isUnderway: boolean;
  readonly onAsked: (run: BacktestDetail) => void;
}

/** Over which days a draft is to be tested. */
export function AskBacktest({
  detail: { ruleId, revision },
  isEdited,
  isUnderway,
  onAsked,
}: AskBacktestProps) {
  const [window, setWindow] = useState(() => defaultWindow(Date.now()));
  const fault = windowFault(window, Date.now());
  const fromId = useId();
  const lastId = useId();
  const ask = useMutation({
    mutationFn: () =>
      call(backtestsRoutes.askBacktest, {
        params: { ruleId },
        body: { ...windowInstants(window), revision },
      }),
    onSuccess: (run) => {
      takeBacktest(run);
      onAsked(run);
    },
  });
  return (
    <div className="backtest-ask">
      <div className="field-row">
        <div className="field">
          <label htmlFor={fromId}>从</label>
          <DayField id={fromId} value={window.from} onChange={(from) => setWindow({ ...window, from })} />
        </div>
        <div className="field">
          <label htmlFor={lastId}>到（这一天也算）</label>
          <DayField id={lastId} value={window.last} onChange={(last) => setWindow({ ...window, last })} />
        </div>
        <Button
          disabled={fault !== null || isEdited || isUnderway}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          开始回测
        </Button>
      </div>
      {fault !== null && <div className="field-error">{fault}</div>}
      {isEdited && <p className="note">回测的是已保存的草稿，请先保存修改。</p>}
      <FailureNotice error={ask.error} />
    </div>
  );
}
