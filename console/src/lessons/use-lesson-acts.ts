import type { ContentDraft } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

const reload = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['lessons'] }),
    queryClient.invalidateQueries({ queryKey: ['reviews'] }),
  ]);

/** Saving, submitting, planning and publishing one text; each shows the stored truth again when it is done. */
export function useLessonActs(lessonId: string) {
  const params = { lessonId };
  const save = useMutation({
    mutationFn: (draft: ContentDraft) => call(contentRoutes.saveDraft, { params, body: draft }),
    onSuccess: reload,
  });
  const submit = useMutation({
    mutationFn: () => call(contentRoutes.submitLesson, { params }),
    onSuccess: reload,
  });
  const publish = useMutation({
    mutationFn: () => call(contentRoutes.publishLesson, { params }),
    onSuccess: reload,
  });
  const schedule = useMutation({
    mutationFn: (publishAt: string) => call(contentRoutes.scheduleLesson, { params, body: { publishAt } }),
    onSuccess: reload,
  });
  const unschedule = useMutation({
    mutationFn: () => call(contentRoutes.unscheduleLesson, { params }),
    onSettled: reload,
  });
  const all = [save, submit, publish, schedule, unschedule];
  return {
    save,
    submit,
    publish,
    schedule,
    unschedule,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    /** Forgets what went wrong before, so that only the next act is spoken of. */
    reset: () => {
      for (const act of all) act.reset();
    },
  };
}
export type LessonActsState = ReturnType<typeof useLessonActs>;
