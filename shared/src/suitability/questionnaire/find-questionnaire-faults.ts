import { INVESTOR_LEVELS } from '../levels.ts';
import type { Cuts, Question, Questionnaire } from './questionnaire.ts';

/** Why a questionnaire cannot be used. */
export const QUESTIONNAIRE_FAULTS = [
  'question_repeated',
  'option_repeated',
  'cuts_not_rising',
  'level_out_of_reach',
  'unknown_lowest_answer',
] as const;

/** What is wrong, and where. */
export interface QuestionnaireFault {
  readonly fault: (typeof QUESTIONNAIRE_FAULTS)[number];
  /** Such as `questions[2].options`, `cuts.C3` or `lowestAnswers[0]`. */
  readonly place: string;
}

/**
 * What is wrong with a questionnaire of well-formed parts: keys that stand twice, cuts that do not rise, a level that
 * the best answers do not reach, an answer of the lowest category that is not offered. An empty list: nothing.
 *
 * @example
 * const options = [{ key: 'none', points: 0 }, { key: 'much', points: 82 }];
 * const questions = [{ key: 'loss', isMultiple: false, options }];
 * findQuestionnaireFaults({ questions, cuts: CITIC_2018_CUTS, lowestAnswers: [] }) // => [{ fault: 'level_out_of_reach', place: 'cuts.C5' }]
 */
export function findQuestionnaireFaults({
  questions,
  cuts,
  lowestAnswers,
}: Questionnaire): readonly QuestionnaireFault[] {
  const keys = questions.map(({ key }) => key);
  return [
    ...questions.flatMap(({ key, options }, nth): QuestionnaireFault[] => [
      ...(keys.indexOf(key) < nth
        ? [{ fault: 'question_repeated', place: `questions[${nth}]` } as const]
        : []),
      ...(new Set(options.map((option) => option.key)).size < options.length
        ? [{ fault: 'option_repeated', place: `questions[${nth}].options` } as const]
        : []),
    ]),
    ...cutFaults(cuts, mostPoints(questions)),
    ...lowestAnswers.flatMap(({ question, option }, nth): QuestionnaireFault[] => {
      const isOffered = questions.some(
        ({ key, options }) => key === question && options.some((each) => each.key === option),
      );
      return isOffered ? [] : [{ fault: 'unknown_lowest_answer', place: `lowestAnswers[${nth}]` }];
    }),
  ];
}

const mostPoints = (questions: readonly Question[]): number =>
  questions.reduce((sum, { options }) => sum + Math.max(0, ...options.map(({ points }) => points)), 0);

function cutFaults(cuts: Cuts, most: number): QuestionnaireFault[] {
  let last = -1;
  const faults: QuestionnaireFault[] = [];
  for (const level of INVESTOR_LEVELS) {
    if (level === 'C1_LOWEST') continue;
    const place = `cuts.${level}`;
    if (cuts[level] <= last) faults.push({ fault: 'cuts_not_rising', place });
    if (cuts[level] > most) faults.push({ fault: 'level_out_of_reach', place });
    last = cuts[level];
  }
  return faults;
}
