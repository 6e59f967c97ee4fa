import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '../../session/session';
import { phone } from '../../testing/taro';
import LinkPage from './index';

const member = {
  memberId: '019ab000-0000-7000-8000-000000000001',
  displayName: '何雨',
  registeredOn: '2026-09-10',
  hasConsented: true,
  isPersonalised: true,
  isAccountLinked: false,
  adviser: null,
};
const consent = {
  purpose: 'SENSITIVE',
  textVersion: 'sensitive-1',
  textSha256: '',
  title: '单独同意：账户信息',
  text: '我们会查看您的持有和交易。',
  isGranted: false,
  decidedAt: null,
  mayAsk: true,
};
const sent = { phoneTail: '0008', expiresAt: '2026-11-24T02:05:00.000Z', codesLeft: 4 };

/** What the server answers, by method and path. */
let answers: Record<string, { statusCode: number; data: unknown }>;
const asked = () =>
  phone.requests.map(({ method = 'GET', url, data }) => [`${method} ${url}`, data ?? null] as const);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const button = (id: string) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};
const isOff = (id: string) => button(id).getAttribute('aria-disabled') === 'true';

describe('linking the own account on the phone', () => {
  beforeEach(() => {
    phone.reset();
    answers = {
      'GET /v1/consents': { statusCode: 200, data: { consents: [consent] } },
      'POST /v1/consents': { statusCode: 200, data: { consents: [{ ...consent, isGranted: true }] } },
      'GET /v1/members/me': { statusCode: 200, data: member },
      'POST /v1/members/me/account-link/codes': { statusCode: 201, data: sent },
      'POST /v1/members/me/account-link': { statusCode: 200, data: { ...member, isAccountLinked: true } },
    };
    phone.answer = ({ method = 'GET', url }) => answers[`${method} ${url}`] ?? { statusCode: 404, data: {} };
    session.set((before) => ({ ...before, phase: 'entered', member }));
  });
  afterEach(cleanup);

  const open = async () => {
    render(<LinkPage />);
    await waitFor(() => button('link-send'));
  };
  const name = () => {
    type('资金账号', '6200000008');
    type('开户时预留的手机号', '13800000008');
  };

  it('C-03 nothing is sent before the separate consent is ticked and both numbers are whole', async () => {
    await open();
    name();
    expect(isOff('link-send')).toBe(true);
    fireEvent.click(button('consent-sensitive'));
    expect(isOff('link-send')).toBe(false);
    type('开户时预留的手机号', '1380000');
    expect(isOff('link-send')).toBe(true);
    fireEvent.click(button('link-send'));
    expect(asked().some(([request]) => request.includes('account-link'))).toBe(false);
  });

  it('C-03 the consent goes first, then the numbers, then the code; linked is said and kept', async () => {
    await open();
    fireEvent.click(button('consent-sensitive'));
    name();
    fireEvent.click(button('link-send'));
    await waitFor(() => button('link-finish'));
    expect(screen.getByText(/尾号 0008/)).toBeTruthy();
    const posts = asked().filter(([request]) => request.startsWith('POST'));
    expect(posts).toEqual([
      [
        'POST /v1/consents',
        { decisions: [{ purpose: 'SENSITIVE', textVersion: 'sensitive-1', isGranted: true }] },
      ],
      ['POST /v1/members/me/account-link/codes', { accountNo: '6200000008', phone: '13800000008' }],
    ]);
    expect(isOff('link-finish')).toBe(true);
    type('短信验证码', '12a3456');
    fireEvent.click(button('link-finish'));
    await waitFor(() => button('link-done'));
    expect(asked().at(-1)).toEqual(['POST /v1/members/me/account-link', { code: '123456' }]);
    expect(session.get().member?.isAccountLinked).toBe(true);
  });

  it('C-03 says what was wrong with the values filled in, and lets the member go on from there', async () => {
    await open();
    fireEvent.click(button('consent-sensitive'));
    name();
    const title = '资金账号和预留手机号对不上，请核对后再试，今天还可以试 4 次。';
    answers['POST /v1/members/me/account-link/codes'] = {
      statusCode: 422,
      data: { code: 'identity.account_not_matched', title },
    };
    fireEvent.click(button('link-send'));
    expect(await screen.findByText(title)).toBeTruthy();
    answers['POST /v1/members/me/account-link/codes'] = { statusCode: 201, data: sent };
    fireEvent.click(button('link-send'));
    await waitFor(() => button('link-finish'));
    expect(screen.queryByText(title)).toBeNull();
    // The consent was given with the first try and is not given again.
    expect(asked().filter(([request]) => request === 'POST /v1/consents')).toHaveLength(1);
    fireEvent.click(button('link-change'));
    await waitFor(() => button('link-send'));
  });

  it('C-03 a page that could not load offers another try, and a linked member is told so at once', async () => {
    answers['GET /v1/consents'] = { statusCode: 503, data: { code: 'http.unavailable' } };
    render(<LinkPage />);
    await waitFor(() => button('retry'));
    answers['GET /v1/consents'] = { statusCode: 200, data: { consents: [consent] } };
    fireEvent.click(button('retry'));
    await waitFor(() => button('link-send'));
    cleanup();
    session.set((before) => ({ ...before, member: { ...member, isAccountLinked: true } }));
    await act(async () => {
      render(<LinkPage />);
    });
    expect(button('link-done')).toBeTruthy();
  });
});
