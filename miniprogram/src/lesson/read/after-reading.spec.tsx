import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { LessonComment } from '@siyu/shared/contracts/discussion';
import { deliver } from '../../queues/queues';
import { session } from '../../session/session';
import { learner, lesson } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import { AfterReading } from './after-reading';

const comment = (last: string, changes: Partial<LessonComment>): LessonComment => ({
  commentId: `019ab000-0000-7000-8000-0000000000${last}`,
  kind: 'COMMENT',
  text: '三份钱的分法很实用。',
  isMine: false,
  maskedName: '林*',
  state: 'SHOWN',
  writtenAt: '2026-11-24T02:00:00.000Z',
  refusedReason: null,
  answer: null,
  ...changes,
});
const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};
const write = (id: string, value: string): void => {
  fireEvent.change(byId(id), { target: { value } });
};
const deeds = (kind: string) => phone.requests.filter(({ url }) => url.endsWith(kind));

describe('what stands under a lesson', () => {
  let keepsakes: object;
  let comments: readonly LessonComment[];
  let refusal: string | null;
  beforeEach(() => {
    phone.reset();
    keepsakes = { isFavourite: false, note: null };
    comments = [];
    refusal = null;
    phone.answer = ({ url, method }) => {
      if (url.endsWith('/keepsakes')) return { statusCode: 200, data: keepsakes };
      if (method === 'PUT' || method === 'DELETE') return { statusCode: 204 };
      if (method === 'POST' && refusal !== null)
        return { statusCode: 422, data: { code: 'discussion.names_stocks', title: refusal } };
      if (method === 'POST')
        return { statusCode: 201, data: comment('f9', { isMine: true, state: 'WAITING', text: '收到了吗' }) };
      if (url.includes('/comments')) return { statusCode: 200, data: { comments, nextCursor: null } };
      return { statusCode: 200, data: { verdicts: [] } };
    };
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);
  const open = async (): Promise<void> => {
    render(<AfterReading lessonId={lesson.lessonId} />);
    await waitFor(() => byId('toggle-favourite'));
  };
  const isOn = (): boolean => document.querySelector('.toggle__track--on') !== null;

  it('F-05 D-03 a favourite and a note made without a network show at once, also in another run, and arrive later', async () => {
    await open();
    const online = phone.answer;
    phone.answer = () => {
      throw new Error('request:fail');
    };
    fireEvent.click(byId('toggle-favourite'));
    await waitFor(() => expect(isOn()).toBe(true));
    write('note-text', '周末再读一遍。');
    fireEvent.click(byId('note-save'));
    await waitFor(() => expect(phone.toasts).toEqual(['已存在手机上，联网后自动保存。']));
    cleanup();
    await open();
    expect(isOn()).toBe(true);
    screen.getByDisplayValue('周末再读一遍。');

    phone.answer = online;
    phone.requests = [];
    keepsakes = { isFavourite: true, note: '周末再读一遍。' };
    deliver();
    await waitFor(() => expect(deeds('/note')).toHaveLength(1));
    expect(deeds('/favourite')).toMatchObject([{ data: { isFavourite: true } }]);
    expect(deeds('/note')).toMatchObject([{ data: { text: '周末再读一遍。' } }]);
  });

  it('F-05 what is said shows masked names, the own as 您 with where it stands, and answers with name and number', async () => {
    const answer = {
      text: '顺延到下一个交易日。',
      answererName: '沈知行',
      answererRegistrationNo: 'S0260519080001',
      answeredAt: '2026-11-24T02:05:00.000Z',
    };
    comments = [
      comment('f1', { kind: 'QUESTION', answer }),
      comment('f2', { isMine: true, state: 'REFUSED', refusedReason: '这里不谈这个。' }),
    ];
    await open();
    await waitFor(() => byId('lesson-comments'));
    expect(byId(`comment-${comments[0]?.commentId ?? ''}`).textContent).toMatch(
      /林\* · .*提问.*顺延.*沈知行 S0260519080001/,
    );
    const own = byId(`comment-${comments[1]?.commentId ?? ''}`);
    expect(own.textContent).toMatch(/您 · .*没有展示.*原因：这里不谈这个。删除/);
    expect(document.querySelectorAll('[id^="delete-"]')).toHaveLength(1);
    fireEvent.click(byId(`delete-${comments[1]?.commentId ?? ''}`));
    await waitFor(() => expect(document.querySelectorAll('.comment')).toHaveLength(1));
  });

  it('F-05 a refusal says why and keeps the words; what waits for a person says so', async () => {
    await open();
    await waitFor(() => byId('no-comments'));
    refusal = '这段话说到了具体的证券或操作时机，课程下面只谈知识和方法，请换一种说法。';
    write('comment-text', '明天全仓买入');
    fireEvent.click(byId('comment-send'));
    await waitFor(() => expect(byId('comment-problem').textContent).toBe(refusal));
    screen.getByDisplayValue('明天全仓买入');
    refusal = null;
    write('comment-text', '收到了吗');
    fireEvent.click(byId('comment-send'));
    await waitFor(() => screen.getByText('等待查看'));
    expect(phone.toasts).toContain('已收到，由工作人员看过后展示。');
    expect(screen.queryByDisplayValue('收到了吗')).toBeNull();
  });
});
