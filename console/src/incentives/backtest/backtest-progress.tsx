import type { BacktestRow } from '@siyu/shared/contracts/backtests';
import { backtestsRoutes } from '@siyu/shared/contracts/backtests.routes';
import { backtestStateNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../../api/call.ts';
import { FailureNotice } from '../../list/failure-notice.tsx';
import { ProgressBar } from '../../list/progress-bar.tsx';
import { refreshBacktests, takeBacktest } from './backtest-queries.ts';

/** How far a run has come, and its end before its time; what it has counted so far is not kept. */
export function BacktestProgress({ run: { runId, state, percent, mayCancel } }: { run: BacktestRow }) {
  const cancel = useMutation({
    mutationFn: () => call(backtestsRoutes.cancelBacktest, { params: { runId } }),
    onSuccess: takeBacktest,
    onError: refreshBacktests,
  });
  return (
    <div className="backtest-progress">
      <p role="status">{backtestStateNames[state]}，可以离开这一页，回来时接着看。</p>
      <ProgressBar percent={percent} label="回测进度" />
      {mayCancel && (
        <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
          取消回测
        </Button>
      )}
      <FailureNotice error={cancel.error} />
    </div>
  );
}
