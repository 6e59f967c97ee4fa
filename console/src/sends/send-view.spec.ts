import { describe, expect, it } from '@jest/globals';
import { sendCodeSentence } from './send-words.ts';
import { readSendView, writeSendView } from './send-view.ts';

describe('the page of platform sends', () => {
  it('E-06 reads an address back and leaves out what it does not know', () => {
    const view = {
      state: 'UNKNOWN',
      channel: 'wechat.subscribe',
      open: '01900000-0000-7000-8000-00000000000e',
    } as const;
    expect(readSendView(writeSendView(view))).toEqual(view);
    expect(readSendView(new URLSearchParams('state=NO&channel=x&open=../y'))).toEqual({
      state: null,
      channel: null,
      open: null,
    });
  });

  it('E-06 says a code in words, and shows one it has no words for as it is', () => {
    expect(sendCodeSentence('wechat.43101')).toBe('对方没有可用的订阅次数，或已拒收。');
    expect(sendCodeSentence('sends.unanswered')).toContain('不会自动重发');
    expect(sendCodeSentence('wecom.99999')).toBe('企业微信返回代码 99999。');
    expect(sendCodeSentence('wechat.99999')).toBe('微信返回代码 99999。');
  });
});
