import { describe, expect, it } from '@jest/globals';
import { findQuizMismatch, gradeQuiz, withoutAnswers } from './quiz.ts';

const quiz = ['q1', 'q2', 'q3'].map((questionId, index) => ({
  questionId,
  question: '下面哪一句说得对？',
  options: ['甲', '乙', '丙'],
  right: index,
  explanations: ['因为甲。', '因为乙。', '因为丙。'],
}));
const submissionId = '01930000-0000-7000-8000-000000000001';

describe('grading a quiz', () => {
  it('counts right answers and treats an unanswered question as wrong', () => {
    const result = gradeQuiz(quiz, {
      submissionId,
      answers: [
        { questionId: 'q3', option: 2 },
        { questionId: 'q1', option: 1 },
      ],
    });
    expect(result).toMatchObject({ submissionId, correct: 1, total: 3 });
    expect(
      result.answers.map(({ questionId, chosen, isCorrect }) => [questionId, chosen, isCorrect]),
    ).toEqual([
      ['q1', 1, false],
      ['q2', null, false],
      ['q3', 2, true],
    ]);
  });

  it('D-01 says why the chosen option is right or wrong, and beside it why the right one is', () => {
    const { answers } = gradeQuiz(quiz, {
      submissionId,
      answers: [
        { questionId: 'q1', option: 2 },
        { questionId: 'q3', option: 2 },
      ],
    });
    expect(answers.map(({ chosenExplanation, explanation }) => [chosenExplanation, explanation])).toEqual([
      ['因为丙。', '因为甲。'],
      [null, '因为乙。'],
      ['因为丙。', '因为丙。'],
    ]);
  });

  it('names a question that is unknown, answered twice or answered with an option that is not there', () => {
    expect(findQuizMismatch(quiz, [{ questionId: 'q9', option: 0 }])).toBe('q9');
    expect(
      findQuizMismatch(quiz, [
        { questionId: 'q1', option: 0 },
        { questionId: 'q1', option: 1 },
      ]),
    ).toBe('q1');
    expect(findQuizMismatch(quiz, [{ questionId: 'q2', option: 3 }])).toBe('q2');
    expect(findQuizMismatch(quiz, [{ questionId: 'q2', option: 2 }])).toBeNull();
  });

  it('shows questions without the right answers or their explanations', () => {
    expect(JSON.stringify(withoutAnswers(quiz))).not.toMatch(/right|explanation|因为/);
  });
});
