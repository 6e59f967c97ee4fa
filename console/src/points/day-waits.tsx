import type { PointsTotals } from '@siyu/shared/contracts/points';
import { pointsRoutes } from '@siyu/shared/contracts/points.routes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useStaff } from '../app/signed-in.tsx';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { totalsQuery } from './points-queries.ts';

/** A day that does not follow the one before waits until a person has looked at the clock. */
export function DayWaits({ totals }: { totals: PointsTotals }) {
  const { roles } = useStaff();
  const client = useQueryClient();
  const { businessOn, waitingOn } = totals;
  const open = useMutation({
    mutationFn: (day: string) => call(pointsRoutes.openDay, { body: { day } }),
    onSuccess: (next) => client.setQueryData(totalsQuery.queryKey, next),
  });
  if (waitingOn === null) return null;
  const mayOpen = roles.includes('finance') || roles.includes('operator');
  return (
    <>
      <section className="card points-waits" role="alert">
        <p className="strong">
          服务器的日期是 {waitingOn}，积分账还在业务日 {businessOn}
        </p>
        <p>
          两者相差超过一天时，积分不会自行到期。请先核对服务器的时间，时间没有错再确认；确认后，到期的积分随即失效，过完的月份随即月结。
        </p>
        {mayOpen && (
          <Button loading={open.isPending} onClick={() => open.mutate(waitingOn)}>
            时间没有错，确认
          </Button>
        )}
      </section>
      <FailureNotice error={open.error} />
    </>
  );
}
