import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { session } from '../../session/session';
import { phone } from '../../testing/taro';
import CopyPage from './index';

const at = '2026-11-24T02:00:00.000Z';
const none = { total: 0, entries: [] };
const bare: AccessCopy = {
  madeAt: at,
  profile: {
    memberId: '019ab000-0000-7000-8000-000000000001',
    displayName: '何雨',
    registeredAt: at,
    branchName: null,
    adultStatedAt: null,
    restriction: null,
  },
  identifiers: [],
  advisers: [],
  signIns: none,
  arrivals: none,
  consents: none,
  refusals: none,
  kinds: [],
  events: none,
  lessons: none,
  quizzes: none,
  notices: { sent: none, wishes: [], allowed: [] },
  groups: { times: none, questions: none },
  discussion: { comments: none, favourites: none, notes: none },
  lives: { reservations: none, viewings: none, chats: none },
  care: { complaints: none, calls: none },
  suitability: {
    assessments: none,
    statements: none,
    applications: none,
    birthYears: none,
    safetyNotices: none,
    askings: none,
    confirmations: none,
  },
  rewards: {
    balance: { available: 0, pending: 0 },
    statement: none,
    facts: none,
    awards: none,
    redemptions: none,
    entitlements: none,
  },
  scores: [{ title: '按购买记录的评分', lines: ['没有这一项。'] }],
  holdings: null,
  trades: none,
  fees: { totalFen: 0, bySource: [{ source: 'advisory_fee', count: 0, amountFen: 0 }] },
};
const full: AccessCopy = {
  ...bare,
  identifiers: [{ kind: 'wechat_openid', masked: '****ab12', linkedAt: at }],
  kinds: [{ type: 'lesson_completed', count: 2, firstAt: at, lastAt: at }],
  events: {
    total: 30,
    entries: [
      {
        type: 'lesson_completed',
        occurredAt: at,
        recordedAt: at,
        source: 'server',
        about: '第一课',
        value: null,
      },
    ],
  },
  fees: { totalFen: 1_230_050, bySource: [{ source: 'advisory_fee', count: 1, amountFen: 1_230_050 }] },
};

const rewards: AccessCopy['rewards'] = {
  balance: { available: 70, pending: 5 },
  statement: {
    total: 2,
    entries: [
      {
        posting: 'EXPIRED',
        change: -30,
        what: null,
        why: null,
        availableAfter: 70,
        pendingAfter: 5,
        at,
      },
      {
        posting: 'EARNED',
        change: 10,
        what: '学完一课',
        why: '谢谢您的时间',
        availableAfter: 100,
        pendingAfter: 5,
        at,
      },
    ],
  },
  facts: {
    total: 1,
    entries: [{ event: 'lesson_completed', occurredAt: at, value: null, takenBackAt: at }],
  },
  awards: {
    total: 1,
    entries: [
      {
        event: 'lesson_completed',
        title: '学完一课',
        reason: '谢谢您的时间',
        reward: '10 积分',
        basis: [],
        outcome: 'REFUSED',
        givenAt: at,
        pendingUntil: null,
      },
    ],
  },
  redemptions: {
    total: 1,
    entries: [{ title: '定投课', points: 30, outcome: 'CANCELLED', redeemedAt: at, cancelledAt: at }],
  },
  entitlements: {
    total: 1,
    entries: [
      {
        entitlement: 'COURSE',
        title: '定投课',
        standing: 'GRANTED',
        givenBy: 'REDEMPTION',
        grantedAt: at,
        expiresAt: null,
        endedAt: null,
      },
    ],
  },
};

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};
const textOf = (id: string): string => byId(id).textContent;

describe('the copy of the own data on the phone', () => {
  let answer: { statusCode: number; data: unknown };
  beforeEach(() => {
    phone.reset();
    answer = { statusCode: 200, data: full };
    phone.answer = ({ url }) =>
      url.startsWith('/v1/members/me/access-copy') ? answer : { statusCode: 404, data: {} };
    session.set((before) => ({ ...before, phase: 'entered' }));
  });
  afterEach(cleanup);

  it('D-02 fees paid stand there at once, in yuan, also when there are none', async () => {
    render(<CopyPage />);
    await waitFor(() => byId('copy-fees'));
    expect(textOf('fees-total')).toBe('合计12300.50 元');
    expect(textOf('copy-fees')).toContain('投顾服务费12300.50 元');
    cleanup();
    answer = { statusCode: 200, data: bare };
    render(<CopyPage />);
    await waitFor(() => byId('copy-fees'));
    expect(textOf('fees-total')).toBe('合计0.00 元');
    expect(textOf('copy-fees')).toContain('没有您付费的记录。');
  });

  it('D-01 each part opens by a touch and says how much of it is shown', async () => {
    render(<CopyPage />);
    await waitFor(() => byId('open-events'));
    expect(screen.queryByText('学完一课 · 第一课')).toBeNull();
    fireEvent.click(byId('open-events'));
    expect(textOf('copy-events')).toContain('学完一课 · 第一课11月24日 10:00');
    expect(textOf('copy-events')).toContain('共 30 条，这里是最近 1 条');
    fireEvent.click(byId('open-identifiers'));
    expect(textOf('copy-identifiers')).toContain('微信登录标识****ab12');
    fireEvent.click(byId('open-quizzes'));
    expect(textOf('copy-quizzes')).toContain('没有这一类记录。');
    fireEvent.click(byId('open-scores'));
    expect(textOf('copy-scores')).toContain('按购买记录的评分没有这一项。');
  });

  it('F-08 REQ-PI-4 points, thanks, exchanges and what is held stand in it as they are said elsewhere', async () => {
    answer.data = { ...full, rewards };
    render(<CopyPage />);
    await waitFor(() => byId('open-points'));
    for (const part of ['points', 'facts', 'awards', 'redemptions', 'entitlements'])
      fireEvent.click(byId(`open-${part}`));
    expect(textOf('copy-points')).toContain('可用 70 分，待到账 5 分');
    expect(textOf('copy-points')).toContain('学完一课 · 谢谢您的时间 · 11月24日 10:00+10，余 100 分');
    expect(textOf('copy-points')).toContain('积分到期 · 11月24日 10:00-30，余 70 分');
    expect(textOf('copy-facts')).toContain('学完一课11月24日 10:00 撤回');
    expect(textOf('copy-awards')).toContain('学完一课 · 10 积分 · 谢谢您的时间 · 没有发放11月24日 10:00');
    expect(textOf('copy-redemptions')).toContain('定投课 · 30 积分 · 已退回11月24日 10:00');
    expect(textOf('copy-entitlements')).toContain('课程 · 定投课 · 可使用11月24日 10:00');
  });

  it('D-01 a copy that did not come is asked for again, and none of it stays on the phone', async () => {
    answer = { statusCode: 429, data: { code: 'privacy.too_many_copies', title: '请 3 小时后再试。' } };
    render(<CopyPage />);
    await waitFor(() => byId('retry'));
    expect(screen.getByText('请 3 小时后再试。')).toBeTruthy();
    answer = { statusCode: 200, data: full };
    fireEvent.click(byId('retry'));
    await waitFor(() => byId('take-copy'));
    expect([...phone.storage.values()].join('')).not.toContain('lesson_completed');
  });

  it('D-01 in WeChat the whole copy goes to the clipboard', async () => {
    const before = process.env['TARO_ENV'];
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    render(<CopyPage />);
    await waitFor(() => byId('take-copy'));
    fireEvent.click(byId('take-copy'));
    await waitFor(() => {
      expect(phone.toasts).toHaveLength(1);
    });
    Object.assign(process.env, { TARO_ENV: before });
    expect(phone.requests.at(-1)?.url).toBe('/v1/members/me/access-copy/file');
    expect(JSON.parse(phone.clipboard[0] ?? '')).toEqual(full);
  });

  it('F-08 REQ-PI-4 a file of everything is asked for with a fresh login, followed until it is there, and fetched', async () => {
    const order = {
      orderId: '019ab000-0000-7000-8000-0000000000aa',
      format: 'CSV',
      state: 'RUNNING',
      requestedAt: at,
      percent: 40,
      bytes: null as number | null,
      expiresAt: null as string | null,
    };
    let orders: (typeof order)[] = [];
    phone.answer = ({ url, method }) => {
      if (url.endsWith('/links'))
        return { statusCode: 200, data: { url: '/v1/files/a?x=1', fileName: 'a.csv' } };
      if (!url.startsWith('/v1/members/me/copy-orders')) return answer;
      if (method !== 'PUT') return { statusCode: 200, data: { orders } };
      orders = [order];
      return { statusCode: 200, data: order };
    };
    const before = process.env['TARO_ENV'];
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    render(<CopyPage />);
    await waitFor(() => byId('order-csv'));
    fireEvent.click(byId('order-csv'));
    await waitFor(() => {
      expect(textOf('copy-files')).toContain('正在生成，40%');
    });
    const asked = phone.requests.find(({ method }) => method === 'PUT');
    expect(asked?.data).toEqual({ format: 'CSV', code: expect.stringMatching(/./) });
    expect(document.getElementById('fetch-csv')).toBeNull();
    orders = [{ ...order, state: 'DONE', percent: 100, bytes: 9, expiresAt: '2026-12-01T02:00:00.000Z' }];
    await waitFor(() => byId('fetch-csv'), { timeout: 4_000 });
    expect(textOf('copy-files')).toContain('已做好，12月1日 10:00 之前可以领取');
    fireEvent.click(byId('fetch-csv'));
    await waitFor(() => {
      expect(phone.clipboard).toHaveLength(1);
    });
    Object.assign(process.env, { TARO_ENV: before });
    expect(phone.clipboard[0]).toContain('/v1/files/a?x=1');
  });
});
