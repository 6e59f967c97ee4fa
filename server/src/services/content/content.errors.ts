import { AppError, PlacedRefusal } from '../../platform/http/index.ts';

export const lessonNotFound = () => new AppError('content.lesson_not_found', 404);
/** A brake holds it. */
export const lessonPaused = () => new AppError('content.lesson_paused', 409);
/** Its path is kept for those who hold it. */
export const lessonKept = (path: string) => new AppError('content.lesson_kept', 403, { path });
export const consentRequired = () => new AppError('identity.consent_required', 403);
export const notReadToEnd = (percent: number) => new AppError('content.not_read_to_end', 409, { percent });
/** An answer to a question that is not in the quiz, is answered twice or has no such option. */
export const quizMismatch = (questionId: string) =>
  new AppError('content.quiz_mismatch', 422, { questionId });
/** The same submission id came before with other answers. */
export const submissionDiffers = () => new AppError('content.submission_differs', 422);
export const notADraft = () => new AppError('content.not_a_draft', 409);
/** Whose registration is missing or past signs nothing that goes to members (REQ-ADV-1). */
export const authorNotRegistered = (name: string) =>
  new AppError('content.author_not_registered', 409, { name });
/** Advice is an adviser's to give. */
export const adviserRequired = (name: string) => new AppError('content.adviser_required', 409, { name });
/** Not in the future, or too far in it. */
export const scheduleOutOfRange = (days: number) =>
  new AppError('content.schedule_out_of_range', 422, { days });
/** A card does not become an article. */
export const kindDiffers = () => new AppError('content.kind_differs', 409);
/** What a card or a poster leads to cannot be read by everybody who is shown it. */
export const targetNotShown = () => new AppError('content.target_not_shown', 422);
/** Advice does not say whether it uses a research report (REQ-ADV-4). */
export const basisMissing = () => new AppError('content.basis_missing', 422);
/** It does, and names no publisher or no day. */
export const reportIncomplete = () => new AppError('content.report_incomplete', 422);
export const reportInFuture = () => new AppError('content.report_in_future', 422);
export const pictureMissing = () => new AppError('content.picture_missing', 422);
export const pictureUnreadable = () => new AppError('content.picture_unreadable', 422);
export const pictureNotFound = () => new AppError('content.picture_not_found', 404);
export const notPublished = () => new AppError('content.not_published', 409);
/** What the readers would be told may not be said to members. */
export const correctionRefused = () => new AppError('content.correction_refused', 422);
export const correctionNotFound = () => new AppError('content.correction_not_found', 404);
export const notScheduled = () => new AppError('content.not_scheduled', 409);
export const notApproved = () => new AppError('content.not_approved', 409);
/** The text is no longer the one that was approved. */
export const changedSinceReview = () => new AppError('content.changed_since_review', 409);
export const authorMayNotReview = () => new AppError('content.author_may_not_review', 403);
export const fileUnreadable = () => new AppError('content.file_unreadable', 422);
export const fileMissing = () => new AppError('content.file_missing', 400);

/** Places that only the reviewer's own look can let pass, with where they stand. */
export const wordingNotLookedAt = (issues: PlacedRefusal['issues']) =>
  new PlacedRefusal('content.wording_not_looked_at', 422, issues);

/** Words that may not be said to members, with their places. */
export class WordingRefused extends PlacedRefusal {
  constructor(
    issues: PlacedRefusal['issues'],
    readonly dictionaryVersions: Readonly<Record<string, number>>,
    readonly reasonCodes: readonly string[],
  ) {
    super('content.wording_refused', 422, issues);
  }
}
