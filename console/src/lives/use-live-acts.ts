import type { LiveDetail, LivePlan } from '@siyu/shared/contracts/live-desk';
import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import type { LiveMove } from '@siyu/shared/contracts/live.limits';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { refreshLive, takeLive } from './live-queries.ts';

interface Move {
  readonly act: LiveMove;
  readonly reason?: string;
}

/** Saving the plan of a live, and moving it on; each shows the stored truth again when it is done. */
export function useLiveActs(liveId: string) {
  const params = { liveId };
  const after = {
    onSuccess: (detail: LiveDetail) => takeLive(detail),
    onError: () => void refreshLive(liveId),
  };
  const save = useMutation({
    mutationFn: (plan: LivePlan) => call(liveDeskRoutes.saveLive, { params, body: plan }),
    onSuccess: takeLive,
  });
  const move = useMutation({
    mutationFn: (body: Move) => call(liveDeskRoutes.moveLive, { params, body }),
    ...after,
  });
  return {
    save,
    move,
    /** How one act goes, for its button. */
    shared: (act: LiveMove) => ({
      isPending: move.isPending && move.variables.act === act,
      error: move.variables?.act === act ? move.error : null,
    }),
  };
}
export type LiveActsState = ReturnType<typeof useLiveActs>;
