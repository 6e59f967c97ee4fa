import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '../../session/session';
import { learner } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import NotebookPage from './index';

const at = '2026-11-24T02:00:00.000Z';
const kept = { lessonId: '019ab000-0000-7000-8000-0000000000a1', title: '先把钱分成三份', text: null, at };
const gone = { lessonId: '019ab000-0000-7000-8000-0000000000a2', title: null, text: null, at };
const byId = (id: string): HTMLElement => {
  const one = document.getElementById(id);
  if (one === null) throw new Error(`no #${id}`);
  return one;
};

describe('favourites and notes on the phone', () => {
  let favourites: readonly object[];
  beforeEach(() => {
    phone.reset();
    favourites = [kept, gone];
    phone.answer = ({ url, method }) => {
      if (method === 'PUT') {
        favourites = [kept];
        return { statusCode: 204 };
      }
      const entries = url.includes('kind=FAVOURITE') ? favourites : [];
      return { statusCode: 200, data: { entries, nextCursor: null } };
    };
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  it('F-05 lists what is kept, leads back to lessons, lets go of those that are gone, and says what a note would be', async () => {
    render(<NotebookPage />);
    await waitFor(() => byId('notebook-entries'));
    fireEvent.click(byId(`kept-${kept.lessonId}`));
    expect(phone.routes).toEqual([`/lesson/read/index?lessonId=${kept.lessonId}`]);
    screen.getByText('这份内容已经下架');
    fireEvent.click(byId(`remove-${gone.lessonId}`));
    await waitFor(() => expect(byId('notebook-entries').children).toHaveLength(1));
    fireEvent.click(byId('notebook-kind-NOTE'));
    await waitFor(() => screen.getByText('还没有笔记'));
    fireEvent.click(byId('notebook-to-school'));
    expect(phone.routes.at(-1)).toBe('/pages/school/index');
  });
});
