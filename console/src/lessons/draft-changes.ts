import type { ContentDraft } from '@siyu/shared/contracts/content';

/** Every field that some kind of draft has, in the order of the editor; the kind itself never changes. */
const FIELDS = [
  'label',
  'title',
  'summary',
  'picture',
  'targetId',
  'pathTitle',
  'pathCode',
  'position',
  'minutes',
  'body',
  'source',
  'basis',
  'riskNote',
  'stages',
  'groups',
  'quiz',
] as const;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The fields in which an edited draft differs from the stored one, as paths.
 * @example draftChanges(stored, { ...stored, title: '新标题' }) // => ['title']
 */
export function draftChanges(stored: ContentDraft, edited: ContentDraft): string[] {
  const before: Readonly<Record<string, unknown>> = stored;
  const after: Readonly<Record<string, unknown>> = edited;
  return FIELDS.filter((field) => !isSame(before[field], after[field]));
}
