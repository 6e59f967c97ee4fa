import type { QuizResult, SubmitQuiz } from '@siyu/shared/contracts/content';

export interface QuizQuestion {
  readonly questionId: string;
  readonly question: string;
  readonly options: readonly string[];
  readonly right: number;
  /** One for each option, in their order. */
  readonly explanations: readonly string[];
}

/** What a member may see before answering: never `right`, never an explanation. */
export function withoutAnswers(
  quiz: readonly QuizQuestion[],
): { questionId: string; question: string; options: string[] }[] {
  return quiz.map(({ questionId, question, options }) => ({ questionId, question, options: [...options] }));
}

/** The first reason why a submission does not fit the quiz, or null: a stranger's question, one answered twice, an option that is not there. */
export function findQuizMismatch(
  quiz: readonly QuizQuestion[],
  answers: SubmitQuiz['answers'],
): string | null {
  const seen = new Set<string>();
  for (const { questionId, option } of answers) {
    const question = quiz.find((candidate) => candidate.questionId === questionId);
    if (question === undefined || seen.has(questionId) || option >= question.options.length)
      return questionId;
    seen.add(questionId);
  }
  return null;
}

/**
 * Grades a submission: one line per question of the quiz in its order; an unanswered one counts as wrong and
 * carries `chosen: null`.
 */
export function gradeQuiz(quiz: readonly QuizQuestion[], submission: SubmitQuiz): QuizResult {
  const chosenBy = new Map(submission.answers.map(({ questionId, option }) => [questionId, option]));
  const answers = quiz.map(({ questionId, right, explanations }) => {
    const chosen = chosenBy.get(questionId) ?? null;
    return {
      questionId,
      chosen,
      right,
      isCorrect: chosen === right,
      explanation: explanations[right] ?? '',
      chosenExplanation: chosen === null ? null : (explanations[chosen] ?? null),
    };
  });
  return {
    submissionId: submission.submissionId,
    correct: answers.filter(({ isCorrect }) => isCorrect).length,
    total: quiz.length,
    answers,
  };
}
