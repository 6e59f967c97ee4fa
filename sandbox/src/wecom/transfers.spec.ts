import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { demoGroups } from '../world/groups.ts';
import { externalUserIdOf } from './customers.ts';
import { wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const CHAT = demoGroups[0]!.corp!.chatId;

describe('WeCom: who leaves hands over', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
  });
  afterEach(() => sandbox.close());

  const post = (path: string, body: object) => wecom.post(`externalcontact/${path}`, body);
  const ways = { handover_userid: 'adviser1', takeover_userid: 'adviser2' };
  const [mine, stranger] = [externalUserIdOf('demo-3'), externalUserIdOf('demo-6')];

  it('I-09 of an employee who is there still, customers and groups go over by the calls for those alone', async () => {
    const asked = { ...ways, external_userid: [mine, stranger, 'made-up'] };
    expect(await post('resigned/transfer_customer', asked)).toMatchObject({
      customer: [{ errcode: 40003 }, { errcode: 40003 }, { errcode: 40003 }],
    });
    expect(await post('transfer_customer', asked)).toMatchObject({
      customer: [
        { external_userid: mine, errcode: 0 },
        { external_userid: stranger, errcode: 84061 },
        { external_userid: 'made-up', errcode: 40096 },
      ],
    });
    expect(await wecom.get('externalcontact/get', { external_userid: mine })).toMatchObject({
      follow_user: [{ userid: 'adviser2', add_way: 202 }],
    });
    const groups = { chat_id_list: [CHAT], new_owner: 'adviser2' };
    expect(await post('groupchat/transfer', groups)).toMatchObject({
      failed_chat_list: [{ chat_id: CHAT, errcode: 90500 }],
    });
    expect(await post('groupchat/onjob_transfer', groups)).toMatchObject({ failed_chat_list: [] });
    expect(await post('groupchat/get', { chat_id: CHAT })).toMatchObject({
      group_chat: { owner: 'adviser2' },
    });
    expect(await wecom.events()).toEqual([]);
  });

  it('I-09 whom the administrator removed has no contacts to be asked for, and what waits for an heir is listed', async () => {
    await wecom.pull('employee-leaves', { userid: 'adviser1' });
    expect(await wecom.get('externalcontact/list', { userid: 'adviser1' })).toMatchObject({ errcode: 40003 });
    const { follow_user: there } = await wecom.get('externalcontact/get_follow_user_list');
    expect(there).not.toContain('adviser1');
    expect(await post('get_unassigned_list', { page_size: 2 })).toMatchObject({
      info: [{ handover_userid: 'adviser1', external_userid: mine }, {}],
      is_last: false,
    });
    expect(await post('transfer_customer', { ...ways, external_userid: [mine] })).toMatchObject({
      errcode: 40003,
    });
    expect(await post('resigned/transfer_customer', { ...ways, external_userid: [mine] })).toMatchObject({
      customer: [{ errcode: 0 }],
    });
    expect(await post('groupchat/list', { limit: 10, status_filter: 1 })).toMatchObject({
      group_chat_list: [{ chat_id: CHAT, status: 1 }],
    });
    const groups = { chat_id_list: [CHAT], new_owner: 'adviser2' };
    expect(await post('groupchat/transfer', groups)).toMatchObject({ failed_chat_list: [] });
  });
});
