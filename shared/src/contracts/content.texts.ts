import type { LessonDraft } from './content.ts';
import type { WordingText } from './moderation.ts';

/**
 * Every text of a lesson that members read, by its place; a quiz's wrong answers are marked as such.
 * @example
 * textsOfLesson(draft)[0] // => { path: 'title', text: '认识复利', isMarkedWrong: false }
 */
export function textsOfLesson(draft: LessonDraft): WordingText[] {
  const plain = (path: string, text: string): WordingText => ({ path, text, isMarkedWrong: false });
  return [
    plain('title', draft.title),
    plain('summary', draft.summary),
    plain('pathTitle', draft.pathTitle),
    plain('body', draft.body),
    plain('riskNote', draft.riskNote),
    plain('source', draft.source),
    ...draft.quiz.flatMap(({ question, options, right, explanation }, index) => [
      plain(`quiz.${index}.question`, question),
      ...options.map((text, option) => ({
        path: `quiz.${index}.options.${option}`,
        text,
        isMarkedWrong: option !== right,
      })),
      plain(`quiz.${index}.explanation`, explanation),
    ]),
  ];
}
