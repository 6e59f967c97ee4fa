import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { FoundLesson } from '@siyu/shared/contracts/lesson-search';
import { session } from '../../session/session';
import { learner } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import SearchPage from './index';

const found = (last: number): FoundLesson => ({
  kind: 'lesson',
  lessonId: `019ab000-0000-7000-8000-0000000000${10 + last}`,
  pathTitle: '基金入门',
  title: `指数第 ${last} 课`,
  minutes: 5,
  excerpt: '…讲编制，也讲费用…',
});
const byId = (id: string): HTMLElement => {
  const one = document.getElementById(id);
  if (one === null) throw new Error(`no #${id}`);
  return one;
};

describe('the search on the phone', () => {
  beforeEach(() => {
    phone.reset();
    phone.answer = ({ url }) => {
      const query = new URL(url, 'http://phone').searchParams;
      if (query.get('text') !== '指数') return { statusCode: 200, data: { lessons: [], nextCursor: null } };
      return query.get('cursor') === null
        ? { statusCode: 200, data: { lessons: [found(1), found(2)], nextCursor: 'more' } }
        : { statusCode: 200, data: { lessons: [found(3)], nextCursor: null } };
    };
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);
  const look = (text: string): void => {
    fireEvent.change(byId('search-text'), { target: { value: text } });
    fireEvent.click(byId('search-go'));
  };

  it('F-05 shows lessons with a piece of their text, page by page, each leading to its lesson, or that there is none', async () => {
    render(<SearchPage />);
    look('指数');
    await waitFor(() => byId('found-lessons'));
    expect(byId('found-lessons').children).toHaveLength(2);
    screen.getAllByText('…讲编制，也讲费用…');
    fireEvent.click(byId('search-more'));
    await waitFor(() => expect(byId('found-lessons').children).toHaveLength(3));
    fireEvent.click(byId(`found-${found(3).lessonId}`));
    expect(phone.routes).toEqual([`/lesson/read/index?lessonId=${found(3).lessonId}`]);
    look('没有的词');
    await waitFor(() => screen.getByText('没有找到“没有的词”'));
  });
});
