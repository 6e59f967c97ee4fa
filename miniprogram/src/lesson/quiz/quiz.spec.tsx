import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
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
    })),
  };
}
