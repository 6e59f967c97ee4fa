import { AppError } from '../../../platform/http/index.ts';

export const pathNotFound = () => new AppError('paths.not_found', 404);
/** Somebody saved another text since the editor was opened. */
export const pathChanged = () => new AppError('paths.draft_changed', 409);
export const pathNotDraft = () => new AppError('paths.not_a_draft', 409);
export const pathNotApproved = () => new AppError('paths.not_approved', 409);
export const pathNotPublished = () => new AppError('paths.not_published', 409);
/** Nothing in it that members could read. */
export const pathEmpty = () => new AppError('paths.empty', 422);
/** A lesson nobody has published, by its id. */
export const lessonUnpublished = (lessonId: string) =>
  new AppError('paths.lesson_unpublished', 422, { lessonId });
/** A lesson stands in one path at a time. */
export const lessonElsewhere = (title: string, path: string) =>
  new AppError('paths.lesson_elsewhere', 409, { title, path });
export const pathChangedSinceReview = () => new AppError('paths.changed_since_review', 409);
export const editorMayNotReview = () => new AppError('paths.editor_may_not_review', 403);
