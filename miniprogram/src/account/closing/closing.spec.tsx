import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { keepSession } from '../../session/kept-session';
import { session } from '../../session/session';
import { phone } from '../../testing/taro';
import ClosingPage from './index';

const member = {
  memberId: '019ab000-0000-7000-8000-000000000001',
  displayName: '何雨',
  registeredOn: '2026-09-10',
  hasConsented: true,
  isPersonalised: true,
  isAccountLinked: false,
  adviser: null,
};
const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};
const closings = () => phone.requests.filter(({ url }) => url.includes('/account-closings/'));

describe('closing the account on the phone', () => {
  let answer: { statusCode: number; data: unknown };
  beforeEach(() => {
    phone.reset();
    answer = { statusCode: 200, data: { closedAt: '2026-11-24T02:00:00.000Z' } };
    phone.answer = ({ url }) => (url.includes('/account-closings/') ? answer : { statusCode: 404, data: {} });
    keepSession({ token: 'token', expiresAt: '2026-12-01T02:00:00.000Z', member });
    session.set((before) => ({ ...before, phase: 'entered', member }));
  });
  afterEach(cleanup);

  it('D-01 takes two steps: nothing is asked before both, and the text says what goes and what the law keeps', async () => {
    render(<ClosingPage />);
    expect(byId('closing-erased').textContent).toContain('微信登录标识');
    expect(byId('closing-kept').textContent).toContain('不少于二十年');
    fireEvent.click(byId('close-account'));
    expect(closings()).toEqual([]);
    fireEvent.click(byId('closing-read'));
    phone.isModalConfirmed = false;
    fireEvent.click(byId('close-account'));
    await waitFor(() => byId('close-account'));
    expect(closings()).toEqual([]);

    phone.isModalConfirmed = true;
    fireEvent.click(byId('close-account'));
    await waitFor(() => {
      expect(phone.routes).toEqual(['/pages/welcome/index']);
    });
    expect(closings()).toMatchObject([
      { method: 'PUT', data: { textVersion: CLOSING_TEXT_VERSION, isUnderstood: true } },
    ]);
    expect(session.get()).toMatchObject({ phase: 'failed', member: null, sentence: '账号已注销' });
    expect([...phone.storage.values()].join('')).not.toContain(member.memberId);
  });

  it('F-08 G-09 says that points and what is held lapse with the account, and how many points', async () => {
    phone.answer = ({ url }) =>
      url === '/v1/points'
        ? { statusCode: 200, data: { available: 70, pending: 5, expiring: null } }
        : { statusCode: 404, data: {} };
    render(<ClosingPage />);
    expect(byId('closing-lapse').textContent).toContain('积分、兑换券和其他权益随账号一起失效');
    await screen.findByText('您现在有 70 分可用，另有 5 分待到账。');
  });

  it('D-01 a try whose answer was lost is repeated under the same id', async () => {
    render(<ClosingPage />);
    fireEvent.click(byId('closing-read'));
    answer = { statusCode: 503, data: { code: 'http.unavailable' } };
    fireEvent.click(byId('close-account'));
    await screen.findByText('服务正在启动或维护，请稍后再试。');
    answer = { statusCode: 200, data: { closedAt: '2026-11-24T02:00:00.000Z' } };
    fireEvent.click(byId('close-account'));
    await waitFor(() => {
      expect(phone.routes).toHaveLength(1);
    });
    expect(new Set(closings().map(({ url }) => url)).size).toBe(1);
    expect(closings()).toHaveLength(2);
  });
});
