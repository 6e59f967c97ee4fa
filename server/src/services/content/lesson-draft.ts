import { ContentDraft, LessonDraft, SingleExplanationQuestion } from '@siyu/shared/contracts/content';
import { z } from 'zod';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { basisOf } from './advice-basis.ts';
import type { LessonVersion } from './lesson.entity.ts';

type DraftColumns = Pick<
  LessonVersion,
  | 'kind'
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
  | 'targetId'
  | 'picture'
  | 'basis'
>;

/** What is in the columns of a kind that does not have them. */
const ABSENT = {
  pathCode: '',
  pathTitle: '',
  position: 0,
  summary: '',
  minutes: 0,
  body: '',
  quiz: [],
  targetId: null,
  picture: null,
} as const;

const OldDraft = LessonDraft.extend({ quiz: z.array(SingleExplanationQuestion) });

/**
 * The text of a version as its author wrote it. What an older lesson says of a whole question, it says of each of
 * its options.
 */
export function draftOf(version: DraftColumns): ContentDraft {
  const old = OldDraft.safeParse(version);
  if (!old.success) return ContentDraft.parse(version);
  const quiz = old.data.quiz.map(({ explanation, ...question }) => ({
    ...question,
    explanations: question.options.map(() => explanation),
  }));
  return { ...old.data, quiz };
}

/** The questions of a lesson; no other kind asks any. */
export function quizOf(version: DraftColumns): LessonDraft['quiz'] {
  const draft = draftOf(version);
  return draft.kind === 'lesson' ? draft.quiz : [];
}

export function hashOfDraft(draft: ContentDraft): string {
  return sha256OfJson(hashed({ ...draft, basis: basisOf(draft) }));
}

/**
 * A lesson is hashed as it was before there were other kinds, and education as before there were labels, so that
 * every hash a reviewer ever saw still holds; so is advice as before it was asked what it rests on.
 */
function hashed(text: Pick<ContentDraft, 'kind' | 'label' | 'basis'>): object {
  const { basis, ...words } = text;
  const told = basis === null || basis === undefined ? words : { ...words, basis };
  if (told.kind !== 'lesson') return told;
  const { kind: _, label, ...rest } = told;
  return label === 'education' ? rest : { ...rest, label };
}

/**
 * Hash of the text as it stands, whatever hash was once noted beside it. An older text keeps the one under which it
 * was reviewed.
 */
export function hashOfVersion(version: DraftColumns): string {
  const old = OldDraft.safeParse(version);
  return sha256OfJson(hashed(old.success ? old.data : ContentDraft.parse(version)));
}

export function columnsOf(draft: ContentDraft): DraftColumns & Pick<LessonVersion, 'contentSha256'> {
  return { ...ABSENT, quiz: [], ...draft, basis: basisOf(draft), contentSha256: hashOfDraft(draft) };
}
