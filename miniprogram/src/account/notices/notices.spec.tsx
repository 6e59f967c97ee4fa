import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { NoticeSettings, SentNotice } from '@siyu/shared/contracts/notifications';
import SchoolPage from '../../pages/school/index';
import { keepAccount } from '../../session/kept-session';
import { session } from '../../session/session';
import { learner, lesson } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import NoticesPage from './index';

const TEMPLATE = 'template-of-lessons';
const at = '2026-11-24T02:05:00.000Z';
const notice: SentNotice = {
  noticeId: '019ab000-0000-7000-8000-0000000000b1',
  kind: 'NEW_LESSON',
  messageClass: 'SERVICE',
  title: '新课提醒',
  lines: ['课程：基金入门'],
  state: 'SENT',
  reason: null,
  at,
};
const path = { lessons: [lesson], nextCursor: null, completed: 0, total: 1 };
const school = { ...path, paths: [{ pathCode: 'FUND', completed: 0, total: 1 }] };

/** The server and the phone in the box, as far as these pages ask them. */
let settings: NoticeSettings;
let sent: SentNotice[];
let answer: string;
const setting = (kind: 'NEW_LESSON' | 'ACCOUNT_LINKED', messagesLeft = 0, subjects: string[] = []) => ({
  kind,
  messageClass: kind === 'NEW_LESSON' ? ('SERVICE' as const) : ('SAFETY' as const),
  templateId: kind === 'NEW_LESSON' ? TEMPLATE : null,
  messagesLeft,
  wishes: subjects.map((subject) => ({ subject, title: '基金入门', wishedAt: at })),
});
const asked = () =>
  phone.requests
    .filter(({ method = 'GET' }) => method !== 'GET')
    .map(({ method, url, data }) => [`${method ?? ''} ${url}`, data] as const);
const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};

describe('reminders and messages on the phone', () => {
  beforeEach(() => {
    phone.reset();
    keepAccount('demo-1');
    settings = { settings: [setting('NEW_LESSON'), setting('ACCOUNT_LINKED')], isMarketingAllowed: false };
    sent = [];
    answer = 'accept';
    phone.answer = ({ method = 'GET', url, data }) => {
      if (url.endsWith('/__phone/subscribe')) return { statusCode: 200, data: { [TEMPLATE]: answer } };
      if (url.startsWith('/v1/lessons')) return { statusCode: 200, data: school };
      if (url.startsWith('/v1/notices?'))
        return { statusCode: 200, data: { notices: sent, nextCursor: null } };
      if (method === 'POST')
        settings = { ...settings, settings: settings.settings.map((each) => ({ ...each, messagesLeft: 1 })) };
      if (method === 'PUT') {
        const isWished = Reflect.get(Object(data), 'isWished') === true;
        const lessons = setting('NEW_LESSON', 1, isWished ? ['FUND'] : []);
        settings = { ...settings, settings: [lessons, setting('ACCOUNT_LINKED')] };
      }
      return { statusCode: 200, data: settings };
    };
    act(() => {
      session.set((before) => ({
        ...before,
        phase: 'entered',
        member: learner,
        runtime: { sandboxPhoneUrl: 'http://phone', complaintPhone: '400', version: '1' } as never,
      }));
    });
  });
  afterEach(cleanup);

  it('E-10 a touch in the school asks WeChat, then notes the accept and the wish; another touch leads to the settings', async () => {
    render(<SchoolPage />);
    fireEvent.click(await waitFor(() => byId('remind-FUND')));
    await waitFor(() => screen.getByText('已设新课提醒'));
    expect(asked().map(([what]) => what)).toEqual([
      'POST http://phone/__phone/subscribe',
      'POST /v1/notices/answers',
      'PUT /v1/notices/wishes/NEW_LESSON',
    ]);
    expect(asked()[1]?.[1]).toMatchObject({ answers: [{ templateId: TEMPLATE, answer: 'accept' }] });
    expect(asked()[2]?.[1]).toEqual({ subject: 'FUND', isWished: true });
    fireEvent.click(byId('remind-FUND'));
    await waitFor(() => {
      expect(phone.routes).toEqual(['/account/notices/index']);
    });
  });

  it('E-10 who does not allow it is not noted, and told so', async () => {
    answer = 'reject';
    render(<SchoolPage />);
    fireEvent.click(await waitFor(() => byId('remind-FUND')));
    await waitFor(() => {
      expect(phone.toasts).toEqual(['您没有允许，这次不设提醒']);
    });
    expect(asked()).toHaveLength(1);
    screen.getByText('提醒我新课');
  });

  it('E-10 the settings say how many messages are left, allow one more, turn a reminder off, and lead to marketing', async () => {
    settings = {
      settings: [setting('NEW_LESSON', 2, ['FUND']), setting('ACCOUNT_LINKED')],
      isMarketingAllowed: true,
    };
    render(<NoticesPage />);
    await waitFor(() => screen.getByText('还可以提醒您 2 次'));
    screen.getByText('这种提醒暂时没有开通。');
    fireEvent.click(byId('allow-NEW_LESSON'));
    await waitFor(() => {
      expect(asked().map(([what]) => what)).toContain('POST /v1/notices/answers');
    });
    await waitFor(() => screen.getByText('还可以提醒您 1 次'));
    fireEvent.click(byId('wish-FUND'));
    await waitFor(() => byId('notices-to-school'));
    expect(asked().at(-1)?.[1]).toEqual({ subject: 'FUND', isWished: false });
    expect(byId('notices-marketing').textContent).toContain('已同意，可以关闭');
    fireEvent.click(byId('notices-marketing'));
    expect(phone.routes).toEqual(['/account/privacy/index']);
  });

  it('E-10 every message is listed with its time, what it said and why one was not sent', async () => {
    sent = [
      {
        ...notice,
        noticeId: `${notice.noticeId.slice(0, -1)}2`,
        state: 'WITHHELD',
        reason: 'notifications.none_left',
      },
      { ...notice, noticeId: `${notice.noticeId.slice(0, -1)}3`, state: 'FAILED', reason: 'wechat.43101' },
      notice,
    ];
    render(<NoticesPage />);
    await waitFor(() => byId('sent-notices'));
    const text = byId('sent-notices').textContent;
    expect(text).toContain('课程：基金入门');
    expect(text).toContain('10:05 · 没有发送：允许的次数已用完');
    expect(text).toContain('10:05 · 没有发出：微信那边没有允许');
    expect(text).toContain('10:05 · 已发送');
  });
});
