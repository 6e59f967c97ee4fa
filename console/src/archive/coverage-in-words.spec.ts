import { describe, expect, it } from '@jest/globals';
import type { ArchiveCoverage } from '@siyu/shared/contracts/archive';
import { alarmSentence, keptSentence, unreadSentence } from './coverage-in-words.ts';

const well: ArchiveCoverage = {
  asOf: '2026-11-24T04:00:00.000Z',
  isOn: true,
  caughtUpAt: '2026-11-24T04:00:00.000Z',
  alarm: null,
  lost: null,
  unread: { unknownKey: 0, damaged: 0, keyVersions: [] },
  refused: 0,
  advisers: { total: 0, kept: 0, unkept: [] },
  groups: { total: 0, kept: 0, unkept: [] },
  contacts: { total: 0, agreed: 0, disagreed: 0 },
};

describe('what of the conversations is kept, in words', () => {
  it('E-12 tells how many leave no trace and which share they are', () => {
    expect(keptSentence({ total: 8, kept: 6 }, '位')).toBe('6 位留痕，2 位未留痕（25%）');
    expect(keptSentence({ total: 0, kept: 0 }, '个')).toBe('还没有');
  });

  it('E-12 a feed more than five days behind, and one that lost something, is an alarm; without an archive all is 未留痕', () => {
    expect(alarmSentence(well)).toBeNull();
    expect(alarmSentence({ ...well, isOn: false })).toBe('没有接入企业微信会话存档，所有会话都未留痕。');
    expect(alarmSentence({ ...well, alarm: 'BEHIND' })).toContain('只留五天');
    const lost = { from: '2026-11-10T04:00:00.000Z', to: '2026-11-12T04:00:00.000Z' };
    expect(alarmSentence({ ...well, alarm: 'LOST', lost })).toContain('的会话没有读到');
  });

  it('E-12 records nobody can read are counted, with the key that is missing', () => {
    expect(unreadSentence(well)).toBeNull();
    expect(unreadSentence({ ...well, unread: { unknownKey: 3, damaged: 1, keyVersions: [4] } })).toBe(
      '3 条缺少私钥（公钥版本 4），放入私钥后会自动读出；1 条无法解开，已原样保存。',
    );
  });
});
