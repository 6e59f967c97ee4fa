import { LessonDraft, SingleExplanationQuestion } from '@siyu/shared/contracts/content';
import { z } from 'zod';
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
  | 'label'
>;

const OldDraft = LessonDraft.extend({ quiz: z.array(SingleExplanationQuestion) });

/**
 * The text of a version as its author wrote it. What an older one says of a whole question, it says of each of
 * its options.
 */
export function draftOf(version: DraftColumns): LessonDraft {
  const old = OldDraft.safeParse(version);
  if (!old.success) return LessonDraft.parse(version);
  const quiz = old.data.quiz.map(({ explanation, ...question }) => ({
    ...question,
    explanations: question.options.map(() => explanation),
  }));
  return { ...old.data, quiz };
}

export function hashOfDraft(draft: LessonDraft): string {
  return sha256OfJson(hashed(draft));
}

/** Education is hashed as it was before there were labels, so that every hash a reviewer ever saw still holds. */
function hashed(text: Pick<LessonDraft, 'label'>): object {
  const { label, ...rest } = text;
  return label === 'education' ? rest : text;
}

/**
 * Hash of the text as it stands, whatever hash was once noted beside it. An older text keeps the one under which it
 * was reviewed.
 */
export function hashOfVersion(version: DraftColumns): string {
  const old = OldDraft.safeParse(version);
  return sha256OfJson(hashed(old.success ? old.data : LessonDraft.parse(version)));
}

export function columnsOf(draft: LessonDraft): DraftColumns & Pick<LessonVersion, 'contentSha256'> {
  return { ...draft, contentSha256: hashOfDraft(draft) };
}
