import type { WordingText } from './moderation.ts';
import type { PathDraft } from './paths.ts';

/**
 * Every text of a path that members read, by its place; those of its lessons are the lessons' own.
 * @example
 * textsOfPath(draft)[0] // => { path: 'title', text: '理财第一步', isMarkedWrong: false }
 */
export function textsOfPath(draft: PathDraft): WordingText[] {
  const plain = (path: string, text: string): WordingText => ({ path, text, isMarkedWrong: false });
  const texts = [
    plain('title', draft.title),
    plain('summary', draft.summary),
    ...draft.courses.map(({ title }, index) => plain(`courses.${index}.title`, title)),
  ];
  return texts.filter(({ text }) => text !== '');
}
