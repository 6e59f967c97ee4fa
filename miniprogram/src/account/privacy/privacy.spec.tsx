import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { CONCLUSIONS } from '@siyu/shared/contracts/identity.limits';
import { RECORDED_KINDS } from '@siyu/shared/contracts/privacy.limits';
import { session } from '../../session/session';
import { phone } from '../../testing/taro';
import PrivacyPage from './index';

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};

const noConclusions = { isProfiled: true, conclusions: [] };

describe('the privacy centre', () => {
  beforeEach(() => {
    phone.reset();
    phone.answer = () => ({ statusCode: 200, data: { consents: [], ...noConclusions } });
    session.set((before) => ({ ...before, phase: 'entered' }));
  });
  afterEach(cleanup);

  it('REQ-PI-10 D-01 says of each kind what and why, and by a touch how long, on which basis and every entry by name', async () => {
    render(<PrivacyPage />);
    await waitFor(() => byId('recorded-kinds'));
    expect(byId('recorded-kinds').children).toHaveLength(RECORDED_KINDS.length);
    const text = () => byId('recorded-kinds').textContent;
    expect(text()).toContain('用来续读，显示学习记录');
    expect(text()).not.toContain('保存多久');
    fireEvent.click(byId('recorded-learning'));
    expect(text()).toContain(
      '保存多久：一条一条的记录保存二十四个月，此后只留下每天的次数和您学完的课、小测成绩。注销账号时删除；直播里的发言和观看时间随直播存档，注销后不再对应到您。',
    );
    expect(byId('privacy-receivers').textContent).toContain('由腾讯公司按其规则处理');
    expect(text()).toContain('依据：您同意的服务协议与隐私政策');
    expect(text()).toContain('打开课程、阅读时长、点了分享、看直播回放、学完一课');
  });

  it('D-01 leads to the copy of the own data and to closing the account', async () => {
    render(<PrivacyPage />);
    await waitFor(() => byId('access-copy'));
    fireEvent.click(byId('access-copy'));
    fireEvent.click(byId('account-closing'));
    expect(phone.routes).toEqual(['/account/copy/index', '/account/closing/index']);
  });

  it('F-08 REQ-PI-2 withdrawing takes as many taps as giving: one, and two where the whole service hangs on it', async () => {
    const granted = new Map<string, boolean>();
    const list = () => ({
      ...noConclusions,
      consents: ['SERVICE', 'MARKETING'].map((purpose) => ({
        purpose,
        textVersion: 'v1',
        textSha256: '',
        title: purpose,
        text: '一段文字。',
        isGranted: granted.get(purpose) ?? false,
        decidedAt: '2026-11-24T02:00:00.000Z',
        mayAsk: true,
      })),
    });
    phone.answer = ({ url, method, data }) => {
      if (url === '/v1/members/me') return { statusCode: 200, data: { memberId: 'm', hasConsented: true } };
      if (method === 'POST') {
        const { decisions } = data as { decisions: { purpose: string; isGranted: boolean }[] };
        for (const { purpose, isGranted } of decisions) granted.set(purpose, isGranted);
      }
      return { statusCode: 200, data: list() };
    };
    const press = async (purpose: string): Promise<void> => {
      const toggle = `toggle-${purpose.toLowerCase()}`;
      await waitFor(() => {
        expect(byId(toggle).getAttribute('aria-disabled')).toBeNull();
      });
      fireEvent.click(byId(toggle));
    };
    const isNow = (purpose: string, isGranted: boolean) =>
      waitFor(() => {
        expect(granted.get(purpose)).toBe(isGranted);
        expect(byId(`toggle-${purpose.toLowerCase()}`).getAttribute('aria-checked')).toBe(String(isGranted));
      });
    granted.set('SERVICE', true);
    // Whoever says no to every question: giving and withdrawing ask none.
    phone.isModalConfirmed = false;
    render(<PrivacyPage />);
    await waitFor(() => byId('toggle-marketing'));
    await press('MARKETING');
    await isNow('MARKETING', true);
    await press('MARKETING');
    await isNow('MARKETING', false);
    await press('SERVICE');
    await isNow('SERVICE', true);
    phone.isModalConfirmed = true;
    await press('SERVICE');
    await waitFor(() => {
      expect(granted.get('SERVICE')).toBe(false);
    });
    // One press and one question; giving it is a box and a button, which the spec of the first page counts.
  });

  it('F-09 REQ-PI-3 one conclusion is refused by one touch and allowed again by one, the others stay', async () => {
    const refused = new Set<string>();
    const answer = () => ({
      isProfiled: true,
      consents: [],
      conclusions: CONCLUSIONS.map((conclusion) => {
        const isRefused = refused.has(conclusion);
        const decidedAt = isRefused ? '2026-11-24T02:00:00.000Z' : null;
        return { conclusion, isDrawn: conclusion !== 'CONTACT' && !isRefused, isRefused, decidedAt };
      }),
    });
    phone.answer = ({ url, method, data }) => {
      if (method === 'PUT') {
        const conclusion = url.split('/').at(-1) ?? '';
        if ((data as { isRefused: boolean }).isRefused) refused.add(conclusion);
        else refused.delete(conclusion);
      }
      return { statusCode: 200, data: answer() };
    };
    render(<PrivacyPage />);
    await waitFor(() => byId('conclusion-activity'));
    const text = () => byId('conclusions').textContent;
    // Plain words: neither what somebody is worth nor how firmly they are held.
    expect(text()).not.toMatch(/客群|数量|效益|强度|资产/);
    expect(text()).toContain('还没有得出');
    const press = async (isOn: boolean) => {
      fireEvent.click(byId('conclusion-activity'));
      await waitFor(() => {
        expect(byId('conclusion-activity').getAttribute('aria-checked')).toBe(String(isOn));
        expect(byId('conclusion-activity').getAttribute('aria-disabled')).toBeNull();
      });
    };
    await press(false);
    expect([...refused]).toEqual(['ACTIVITY']);
    expect(text()).toContain('您已拒绝，不再使用');
    expect(byId('conclusion-stage').getAttribute('aria-checked')).toBe('true');
    await press(true);
    expect([...refused]).toEqual([]);
  });
});
