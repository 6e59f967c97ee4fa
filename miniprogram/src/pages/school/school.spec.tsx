import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { LessonCard, LessonPage } from '@siyu/shared/contracts/content';
import { session } from '../../session/session';
import { learner, lesson } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import SchoolPage from './index';

/** Twelve of one path, of which the last two are finished, and 60 of another. */
const lessons = Array.from({ length: 72 }, (_, index): LessonCard => {
  const isFirst = index < 12;
  const number = String(index + 1).padStart(2, '0');
  return {
    ...lesson,
    lessonId: lesson.lessonId.slice(0, -2) + number,
    pathCode: isFirst ? 'A' : 'B',
    pathTitle: isFirst ? '理财第一步' : '基金入门',
    position: isFirst ? index + 1 : index - 11,
    title: `第 ${index + 1} 课`,
    isCompleted: index === 10 || index === 11,
  };
});
const counted = (among: readonly LessonCard[]) => ({
  completed: among.filter(({ isCompleted }) => isCompleted).length,
  total: among.length,
});

describe('school', () => {
  let all = lessons;
  let isOnline = true;
  beforeEach(() => {
    phone.reset();
    all = lessons;
    isOnline = true;
    phone.answer = ({ url }) => {
      if (!isOnline) throw new Error('request:fail');
      if (url.startsWith('/v1/notices')) return { statusCode: 404, data: {} };
      const query = new URLSearchParams(url.split('?')[1]);
      const from = Number(query.get('cursor') ?? 0);
      const page = all.slice(from, from + Number(query.get('limit') ?? 0));
      const to = from + page.length;
      const data: LessonPage = {
        lessons: page,
        nextCursor: to < all.length ? String(to) : null,
        ...counted(all),
        paths: [...new Set(page.map(({ pathCode }) => pathCode))].map((pathCode) => ({
          pathCode,
          summary: pathCode === 'A' ? '从记账到配置。' : '',
          courses:
            pathCode === 'A'
              ? [
                  {
                    title: '先站稳',
                    lessonIds: all.slice(0, 2).map(({ lessonId }) => lessonId),
                    completed: 0,
                    total: 2,
                  },
                ]
              : [],
          ...counted(all.filter((each) => each.pathCode === pathCode)),
        })),
      };
      return { statusCode: 200, data };
    };
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  const shown = (): number => document.querySelectorAll('.lesson-row').length;
  const open = async (): Promise<void> => {
    render(<SchoolPage />);
    await waitFor(() => screen.getByText('第 1 课'));
  };
  const goOn = async (want: number): Promise<void> => {
    act(phone.reachBottom);
    await waitFor(() => {
      expect(shown()).toBe(want);
    });
  };

  it('D-01 the school comes in tens, and counts a path whole that the page cuts', async () => {
    await open();
    expect(shown()).toBe(10);
    screen.getByText('已学完 2 课，共 72 课');
    expect(document.getElementById('path-A')?.textContent).toContain('2 / 12 课');
    screen.getByText('从记账到配置。');
    screen.getByText('先站稳 · 0 / 2 课');
    fireEvent.click(screen.getByText('再看 10 课'));
    await waitFor(() => screen.getByText('第 20 课'));
    expect(shown()).toBe(20);
    expect(document.querySelectorAll('#path-A .lesson-row')).toHaveLength(12);
    expect(document.getElementById('path-B')?.textContent).toContain('0 / 60 课');
    for (let want = 30; want <= 70; want += 10) await goOn(want);
    await goOn(72);
    screen.getByText('已经到底了');
  });

  it('D-01 a return from a lesson keeps the place past 50 lessons, and a pull down refreshes as many', async () => {
    await open();
    for (let want = 20; want <= 60; want += 10) await goOn(want);
    fireEvent.click(screen.getByText('第 58 课'));
    expect(phone.routes).toHaveLength(1);
    all = lessons.map((each, index) => (index === 57 ? { ...each, isCompleted: true } : each));
    act(phone.comeBack);
    expect(shown()).toBe(60);
    await waitFor(() => screen.getByText('已学完 3 课，共 72 课'));
    expect(shown()).toBe(60);
    all = lessons.slice(1);
    act(phone.pullDown);
    await waitFor(() => {
      expect(phone.pullsEnded).toBe(1);
    });
    expect(screen.queryByText('第 1 课')).toBeNull();
    expect(shown()).toBe(60);
  });

  it('D-01 a further page that fails says so, and another try brings it', async () => {
    await open();
    isOnline = false;
    act(phone.reachBottom);
    await waitFor(() => document.querySelector('.failure__sentence') !== null);
    expect(shown()).toBe(10);
    isOnline = true;
    fireEvent.click(await screen.findByText('再试一次'));
    await waitFor(() => {
      expect(shown()).toBe(20);
    });
    expect(document.querySelector('.failure')).toBeNull();
  });
});
