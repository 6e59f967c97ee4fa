import type { BrakeRow } from '@siyu/shared/contracts/brakes';
import { brakesRoutes } from '@siyu/shared/contracts/brakes.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { targetInWords } from './brake-columns.tsx';
import { refreshBrakes } from './brake-queries.ts';

/** One person may stop; to go on takes a second one. */
export function AskRelease({ brake }: { brake: BrakeRow }) {
  const ask = useMutation({
    mutationFn: (reason: string) =>
      call(brakesRoutes.askRelease, { params: { brakeId: brake.brakeId }, body: { reason } }),
    onSettled: refreshBrakes,
  });
  return (
    <AskReason
      act="申请恢复"
      title={`恢复「${targetInWords(brake)}」`}
      label="为什么可以恢复（复核的同事会看到）"
      isPrimary
      isPending={ask.isPending}
      error={ask.error}
      onReason={(reason) => ask.mutate(reason)}
    >
      <p>另一位合规同事在「审核」里通过后恢复，在那以前继续停发。</p>
      <p>拦下的消息恢复后自动发送，过了有效时间的不再发；撤回的群发任务不会自动恢复。</p>
    </AskReason>
  );
}
