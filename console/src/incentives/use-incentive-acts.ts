import type { IncentiveDetail, IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import type { IncentiveMove } from '@siyu/shared/contracts/incentive-rules.limits';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { refreshIncentive, takeIncentive } from './incentive-queries.ts';

interface Move {
  readonly act: IncentiveMove;
  readonly reason: string;
}

/** Saving a rule, handing it in and moving it on; each shows the stored truth again when it is done. */
export function useIncentiveActs({ ruleId, revision }: Pick<IncentiveDetail, 'ruleId' | 'revision'>) {
  const params = { ruleId };
  const after = { onSuccess: takeIncentive, onError: () => void refreshIncentive(ruleId) };
  const save = useMutation({
    mutationFn: (draft: IncentiveDraft) =>
      call(incentiveRulesRoutes.saveIncentive, { params, body: { draft, revision } }),
    // Of what somebody else saved meanwhile the writer is told; what they wrote stays before them.
    onSuccess: takeIncentive,
  });
  const submit = useMutation({
    mutationFn: () => call(incentiveRulesRoutes.submitIncentive, { params, body: { revision } }),
    onSuccess: takeIncentive,
  });
  const move = useMutation({
    mutationFn: (body: Move) => call(incentiveRulesRoutes.moveIncentive, { params, body }),
    ...after,
  });
  return { save, submit, move };
}
export type IncentiveActsState = ReturnType<typeof useIncentiveActs>;
