import type { LessonDraft } from './content.ts';
import type { WordingText } from './moderation.ts';

/**
 * Every text of a lesson that members read, by its place; a quiz's wrong answers are marked as such, what is
 * said of them is not: those are the firm's own words.
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
    ...draft.quiz.flatMap(({ question, options, right, explanations }, index) => [
      plain(`quiz.${index}.question`, question),
      ...options.map((text, option) => ({
        path: `quiz.${index}.options.${option}`,
        text,
        isMarkedWrong: option !== right,
      })),
      ...explanations.map((text, option) => plain(`quiz.${index}.explanations.${option}`, text)),
    ]),
  ];
}
