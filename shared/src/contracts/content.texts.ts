import type { ContentDraft, LessonDraft } from './content.ts';
import type { WordingText } from './moderation.ts';

const plain = (path: string, text: string): WordingText => ({ path, text, isMarkedWrong: false });

/**
 * Every text of a draft that members read or hear, by its place; a quiz's wrong answers are marked as such, what is
 * said of them is not: those are the firm's own words.
 * @example
 * textsOfContent(draft)[0] // => { path: 'title', text: '认识复利', isMarkedWrong: false }
 */
export function textsOfContent(draft: ContentDraft): WordingText[] {
  return [
    plain('title', draft.title),
    ...ownTexts(draft),
    plain('riskNote', draft.riskNote),
    plain('source', draft.source),
    ...basisTexts(draft),
  ];
}

function basisTexts({ basis }: ContentDraft): WordingText[] {
  return basis?.usesReport === true ? [plain('basis.reportPublisher', basis.reportPublisher)] : [];
}

function ownTexts(draft: ContentDraft): WordingText[] {
  switch (draft.kind) {
    case 'lesson':
      return [
        plain('summary', draft.summary),
        plain('pathTitle', draft.pathTitle),
        plain('body', draft.body),
        ...quizTexts(draft.quiz),
      ];
    case 'article':
      return [plain('summary', draft.summary), plain('body', draft.body)];
    case 'card':
      return [plain('summary', draft.summary)];
    case 'poster':
      return [plain('picture.alt', draft.picture.alt)];
  }
}

function quizTexts(quiz: LessonDraft['quiz']): WordingText[] {
  return quiz.flatMap(({ question, options, right, explanations }, index) => [
    plain(`quiz.${index}.question`, question),
    ...options.map((text, option) => ({
      path: `quiz.${index}.options.${option}`,
      text,
      isMarkedWrong: option !== right,
    })),
    ...explanations.map((text, option) => plain(`quiz.${index}.explanations.${option}`, text)),
  ]);
}
