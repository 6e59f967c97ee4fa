import type { LessonKeepsakes, NotebookPage, NotebookQuery, SetFavourite, WriteNote } from './notebook.ts';
import { defineRoute } from './route.ts';

interface OfLesson {
  readonly params: { readonly lessonId: string };
}

export const notebookRoutes = {
  getKeepsakes: defineRoute<OfLesson, LessonKeepsakes>(
    'notebook.getKeepsakes',
    'member',
    'GET',
    '/v1/lessons/:lessonId/keepsakes',
  ),
  setFavourite: defineRoute<OfLesson & { body: SetFavourite }, void>(
    'notebook.setFavourite',
    'member',
    'PUT',
    '/v1/lessons/:lessonId/favourite',
  ),
  writeNote: defineRoute<OfLesson & { body: WriteNote }, void>(
    'notebook.writeNote',
    'member',
    'PUT',
    '/v1/lessons/:lessonId/note',
  ),
  listEntries: defineRoute<{ query: NotebookQuery }, NotebookPage>(
    'notebook.listEntries',
    'member',
    'GET',
    '/v1/notebook',
  ),
} as const;
