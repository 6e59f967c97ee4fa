import type { SavePathDraft } from '@siyu/shared/contracts/paths';
import { pathsRoutes } from '@siyu/shared/contracts/paths.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { refreshPaths } from './path-queries.ts';

/** Saving, submitting, planning, publishing and withdrawing one path; each shows the stored truth again when it is done. */
export function usePathActs(pathId: string) {
  const params = { pathId };
  const save = useMutation({
    mutationFn: (body: SavePathDraft) => call(pathsRoutes.saveDraft, { params, body }),
    onSuccess: refreshPaths,
  });
  const submit = useMutation({
    mutationFn: () => call(pathsRoutes.submitPath, { params }),
    onSuccess: refreshPaths,
  });
  const publish = useMutation({
    mutationFn: () => call(pathsRoutes.publishPath, { params }),
    onSuccess: refreshPaths,
  });
  const schedule = useMutation({
    mutationFn: (publishAt: string) => call(pathsRoutes.schedulePath, { params, body: { publishAt } }),
    onSuccess: refreshPaths,
  });
  const unschedule = useMutation({
    mutationFn: () => call(pathsRoutes.unschedulePath, { params }),
    onSettled: refreshPaths,
  });
  const withdraw = useMutation({
    mutationFn: (reason: string) => call(pathsRoutes.withdrawPath, { params, body: { reason } }),
    onSuccess: refreshPaths,
  });
  const all = [save, submit, publish, schedule, unschedule];
  return {
    save,
    submit,
    publish,
    schedule,
    unschedule,
    withdraw,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    /** Forgets what went wrong before, so that only the next act is spoken of. */
    reset: () => {
      for (const act of all) act.reset();
    },
  };
}
export type PathActsState = ReturnType<typeof usePathActs>;
