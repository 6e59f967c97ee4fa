import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { GroupQuestion } from '@siyu/shared/contracts/communities';
import type { GroupPage as Page } from '@siyu/shared/contracts/group-page';
import { session } from '../../session/session';
import { learner, lesson } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import GroupPage from './index';

const groupId = '019ab000-0000-7000-8000-0000000000c1';
const question = (n: number, more: Partial<GroupQuestion> = {}): GroupQuestion => ({
  questionId: `019ab000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`,
  text: `第 ${n} 个问题`,
  isMine: false,
  state: 'ANSWERED',
  askedAt: '2026-11-23T02:05:00.000Z',
  answer: {
    text: `第 ${n} 个回答`,
    answererName: '沈知行',
    answererRegistrationNo: 'S0260519080001',
    answeredAt: '2026-11-24T02:05:00.000Z',
  },
  declinedReason: null,
  ...more,
});
const page = (more: Partial<Page> = {}): Page => ({
  group: {
    groupId,
    name: '思语投教一群',
    ownerName: '沈知行',
    ownerRegistrationNo: 'S0260519080001',
    memberCount: 386,
  },
  notices: [
    {
      noticeId: '019ab000-0000-7000-8000-0000000000d1',
      text: '周五晚上有一节公开课。',
      authorName: '唐晓芸',
      publishedAt: '2026-11-24T02:05:00.000Z',
    },
  ],
  lessons: [lesson],
  questions: [question(1)],
  nextQuestionsCursor: null,
  ...more,
});
const press = (id: string): void => {
  fireEvent.click(document.getElementById(id) ?? document.body);
};
const text = (id: string): string => document.getElementById(id)?.textContent ?? '';
const write = (words: string): void => {
  fireEvent.change(screen.getByLabelText('您的问题'), { target: { value: words } });
};

describe('the page of a group', () => {
  let shown: Page;
  let ask: () => { statusCode: number; data?: unknown };
  beforeEach(() => {
    phone.reset();
    phone.params = { groupId };
    shown = page();
    ask = () => ({ statusCode: 200 });
    phone.answer = ({ url, method }) => {
      if (url.startsWith('/v1/verification/')) return { statusCode: 200, data: { code: 'K7M2-P9QX' } };
      if (method === 'POST' && url === `/v1/groups/${groupId}/questions`) return ask();
      if (url.startsWith(`/v1/groups/${groupId}`)) return { statusCode: 200, data: shown };
      return { statusCode: 200, data: { key: 'aZ09bY18cX', verdicts: [] } };
    };
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);
  const open = async (): Promise<void> => {
    cleanup();
    render(<GroupPage />);
    await waitFor(() => screen.getByText('思语投教一群'));
  };

  it('E-08 shows who looks after it with the code to check it by, notices, shared lessons, questions with answers', async () => {
    await open();
    expect(text('group-card')).toMatch(/沈知行.*登记编码 S0260519080001.*386 人.*K7M2-P9QX/);
    expect(text('group-notices')).toContain('周五晚上有一节公开课。唐晓芸 · 11月24日 10:05');
    expect(text('group-lessons')).toContain(lesson.title);
    expect(text('group-questions')).toContain('第 1 个回答沈知行 S0260519080001 · 11月24日 10:05');
    // A browser shares nothing.
    expect(document.getElementById('share-group')).toBeNull();
  });

  it('E-08 a group without anything says so and lets ask; further questions come in pages', async () => {
    shown = page({ notices: [], lessons: [], questions: [] });
    await open();
    expect(screen.getByText('群里还没有通知和课程')).toBeTruthy();
    expect(screen.getByText('还没有问答。')).toBeTruthy();
    cleanup();

    const first = Array.from({ length: 10 }, (_, at) => question(at));
    shown = page({ questions: first, nextQuestionsCursor: 'c_1' });
    await open();
    shown = page({ notices: [], lessons: [], questions: [question(9), question(10)] });
    press('questions-more');
    await waitFor(() => screen.getByText('第 10 个问题'));
    expect(phone.requests.at(-1)?.url).toContain('questionsCursor=c_1');
    expect(document.querySelectorAll('.question')).toHaveLength(11);
    expect(text('group-notices')).toContain('公开课');
  });

  it('E-08 a question is kept over a killed app, asked again under its id after a lost answer, and then waits for its answer', async () => {
    await open();
    write('短');
    expect(text('ask-send')).toBe('至少写 4 个字');
    write('基金的申购费怎么算');
    await open();
    expect(screen.getByDisplayValue('基金的申购费怎么算')).toBeTruthy();
    ask = () => {
      throw new Error('request:fail');
    };
    press('ask-send');
    await waitFor(() => expect(text('ask-problem')).toContain('问题已存在手机上'));
    await open();
    ask = () => {
      const { data } = phone.requests.at(-1) ?? {};
      const asked = { ...question(50, { isMine: true, state: 'OPEN', answer: null }), ...Object(data) };
      return { statusCode: 200, data: asked };
    };
    press('ask-send');
    await waitFor(() => screen.getByText('我的问题 · 等待回答'));
    const sent = phone.requests.filter(({ method }) => method === 'POST').map(({ data }) => data);
    const asked = sent.filter((body) => JSON.stringify(body ?? {}).includes('申购费'));
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual(asked[1]);
    expect(screen.queryByDisplayValue('基金的申购费怎么算')).toBeNull();
  });

  it('E-08 words that are refused stay to be changed, and changed they are another question', async () => {
    await open();
    ask = () => ({ statusCode: 422, data: { code: 'communities.x', title: '这句话里有不能发布的说法。' } });
    write('稳赚的基金有哪些');
    press('ask-send');
    await waitFor(() => expect(text('ask-problem')).toBe('这句话里有不能发布的说法。'));
    expect(screen.getByDisplayValue('稳赚的基金有哪些')).toBeTruthy();
    write('基金有哪些种类');
    expect(document.getElementById('ask-problem')).toBeNull();
    press('ask-send');
    await waitFor(() => expect(text('ask-problem')).not.toBe(''));
    const ids = phone.requests
      .filter(({ url }) => url.endsWith('/questions'))
      .map(({ data }) => JSON.stringify(data).match(/"questionId":"([^"]+)"/)?.[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('E-08 one that was declined says why, to who asked; a group that is closed to the member says so', async () => {
    const declined = { isMine: true, state: 'DECLINED', answer: null } as const;
    shown = page({
      questions: [question(1, { ...declined, declinedReason: '涉及个人账户，顾问会单独联系您。' })],
    });
    await open();
    expect(screen.getByText('我的问题 · 没有在群里回答')).toBeTruthy();
    expect(screen.getByText('涉及个人账户，顾问会单独联系您。')).toBeTruthy();
    cleanup();
    phone.params = { groupId: `${groupId.slice(0, -1)}2` };
    phone.answer = () => ({ statusCode: 404, data: { code: 'communities.x', title: '没有找到这个群。' } });
    render(<GroupPage />);
    await waitFor(() => screen.getByText('没有找到这个群。'));
  });
});

describe('a card into the chat', () => {
  const before = process.env['TARO_ENV'];
  /** How WeChat ends each call; null: well. */
  let refusals: Record<string, string | null>;
  let isBound = false;
  const calls: string[] = [];
  const ending = (name: string) => (options: WeChatEnd) => {
    calls.push(name);
    const refused = refusals[name] ?? null;
    if (refused === null) options.success?.();
    else options.fail?.({ errMsg: `${name}:fail ${refused}` });
  };
  beforeEach(() => {
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    phone.reset();
    phone.params = { groupId };
    phone.answer = ({ url }) =>
      url.startsWith(`/v1/groups/${groupId}`)
        ? { statusCode: 200, data: page() }
        : { statusCode: 200, data: {} };
    refusals = {};
    isBound = false;
    calls.length = 0;
    const names = ['enterChatToolMode', 'shareAppMessageToGroup', 'exitChatTool'];
    names.forEach((name) => phone.known.add(name));
    Object.assign(globalThis, {
      wx: {
        isChatTool: () => isBound,
        ...Object.fromEntries(names.map((name) => [name, ending(name)])),
      },
    });
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);
  afterAll(() => {
    Object.assign(process.env, { TARO_ENV: before });
    Reflect.deleteProperty(globalThis, 'wx');
  });
  const open = async (): Promise<void> => {
    render(<GroupPage />);
    await waitFor(() => screen.getByText('思语投教一群'));
  };

  it('E-08 goes straight into a group that is chosen, and the mode is left again', async () => {
    await open();
    press('share-to-group');
    await waitFor(() => expect(phone.toasts).toEqual(['已发到群聊']));
    expect(calls).toEqual(['enterChatToolMode', 'shareAppMessageToGroup', 'exitChatTool']);
    isBound = true;
    calls.length = 0;
    press('share-to-group');
    await waitFor(() => expect(calls).toEqual(['shareAppMessageToGroup']));
  });

  it('E-08 without the permission, or in an older WeChat, the ordinary way to share is there, with a ticket', async () => {
    refusals['enterChatToolMode'] = 'no permission';
    await open();
    expect(phone.hasShareTickets).toBe(true);
    press('share-to-group');
    await waitFor(() => screen.getByText('这里不能直接发到群聊，请用下面的按钮分享。'));
    expect(document.getElementById('share-group')?.dataset['ask']).toBe('share');
    cleanup();
    phone.known.clear();
    await open();
    expect(document.getElementById('share-to-group')).toBeNull();
    expect(document.getElementById('share-group')).not.toBeNull();
  });

  it('E-08 whoever closes the choice of a group has sent nothing and may try again', async () => {
    refusals['enterChatToolMode'] = 'cancel';
    await open();
    press('share-to-group');
    await waitFor(() => expect(calls).toEqual(['enterChatToolMode']));
    expect(phone.toasts).toEqual([]);
    expect(document.getElementById('share-to-group')).not.toBeNull();
  });
});
