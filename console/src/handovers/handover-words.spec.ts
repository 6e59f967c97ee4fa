import { describe, expect, it } from '@jest/globals';
import type { HandoverRow } from '@siyu/shared/contracts/handovers';
import { handoverSaid, personSaid } from './handover-words.ts';

const row: HandoverRow = {
  handoverId: 'h',
  leaver: { staffId: 'a', name: '沈知行' },
  successor: { staffId: 'b', name: '柳清源' },
  actorName: '罗成',
  reason: '本月离职',
  state: 'DONE',
  members: 1_200,
  groups: 2,
  accounts: 1,
  contacts: 0,
  refusals: [],
  begunAt: '2026-11-30T02:00:00.000Z',
  endedAt: null,
};

describe('a handover in words', () => {
  it('I-09 says what went to whom, and what WeCom did not hand over', () => {
    expect(handoverSaid(row)).toBe('客户 1,200 位、客户群 2 个、渠道码账号 1 个已转到柳清源名下。');
    const refusals = [{ what: 'CONTACT' as const, code: 84061, many: 3 }];
    expect(handoverSaid({ ...row, contacts: 9, refusals })).toBe(
      '客户 1,200 位、客户群 2 个、渠道码账号 1 个已转到柳清源名下；请企业微信转接了 9 位联系人，客户一天内可以拒绝；3 位联系人企业微信没有转接（错误码 84061），要到企业微信后台处理。',
    );
    const person = {
      ...row.leaver,
      branchName: null,
      registrationNo: null,
      hasWecom: true,
      maySucceed: false,
    };
    expect(personSaid({ ...person, isServing: false, members: 3, groups: 0, accounts: 0 })).toBe(
      '沈知行（账号已停用） · 客户 3 位、客户群 0 个、渠道码账号 0 个',
    );
  });
});
