import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram, foreignMiniProgram } from '../mini-programs.ts';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { scanCode } from '../testing/scan-code.ts';
import { demoGroups, opengidOf } from '../world/groups.ts';
import { INTERNAL_CHAT_ID } from './customer-groups.ts';
import { externalUserIdOf } from './customers.ts';
import { wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const [ours, second, classmates] = demoGroups;
const CHAT = ours!.corp!.chatId;
const GET = 'externalcontact/groupchat/get';

describe('WeCom: customer groups', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
  });
  afterEach(() => sandbox.close());

  const act = async (what: object, chatId = CHAT): Promise<number> =>
    (await sandbox.call('POST', `/__phone/wecom/groups/${chatId}/acts`, what)).status;
  const members = async (chatId = CHAT): Promise<unknown> =>
    ((await wecom.post(GET, { chat_id: chatId }))['group_chat'] as { member_list: unknown }).member_list;

  it('SBX-80 E-02 the opengid of a customer group of ours gives its chat_id, no other opengid does', async () => {
    const chatIdOf = async (appId: string, group = ours!, app = 0) =>
      wecom.post('externalcontact/opengid_to_chatid', { opengid: opengidOf(appId, group) }, app);
    expect(await chatIdOf(demoMiniProgram.appId)).toMatchObject({ errcode: 0, chat_id: CHAT });
    expect(await chatIdOf(demoMiniProgram.appId, classmates)).toMatchObject({ errcode: 90501 });
    expect(await chatIdOf(foreignMiniProgram.appId)).toMatchObject({ errcode: 90501 });
    expect(await chatIdOf(demoMiniProgram.appId, second, 2)).toMatchObject({ errcode: 60011 });
    expect(await wecom.post('externalcontact/opengid_to_chatid', {})).toMatchObject({ errcode: 40058 });
    expect(await act({ act: 'dismiss' })).toBe(204);
    expect(await chatIdOf(demoMiniProgram.appId)).toMatchObject({ errcode: 90501 });
  });

  it('SBX-81 E-02 a group is got with owner, members, how they came, and names when asked for', async () => {
    const { group_chat: group } = await wecom.post(GET, { chat_id: CHAT, need_name: 1 });
    expect(group).toMatchObject({
      chat_id: CHAT,
      name: '思语投教一群',
      owner: 'adviser1',
      notice: '',
      admin_list: [],
      member_list: [
        { userid: 'adviser1', type: 1, name: '沈知行', join_scene: 1 },
        {
          userid: externalUserIdOf('demo-1'),
          type: 2,
          unionid: 'usbx-demo-1',
          name: '林晓',
          join_time: 1795485600,
        },
        {},
        {},
        {},
        {},
      ],
    });
    expect(JSON.stringify(await members())).not.toContain('"name"');
    expect(await wecom.post(GET, { chat_id: 'wrNowhere' })).toMatchObject({ errcode: 40050 });
    expect(await wecom.post(GET, { chat_id: INTERNAL_CHAT_ID })).toMatchObject({ errcode: 90501 });
  });

  it('SBX-82 E-02 groups are listed by owner, in pages of 1 to 1000', async () => {
    const list = (filter: object, app?: number) =>
      wecom.post('externalcontact/groupchat/list', { limit: 10, ...filter }, app);
    expect(await list({})).toMatchObject({ group_chat_list: [{ chat_id: CHAT, status: 0 }, {}] });
    expect(await list({ owner_filter: { userid_list: ['adviser2'] } })).toMatchObject({
      group_chat_list: [{ chat_id: second!.corp!.chatId }],
    });
    expect(await list({}, 2)).toMatchObject({ group_chat_list: [{ chat_id: CHAT }] });
    const first = await list({ limit: 1 });
    expect(await list({ limit: 1, cursor: first['next_cursor'] })).toMatchObject({
      group_chat_list: [{ chat_id: second!.corp!.chatId }],
    });
    for (const limit of [0, 1001, undefined]) expect(await list({ limit })).toMatchObject({ errcode: 40058 });
  });

  it('SBX-83 E-02 joining, leaving, a new owner, a new name and the end are told with their details', async () => {
    expect(await act({ act: 'join', account: 'demo-5' })).toBe(204);
    expect(await act({ act: 'join', account: 'demo-5' })).toBe(409);
    expect(await act({ act: 'remove', account: 'demo-5' })).toBe(204);
    expect(await act({ act: 'leave', account: 'demo-1' })).toBe(204);
    expect(await act({ act: 'leave', account: 'demo-1' })).toBe(409);
    for (const what of [
      { act: 'hand_over', owner: 'adviser4' },
      { act: 'rename', name: '投教一群' },
      { act: 'announce', notice: '周三晚八点开课' },
      { act: 'dismiss' },
    ])
      expect(await act(what)).toBe(204);
    expect(await act({ act: 'dismiss' })).toBe(404);
    const version = (n: number): string => n.toString(16).padStart(32, '0');
    const common = { Event: 'change_external_chat', ChatId: CHAT };
    const moved = (detail: string, account: string, from: number) => ({
      ...common,
      ChangeType: 'update',
      UpdateDetail: detail,
      MemChangeCnt: 1,
      MemChangeList: [externalUserIdOf(account)],
      LastMemVer: version(from),
      CurMemVer: version(from + 1),
    });
    expect(await wecom.events()).toEqual([
      { ...moved('add_member', 'demo-5', 1), JoinScene: 0 },
      { ...moved('del_member', 'demo-5', 2), QuitScene: 1 },
      { ...moved('del_member', 'demo-1', 3), QuitScene: 0 },
      ...['change_owner', 'change_name', 'change_notice'].map((UpdateDetail) => ({
        ...common,
        ChangeType: 'update',
        UpdateDetail,
      })),
      { ...common, ChangeType: 'dismiss' },
    ]);
  });

  it('SBX-84 E-02 a join way leads into the group and gives its state back per member', async () => {
    const way = { scene: 2, chat_id_list: [CHAT], state: 'p=9Z' };
    const { config_id: configId } = await wecom.post('externalcontact/groupchat/add_join_way', way);
    const named = { config_id: configId };
    const { join_way: got } = await wecom.post('externalcontact/groupchat/get_join_way', named);
    expect(got).toMatchObject({ ...named, ...way, auto_create_room: 1, remark: '' });
    const { qr_code: url } = got as { qr_code: string };
    const text = scanCode(Buffer.from(await (await fetch(url)).arrayBuffer()))?.text ?? '';
    expect(await wecom.scan('demo-7', text)).toEqual({ outcome: 'joined', chatId: CHAT });
    expect(await wecom.scan('demo-7', text)).toEqual({ outcome: 'joined', chatId: CHAT });
    expect(await wecom.events()).toMatchObject([{ UpdateDetail: 'add_member', JoinScene: 3 }]);
    expect(await members()).toContainEqual(
      expect.objectContaining({ userid: externalUserIdOf('demo-7'), join_scene: 3, state: 'p=9Z' }),
    );
    await wecom.post('externalcontact/groupchat/update_join_way', { ...named, ...way, remark: '前台' });
    expect(await wecom.post('externalcontact/groupchat/get_join_way', named)).toMatchObject({
      join_way: { remark: '前台' },
    });
    await wecom.post('externalcontact/groupchat/del_join_way', named);
    expect(await wecom.post('externalcontact/groupchat/get_join_way', named)).toMatchObject({
      errcode: 41044,
    });
  });

  it.each([
    ['no scene', { scene: undefined }, 40058],
    ['six groups', { chat_id_list: Array.from({ length: 6 }, () => CHAT) }, 40058],
    ['no group', { chat_id_list: [] }, 40058],
    ['a group that is none', { chat_id_list: ['wrNowhere'] }, 40050],
    ['a state of 31', { state: 'x'.repeat(31) }, 40058],
    ['a remark of 31', { remark: '字'.repeat(31) }, 40058],
    ['a room name of 41', { room_base_name: '字'.repeat(41) }, 40058],
  ])('SBX-85 E-02 refuses a join way with %s', async (_what, change, errcode) => {
    const right = { scene: 2, chat_id_list: [CHAT], state: 'x'.repeat(30), room_base_name: '字'.repeat(40) };
    const add = (way: object) => wecom.post('externalcontact/groupchat/add_join_way', way);
    expect(await add({ ...right, ...change })).toMatchObject({ errcode });
    expect(await add(right)).toMatchObject({ errcode: 0 });
  });

  it('SBX-86 E-02 a full group leads into a new one when that is allowed, and nowhere otherwise', async () => {
    const accounts = Array.from({ length: 199 }, (_, n) => `full-${n}`);
    const { body } = await sandbox.call('POST', '/__phone/wecom/groups', {
      owner: 'adviser3',
      name: '满员群',
      accounts,
    });
    const way = { scene: 2, chat_id_list: [body['chatId']], room_base_name: '新群', room_base_id: 7 };
    const text = async (auto: number): Promise<string> => {
      const added = await wecom.post('externalcontact/groupchat/add_join_way', {
        ...way,
        auto_create_room: auto,
      });
      return `https://work.weixin.qq.com/gm/${String(added['config_id'])}`;
    };
    expect(await wecom.scan('demo-1', await text(0))).toMatchObject({ message: 'text: every group is full' });
    const joined = await wecom.scan('demo-1', await text(1));
    expect(joined['chatId']).not.toBe(body['chatId']);
    expect(await wecom.post(GET, { chat_id: joined['chatId'] })).toMatchObject({
      group_chat: { name: '新群7', owner: 'adviser3' },
    });
    expect((await wecom.events()).map(({ ChangeType }) => ChangeType)).toEqual([
      'create',
      'create',
      'update',
    ]);
  });
});
