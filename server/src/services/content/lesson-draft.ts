import { LessonDraft } from '@siyu/shared/contracts/content';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import type { LessonVersion } from './lesson.entity.ts';

type DraftColumns = Pick<
  LessonVersion,
  | 'pathCode'
  | 'pathTitle'
  | 'position'
  | 'title'
  | 'summary'
  | 'minutes'
  | 'body'
  | 'source'
  | 'riskNote'
  | 'stages'
  | 'groups'
  | 'quiz'
>;

/** The text of a version as its author wrote it. */
export function draftOf(version: DraftColumns): LessonDraft {
  return LessonDraft.parse(version);
}

/** Hash of the text as it stands, whatever hash was once noted beside it. */
export function hashOfDraft(draft: LessonDraft): string {
  return sha256OfJson(draft);
}

export function columnsOf(draft: LessonDraft): DraftColumns & Pick<LessonVersion, 'contentSha256'> {
  return { ...draft, contentSha256: hashOfDraft(draft) };
}
