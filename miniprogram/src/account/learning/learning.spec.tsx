import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { LearningEntry } from '@siyu/shared/contracts/learning-record';
import { session } from '../../session/session';
import { phone } from '../../testing/taro';
import LearningPage from './index';

const at = '2026-11-24T02:00:00.000Z';
const lesson = (number: number): LearningEntry => ({
  kind: 'lesson',
  lessonId: `019ab000-0000-7000-8000-0000000000${10 + number}`,
  title: `第 ${number} 课`,
  at,
});
const quiz: LearningEntry = { ...lesson(1), kind: 'quiz', correct: 2, total: 3 };

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};

describe('the learning record on the phone', () => {
  let pages: Record<string, { statusCode: number; data: unknown }>;
  beforeEach(() => {
    phone.reset();
    phone.answer = ({ url }) => pages[url] ?? { statusCode: 404, data: {} };
    session.set((before) => ({ ...before, phase: 'entered' }));
  });
  afterEach(cleanup);

  it('D-01 shows lessons and quizzes with results and dates, twenty at a time, each leading to its lesson', async () => {
    const first = [quiz, ...Array.from({ length: 19 }, (_, index) => lesson(index + 1))];
    pages = {
      '/v1/learning-record?limit=20': { statusCode: 200, data: { entries: first, nextCursor: 'more' } },
      '/v1/learning-record?limit=20&cursor=more': {
        statusCode: 200,
        data: { entries: [lesson(20)], nextCursor: null },
      },
    };
    render(<LearningPage />);
    await waitFor(() => byId('learning-entries'));
    expect(byId('learnt-0').textContent).toBe('第 1 课小测 · 答对 2 / 3 题 · 11月24日 10:00');
    expect(byId('learnt-1').textContent).toBe('第 1 课学完 · 11月24日 10:00');
    expect(byId('learning-entries').children).toHaveLength(20);
    fireEvent.click(byId('learning-more'));
    await waitFor(() => byId('learnt-20'));
    expect(screen.queryByText('再看 20 条')).toBeNull();
    fireEvent.click(byId('learnt-20'));
    expect(phone.routes).toEqual([`/lesson/read/index?lessonId=${lesson(20).lessonId}`]);
  });

  it('D-01 a record without an entry says what would stand there and leads to the school', async () => {
    pages = { '/v1/learning-record?limit=20': { statusCode: 200, data: { entries: [], nextCursor: null } } };
    render(<LearningPage />);
    await waitFor(() => byId('learning-to-school'));
    expect(screen.getByText('学完一课，或者交一份小测，就会出现在这里。')).toBeTruthy();
    fireEvent.click(byId('learning-to-school'));
    expect(phone.routes).toEqual(['/pages/school/index']);
  });
});
