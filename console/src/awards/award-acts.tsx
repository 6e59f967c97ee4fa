import type { StaffAward } from '@siyu/shared/contracts/awards';
import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { refreshAwards } from './award-queries.ts';

/** Gives what is held or not; takes back what was given for something that did not happen as it was told. */
export function AwardActs({ award: { awardId, state } }: { award: StaffAward }) {
  const params = { awardId };
  const decide = useMutation({
    mutationFn: (body: { isReleased: boolean; reason: string }) =>
      call(awardsRoutes.decideHold, { params, body }),
    onSuccess: refreshAwards,
  });
  const withdraw = useMutation({
    mutationFn: (reason: string) => call(awardsRoutes.withdrawFact, { params, body: { reason } }),
    onSuccess: refreshAwards,
  });
  if (state === 'HELD')
    return (
      <div className="actions row-acts">
        <AskReason
          act="发放"
          title="为什么发放"
          label="原因（至少 4 个字，记入留痕）"
          isPrimary
          isPending={decide.isPending}
          error={decide.error}
          onReason={(reason) => decide.mutate({ isReleased: true, reason })}
        >
          <p>发放后积分立即记入客户账上。</p>
        </AskReason>
        <AskReason
          act="不发放"
          title="为什么不发放"
          label="原因（至少 4 个字，记入留痕）"
          isPending={decide.isPending}
          error={null}
          onReason={(reason) => decide.mutate({ isReleased: false, reason })}
        >
          <p>占用的预算会退回给规则。</p>
        </AskReason>
      </div>
    );
  if (state !== 'AWARDED') return null;
  return (
    <div className="actions row-acts">
      <AskReason
        act="撤回这件事"
        title="为什么撤回"
        label="原因（至少 4 个字，记入留痕）"
        isPending={withdraw.isPending}
        error={withdraw.error}
        onReason={(reason) => withdraw.mutate(reason)}
      >
        <p>因这件事发出的全部奖励都会收回，已花掉的部分如实记账；这件事也不再计入任务。</p>
      </AskReason>
    </div>
  );
}
