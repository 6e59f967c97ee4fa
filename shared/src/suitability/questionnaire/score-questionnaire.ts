import type { Goals } from '../investor.ts';
import type { InvestorLevel } from '../levels.ts';
import { PRODUCT_TYPES } from '../product.ts';
import { findAnswerFaults } from './find-answer-faults.ts';
import { levelOfScore } from './level-of-score.ts';
import type { Answer, Question, Questionnaire, QuestionOption } from './questionnaire.ts';

/** What a questionnaire says of whoever answered it. */
export interface ScoredAnswers {
  readonly score: number;
  readonly level: InvestorLevel;
  /** Of the lowest category because of an answer, whatever the score. */
  readonly isLowestByAnswer: boolean;
  readonly goals: Goals;
}

/**
 * Scores whole answers: the points of the options chosen, of several the most. Where several answers say how long the
 * money may stay, the shortest counts.
 *
 * @throws RangeError when `findAnswerFaults` finds a fault: what is not answered is not counted as nothing
 * @example
 * const options = [{ key: 'none', points: 0 }, { key: 'some', points: 20, horizonMonths: 12 }];
 * const questionnaire = { questions: [{ key: 'loss', isMultiple: false, options }], cuts: CITIC_2018_CUTS, lowestAnswers: [] };
 * scoreQuestionnaire(questionnaire, [{ question: 'loss', options: ['some'] }]) // => { score: 20, level: 'C2', isLowestByAnswer: false, goals: { horizonMonths: 12, types: [] } }
 * scoreQuestionnaire(questionnaire, []) // => throws RangeError
 */
export function scoreQuestionnaire(questionnaire: Questionnaire, answers: readonly Answer[]): ScoredAnswers {
  const [fault] = findAnswerFaults(questionnaire, answers);
  if (fault !== undefined) throw new RangeError(`${fault.question}: ${fault.fault}`);
  const { questions, cuts, lowestAnswers } = questionnaire;
  const chosen = questions.map((question) => chosenOf(question, answers));
  const score = chosen.reduce((sum, options) => sum + Math.max(...options.map(({ points }) => points)), 0);
  const isLowestByAnswer = lowestAnswers.some(({ question, option }) =>
    answers.some((answer) => answer.question === question && answer.options.includes(option)),
  );
  return {
    score,
    level: isLowestByAnswer ? 'C1_LOWEST' : levelOfScore(score, cuts),
    isLowestByAnswer,
    goals: goalsOf(chosen.flat()),
  };
}

function chosenOf({ key, options }: Question, answers: readonly Answer[]): readonly QuestionOption[] {
  const chosen = answers.find(({ question }) => question === key)?.options ?? [];
  return options.filter((option) => chosen.includes(option.key));
}

function goalsOf(chosen: readonly QuestionOption[]): Goals {
  const horizons = chosen.flatMap(({ horizonMonths }) =>
    horizonMonths === undefined ? [] : [horizonMonths],
  );
  return {
    horizonMonths: horizons.length === 0 ? null : Math.min(...horizons),
    types: PRODUCT_TYPES.filter((type) => chosen.some(({ types }) => types?.includes(type))),
  };
}
