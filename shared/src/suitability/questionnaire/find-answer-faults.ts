import type { Answer, Question, Questionnaire } from './questionnaire.ts';

/** What can be wrong with an answer. */
export const ANSWER_FAULTS = [
  'unanswered',
  'answered_twice',
  'several_options',
  'option_repeated',
  'unknown_option',
  'unknown_question',
] as const;

/** Why answers cannot be scored. */
export interface AnswerFault {
  readonly question: string;
  readonly fault: (typeof ANSWER_FAULTS)[number];
}

/**
 * What is wrong with answers: one fault a question at most, in the order of the questionnaire, then the questions it does
 * not have. An empty list: they can be scored.
 *
 * @example
 * const questions = [{ key: 'loss', isMultiple: false, options: [{ key: 'none', points: 0 }] }];
 * findAnswerFaults({ questions }, []) // => [{ question: 'loss', fault: 'unanswered' }]
 */
export function findAnswerFaults(
  { questions }: Pick<Questionnaire, 'questions'>,
  answers: readonly Answer[],
): readonly AnswerFault[] {
  const known = new Set(questions.map(({ key }) => key));
  const strangers = new Set(answers.map(({ question }) => question).filter((key) => !known.has(key)));
  return [
    ...questions.flatMap((question) => {
      const fault = faultOf(
        question,
        answers.filter((answer) => answer.question === question.key),
      );
      return fault === null ? [] : [{ question: question.key, fault }];
    }),
    ...[...strangers].map((question) => ({ question, fault: 'unknown_question' }) as const),
  ];
}

function faultOf(question: Question, answers: readonly Answer[]): AnswerFault['fault'] | null {
  const [answer, ...more] = answers;
  if (answer === undefined || answer.options.length === 0) return 'unanswered';
  if (more.length > 0) return 'answered_twice';
  if (!question.isMultiple && answer.options.length > 1) return 'several_options';
  if (new Set(answer.options).size < answer.options.length) return 'option_repeated';
  const isKnown = (chosen: string): boolean => question.options.some(({ key }) => key === chosen);
  return answer.options.every(isKnown) ? null : 'unknown_option';
}
