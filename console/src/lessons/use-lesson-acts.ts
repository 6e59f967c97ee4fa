import type { LessonDraft } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

const reload = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['lessons'] }),
    queryClient.invalidateQueries({ queryKey: ['reviews'] }),
  ]);

/** Saving, submitting and publishing one lesson; each shows the stored truth again when it is done. */
export function useLessonActs(lessonId: string) {
  const params = { lessonId };
  const save = useMutation({
    mutationFn: (draft: LessonDraft) => call(contentRoutes.saveDraft, { params, body: draft }),
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
  return { save, submit, publish, error: save.error ?? submit.error ?? publish.error };
}
export type LessonActsState = ReturnType<typeof useLessonActs>;
