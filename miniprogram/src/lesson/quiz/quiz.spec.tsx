import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { QuizResult } from '@siyu/shared/contracts/content';
import { deliver } from '../../queues/queues';
import { session } from '../../session/session';
import { learner, lesson } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import QuizPage from './index';

const QUIZ_URL = `/v1/lessons/${lesson.lessonId}/quiz-submissions`;

describe('a quiz on the phone', () => {
  let isOnline = true;
  let questions = lesson.quiz;
  beforeEach(() => {
    phone.reset();
    isOnline = true;
    questions = lesson.quiz;
    phone.params = { lessonId: lesson.lessonId };
    phone.answer = ({ method = 'GET', data }) => {
      if (!isOnline) throw new Error('request:fail');
      if (method === 'GET') return { statusCode: 200, data: { ...lesson, quiz: questions } };
      return { statusCode: 200, data: { ...resultOf(data), verdicts: [] } };
    };
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  const open = async (question: string): Promise<void> => {
    cleanup();
    render(<QuizPage />);
    await waitFor(() => screen.getByText(question));
  };
  const press = (word: string): void => {
    fireEvent.click(screen.getByText(word));
  };
  const handedIn = () => phone.requests.filter(({ url }) => url === QUIZ_URL);

  it('D-03 answers chosen before the app was killed are there when the quiz is opened again', async () => {
    await open('指数是什么');
    press('一只股票');
    press('下一题');
    press('会');
    await open('指数会跌吗');
    expect(document.getElementById('option-0')?.className).toContain('option--chosen');
    press('上一题');
    expect(document.getElementById('option-1')?.className).toContain('option--chosen');
  });

  it('D-03 a draft of questions that the lesson no longer has is left aside', async () => {
    await open('指数是什么');
    press('一只股票');
    press('下一题');
    questions = [{ questionId: 'q9', question: '新的一题', options: ['甲', '乙'] }];
    await open('新的一题');
    expect(document.querySelector('.option--chosen')).toBeNull();
  });

  it("D-03 one member's draft is not another's", async () => {
    await open('指数是什么');
    press('一个数字');
    act(() => {
      session.set((before) => ({ ...before, member: { ...learner, memberId: lesson.lessonId } }));
    });
    await open('指数是什么');
    expect(document.querySelector('.option--chosen')).toBeNull();
  });

  it('D-01 after handing in each question shows what was chosen, whether it is right and why, and one next step', async () => {
    phone.answer = ({ url, method }) => {
      if (method === 'POST') return { statusCode: 200, data: HALF_RIGHT };
      if (url.startsWith('/v1/lessons?')) return { statusCode: 200, data: { lessons: [finished, next] } };
      return { statusCode: 200, data: lesson };
    };
    await open('指数是什么');
    press('一只股票');
    press('下一题');
    press('会');
    press('交卷看讲解');
    await waitFor(() => screen.getByText('答对 1 题，共 2 题'));
    const told = [...document.querySelectorAll('.card')].map((card) =>
      [...card.querySelectorAll('span')].map(({ textContent }) => textContent),
    );
    expect(told).toEqual([
      [
        ...['指数是什么', '一只股票', '您的选择 · 不对', '为什么不对', '一只股票只是其中之一。'],
        ...['一个数字', '正确答案', '为什么对', '它把许多价格合成一个数字。'],
      ],
      ['指数会跌吗', '会', '您的选择 · 正确', '为什么对', '价格有涨有跌，指数也一样。'],
    ]);

    await waitFor(() => screen.getByText('去学下一课：债券入门'));
    expect(document.querySelectorAll('.quiz__next .button--main')).toHaveLength(1);
    expect(document.getElementById('quiz-to-school')).toBeNull();
    fireEvent.click(screen.getByText('去学下一课：债券入门'));
    expect(phone.routes).toEqual([`/lesson/read/index?lessonId=${next.lessonId}`]);
    expect(phone.requests.at(-1)?.url).toBe('/v1/lessons?limit=50&pathCode=FUND');
  });

  it('D-01 where the path is finished the one next step is the school, and old results still read', async () => {
    phone.answer = ({ url, method }) => {
      if (method === 'POST') return { statusCode: 200, data: BEFORE_OPTIONS };
      if (url.startsWith('/v1/lessons?')) return { statusCode: 200, data: { lessons: [finished] } };
      return { statusCode: 200, data: lesson };
    };
    await open('指数是什么');
    press('一只股票');
    press('下一题');
    press('会');
    press('交卷看讲解');
    await waitFor(() => screen.getByText('去学堂选下一课'));
    expect(document.querySelectorAll('.quiz__next .button--main')).toHaveLength(1);
    expect(document.querySelectorAll('.why')).toHaveLength(2);
    expect(screen.queryByText('为什么不对')).toBeNull();
  });

  it('D-03 answers handed in without a network wait, are announced, and arrive once', async () => {
    await open('指数是什么');
    press('一个数字');
    press('下一题');
    press('会');
    isOnline = false;
    press('交卷看讲解');
    await waitFor(() => screen.getByText('答案已存在手机上'));
    expect(document.getElementById('network-banner')?.textContent).toBe(
      '现在没有网络。1 项学习记录已存在手机上，联网后自动送达。',
    );
    const refusedBefore = handedIn().length;

    isOnline = true;
    act(() => {
      deliver();
      deliver();
    });
    await waitFor(() => screen.getByText('答对 2 题，共 2 题'));
    expect(handedIn()).toHaveLength(refusedBefore + 1);
    expect(document.getElementById('network-banner')).toBeNull();
    expect(new Set(handedIn().map(({ data }) => JSON.stringify(data))).size).toBe(1);
  });
});

const finished = { ...lesson, lessonId: `${lesson.lessonId.slice(0, -1)}0`, position: 1, isCompleted: true };
const next = { ...lesson, lessonId: `${lesson.lessonId.slice(0, -1)}2`, position: 3, title: '债券入门' };
const HALF_RIGHT: QuizResult = {
  submissionId: lesson.lessonId,
  correct: 1,
  total: 2,
  answers: [
    {
      questionId: 'q1',
      chosen: 1,
      right: 0,
      isCorrect: false,
      explanation: '它把许多价格合成一个数字。',
      chosenExplanation: '一只股票只是其中之一。',
    },
    {
      questionId: 'q2',
      chosen: 0,
      right: 0,
      isCorrect: true,
      explanation: '价格有涨有跌，指数也一样。',
      chosenExplanation: '价格有涨有跌，指数也一样。',
    },
  ],
};
/** As a server answered before each option had an explanation of its own. */
const BEFORE_OPTIONS = {
  ...HALF_RIGHT,
  answers: HALF_RIGHT.answers.map(({ chosenExplanation: _, ...answer }) => answer),
};

function resultOf(data: unknown): object {
  return {
    submissionId: JSON.stringify(data).length,
    correct: 2,
    total: 2,
    answers: lesson.quiz.map(({ questionId }) => ({
      questionId,
      chosen: 0,
      right: 0,
      isCorrect: true,
      explanation: '因为如此。',
      chosenExplanation: '因为如此。',
    })),
  };
}
