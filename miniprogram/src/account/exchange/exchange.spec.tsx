import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import EntitlementsPage from '../entitlements/index';
import { session } from '../../session/session';
import { learner } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import ExchangePage from './index';

const ITEM = '019ab000-0000-7000-8000-0000000000c1';
const item = {
  itemId: ITEM,
  kind: 'CONSULTATION',
  title: '投资顾问一对一交流',
  summary: '用半小时聊聊您的学习计划。',
  points: 120,
  left: 3,
  perMember: 1,
  taken: 0,
  until: '2027-01-01T00:00:00.000Z',
  validDays: 60,
  couponId: null,
};
const held = {
  entitlementId: '019ab000-0000-7000-8000-0000000000c2',
  kind: 'COURSE',
  title: '大额资金课',
  target: 'large',
  standing: 'GRANTED',
  grantedAt: '2026-11-24T02:00:00.000Z',
  expiresAt: null,
  endedAt: null,
  source: 'REDEMPTION',
  cancellableId: '019ab000-0000-7000-8000-0000000000c3',
};
const byId = (id: string): HTMLElement => {
  const one = document.getElementById(id);
  if (one === null) throw new Error(`no #${id}`);
  return one;
};

describe('exchanging points on the phone', () => {
  let points = 100;
  beforeEach(() => {
    phone.reset();
    points = 100;
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  it('G-09 says how many points are missing, and what a course one holds leads to', async () => {
    phone.answer = ({ url }) =>
      url.includes('/v1/catalogue')
        ? { statusCode: 200, data: { items: [item], points } }
        : { statusCode: 200, data: { entitlements: [held], nextCursor: null } };
    render(<ExchangePage />);
    await waitFor(() => byId(`redeem-${ITEM}`));
    expect(byId(`redeem-${ITEM}`).textContent).toBe('还差 20 积分');
    fireEvent.click(byId('exchange-entitlements'));
    expect(phone.routes.at(-1)).toBe('/account/entitlements/index');
    cleanup();
    render(<EntitlementsPage />);
    await waitFor(() => byId(`held-${held.entitlementId}`));
    screen.getByText('退回');
    fireEvent.click(byId(`use-${held.entitlementId}`));
    expect(phone.routes.at(-1)).toBe('/pages/school/index');
  });
});
