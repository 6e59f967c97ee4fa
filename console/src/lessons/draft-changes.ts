import type { LessonDraft } from '@siyu/shared/contracts/content';

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The fields in which an edited draft differs from the stored one, as paths.
 * @example draftChanges(stored, { ...stored, title: '新标题' }) // => ['title']
 */
export function draftChanges(stored: LessonDraft, edited: LessonDraft): string[] {
  const fields = [
    'label',
    'title',
    'summary',
    'pathTitle',
    'pathCode',
    'position',
    'minutes',
    'body',
    'source',
    'riskNote',
    'stages',
    'groups',
    'quiz',
  ] as const satisfies readonly (keyof LessonDraft)[];
  return fields.filter((field) => !isSame(stored[field], edited[field]));
}
