import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { RECORDED_KINDS } from '@siyu/shared/contracts/privacy.limits';
import { session } from '../../session/session';
import { phone } from '../../testing/taro';
import PrivacyPage from './index';

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};

describe('the privacy centre', () => {
  beforeEach(() => {
    phone.reset();
    phone.answer = () => ({ statusCode: 200, data: { consents: [] } });
    session.set((before) => ({ ...before, phase: 'entered' }));
  });
  afterEach(cleanup);

  it('D-01 says of each kind what and why, and by a touch how long, on which basis and every entry by name', async () => {
    render(<PrivacyPage />);
    await waitFor(() => byId('recorded-kinds'));
    expect(byId('recorded-kinds').children).toHaveLength(RECORDED_KINDS.length);
    const text = () => byId('recorded-kinds').textContent;
    expect(text()).toContain('用来续读，显示学习记录');
    expect(text()).not.toContain('保存多久');
    fireEvent.click(byId('recorded-learning'));
    expect(text()).toContain('保存多久：保存到您注销账号为止，注销时删除。');
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
});
