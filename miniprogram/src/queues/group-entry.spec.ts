import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { provideBearer } from '../api/bearer';
import { learner } from '../testing/lesson';
import { phone } from '../testing/taro';
import { enterAs } from '../session/session';
import { deliverGroupEntry, forgetGroupEntry, groupEntry, noteGroupStart } from './group-entry';

const GROUP = {
  groupId: '019ab000-0000-7000-8000-0000000000c1',
  name: '思语投教一群',
  ownerName: '沈*',
  ownerRegistrationNo: 'S0260519080001',
  memberCount: 5,
};
const FROM_CARD = { path: 'pages/home/index', scene: 1044, shareTicket: 't-1', query: {} };
const unreadable = { statusCode: 409, data: { code: 'communities.group_data_unreadable', title: '旧的。' } };
const told = () =>
  phone.requests.filter(({ url }) => url === communitiesRoutes.enterGroup.path).map(({ data }) => data);

describe('a start from a group', () => {
  const before = process.env['TARO_ENV'];
  let renewals = 0;
  let asked = 0;
  beforeEach(() => {
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    phone.reset();
    phone.known.add('getGroupEnterInfo');
    renewals = 0;
    asked = 0;
    phone.groupData = () => ({ encryptedData: `data-${(asked += 1)}`, iv: 'iv' });
    phone.answer = () => ({ statusCode: 200, data: { group: GROUP } });
    provideBearer({
      token: () => 'token',
      renew: async () => {
        renewals += 1;
        return true;
      },
    });
    forgetGroupEntry();
    enterAs(learner);
  });
  afterAll(() => {
    Object.assign(process.env, { TARO_ENV: before });
  });

  it('E-08 WeChat is asked and the server told once the person has agreed, and once per start', async () => {
    enterAs({ ...learner, hasConsented: false });
    noteGroupStart(FROM_CARD);
    expect(await deliverGroupEntry()).toBe(true);
    expect([asked, told()]).toEqual([0, []]);
    expect(groupEntry.get()).toEqual({ isUntold: true, group: null });

    enterAs(learner);
    expect(await deliverGroupEntry()).toBe(true);
    // The app comes back with the start it had.
    noteGroupStart(FROM_CARD);
    expect(await deliverGroupEntry()).toBe(true);
    expect(told()).toEqual([{ encryptedData: 'data-1', iv: 'iv' }]);
    expect(groupEntry.get()).toEqual({ isUntold: false, group: GROUP });

    noteGroupStart({ ...FROM_CARD, scene: 1008, shareTicket: undefined });
    await deliverGroupEntry();
    expect(told()).toHaveLength(2);
  });

  it('E-08 no other start asks for a group; one that WeChat knows none for, or that is not ours, is quiet', async () => {
    noteGroupStart({ ...FROM_CARD, scene: 1007 });
    noteGroupStart({ scene: 1001 });
    await deliverGroupEntry();
    expect(asked).toBe(0);

    phone.groupData = () => {
      throw new Error('getGroupEnterInfo:fail errcode 65206');
    };
    noteGroupStart(FROM_CARD);
    expect(await deliverGroupEntry()).toBe(true);
    expect([told(), phone.toasts, groupEntry.get()]).toEqual([[], [], { isUntold: false, group: null }]);

    phone.groupData = () => ({ encryptedData: 'other', iv: 'iv' });
    phone.answer = () => ({ statusCode: 200, data: { group: null } });
    noteGroupStart({ ...FROM_CARD, shareTicket: 't-2' });
    expect(await deliverGroupEntry()).toBe(true);
    expect([told().length, phone.toasts, groupEntry.get().group]).toEqual([1, [], null]);
  });

  it('E-08 an old session key is replaced by a new login and WeChat asked anew, once', async () => {
    phone.answer = ({ data }) =>
      JSON.stringify(data).includes('data-1') ? unreadable : { statusCode: 200, data: { group: GROUP } };
    noteGroupStart(FROM_CARD);
    expect(await deliverGroupEntry()).toBe(true);
    expect([renewals, told().length, groupEntry.get().group?.groupId]).toEqual([1, 2, GROUP.groupId]);

    phone.answer = () => unreadable;
    noteGroupStart({ ...FROM_CARD, shareTicket: 't-2' });
    expect(await deliverGroupEntry()).toBe(true);
    expect([renewals, told().length, groupEntry.get()]).toEqual([2, 4, { isUntold: false, group: null }]);
  });

  it('E-08 a browser of the demo system is told the chat by its address, and the phone in the box encrypts it', async () => {
    Object.assign(process.env, { TARO_ENV: 'h5' });
    phone.storage.set('siyu.account', JSON.stringify('demo-2'));
    phone.answer = ({ url }) => {
      if (url === '/v1/runtime') return { statusCode: 200, data: { sandboxPhoneUrl: 'http://box' } };
      if (url.startsWith('http://box'))
        return { statusCode: 200, data: { encryptedData: 'boxed', iv: 'iv' } };
      return { statusCode: 200, data: { group: GROUP } };
    };
    noteGroupStart({ path: 'pages/home/index', query: { chat: encodeURIComponent(GROUP.name) } });
    expect(await deliverGroupEntry()).toBe(true);
    expect(phone.requests.map(({ data }) => data)).toEqual([
      undefined,
      { account: 'demo-2', group: GROUP.name, scene: 1044 },
      { encryptedData: 'boxed', iv: 'iv' },
    ]);
    noteGroupStart({ scene: 0, query: { chat: '%E0%A4%A' } });
    expect(groupEntry.get()).toEqual({ isUntold: false, group: GROUP });
  });

  it('E-08 without a network the start waits and holds up no page; it is told when there is one', async () => {
    phone.answer = () => {
      throw new Error('request:fail');
    };
    noteGroupStart(FROM_CARD);
    expect(await deliverGroupEntry()).toBe(false);
    expect(groupEntry.get()).toEqual({ isUntold: false, group: null });
    phone.answer = () => ({ statusCode: 200, data: { group: GROUP } });
    expect(await deliverGroupEntry()).toBe(true);
    expect(groupEntry.get().group).toEqual(GROUP);
  });
});
