import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { demoGroups } from '../world/groups.ts';
import { externalUserIdOf } from './customers.ts';
import { monthlyCap } from './mass-sends.ts';
import { wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const DAY = 86_400_000;
const CHAT = demoGroups[0]!.corp!.chatId;
const text = { content: '周三晚八点开课' };

describe('WeCom: mass sends, moments and tags', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
  });
  afterEach(() => sandbox.close());

  const post = (path: string, body: object) => wecom.post(`externalcontact/${path}`, body);
  const add = (body: object) => post('add_msg_template', { text, ...body });
  const toCustomer = (account: string) => ({ external_userid: [externalUserIdOf(account)] });
  const confirm = async (id: unknown, userid: string) =>
    (await sandbox.call('POST', `/__phone/wecom/tasks/${String(id)}/confirm`, { userid })).status;
  const results = async (msgid: unknown, userid: string) =>
    (await post('get_groupmsg_send_result', { msgid, userid }))['send_list'];

  it('SBX-91 E-02 a mass send reaches nobody until the employee confirms it, once', async () => {
    const { msgid, fail_list: failed } = await add({
      sender: 'adviser1',
      external_userid: ['demo-3', 'demo-5', 'demo-7'].map(externalUserIdOf),
    });
    expect(failed).toEqual(['demo-5', 'demo-7'].map(externalUserIdOf));
    expect(await post('get_groupmsg_task', { msgid })).toMatchObject({
      task_list: [{ userid: 'adviser1', status: 0 }],
    });
    const receiver = { external_userid: externalUserIdOf('demo-3'), userid: 'adviser1' };
    expect(await results(msgid, 'adviser1')).toEqual([{ ...receiver, status: 0 }]);
    const tasks = await sandbox.call('GET', '/__phone/wecom/tasks?userid=adviser1');
    expect(tasks.body['tasks']).toMatchObject([{ id: msgid, text: text.content, receivers: 1 }]);
    expect(await confirm(msgid, 'adviser2')).toBe(409);
    expect(await confirm(msgid, 'adviser1')).toBe(204);
    expect(await confirm(msgid, 'adviser1')).toBe(409);
    expect(await results(msgid, 'adviser1')).toEqual([{ ...receiver, status: 1, send_time: 1795485600 }]);
    expect(await post('get_groupmsg_task', { msgid })).toMatchObject({ task_list: [{ status: 2 }] });
  });

  it('SBX-92 E-02 without a sender the employee who spoke last is asked; who has gone is told apart', async () => {
    const { msgid } = await add({ external_userid: ['demo-3', 'demo-5'].map(externalUserIdOf) });
    const { task_list: tasks } = await post('get_groupmsg_task', { msgid });
    expect(tasks).toMatchObject([{ userid: 'adviser1' }, { userid: 'adviser2' }]);
    const gone = { account: 'demo-3', userid: 'adviser1', act: 'dropped_by_customer' };
    await sandbox.call('POST', '/__phone/wecom/relations', gone);
    await confirm(msgid, 'adviser1');
    expect(await results(msgid, 'adviser1')).toMatchObject([{ status: 2 }]);
  });

  it('SBX-93 E-02 a customer and a group get as many a month as it has days, and again in the next', async () => {
    const to = { sender: 'adviser1', ...toCustomer('demo-3') };
    // Made before the cap was reached, confirmed after.
    const early = (await add(to))['msgid'];
    for (let sent = 0; sent < 30; sent += 1) await confirm((await add(to))['msgid'], 'adviser1');
    expect(await add(to)).toMatchObject({ fail_list: to.external_userid });
    await confirm(early, 'adviser1');
    expect(await results(early, 'adviser1')).toMatchObject([{ status: 3 }]);
    sandbox.advance(7 * DAY);
    expect(await add(to)).toMatchObject({ fail_list: [] });
    expect([0, 1, 3].map((month) => monthlyCap(Date.UTC(2028, month, 15)))).toEqual([31, 29, 30]);
    // 16:30 UTC of the last day is the first of the next month in Shanghai.
    expect(monthlyCap(Date.UTC(2027, 0, 31, 16, 30))).toBe(28);
  });

  it('SBX-94 E-02 groups are reached through their owner, who must be named', async () => {
    const groups = { chat_type: 'group', chat_id_list: [CHAT, demoGroups[1]!.corp!.chatId] };
    expect(await add(groups)).toMatchObject({ errcode: 40058 });
    const { msgid, fail_list: failed } = await add({ ...groups, sender: 'adviser1' });
    expect(failed).toEqual([demoGroups[1]!.corp!.chatId]);
    await confirm(msgid, 'adviser1');
    expect(await results(msgid, 'adviser1')).toMatchObject([{ chat_id: CHAT, status: 1 }]);
  });

  it('SBX-95 E-02 three reminders in 24 hours; what is cancelled is confirmed by nobody', async () => {
    const { msgid } = await add({ sender: 'adviser1', ...toCustomer('demo-3') });
    const remind = async () => (await post('remind_groupmsg_send', { msgid }))['errcode'];
    expect([await remind(), await remind(), await remind(), await remind()]).toEqual([0, 0, 0, 45009]);
    sandbox.advance(DAY);
    expect(await remind()).toBe(0);
    expect(await post('cancel_groupmsg_send', { msgid })).toMatchObject({ errcode: 0 });
    expect(await confirm(msgid, 'adviser1')).toBe(409);
    expect(await remind()).toBe(41058);
    expect(await post('remind_groupmsg_send', { msgid: 'made-up' })).toMatchObject({ errcode: 41055 });
  });

  it('SBX-96 E-02 refuses a mass send to nobody, without words, or with too many receivers', async () => {
    expect(await post('add_msg_template', { text })).toMatchObject({ errcode: 40058 });
    expect(await add({ text: undefined, sender: 'adviser1' })).toMatchObject({ errcode: 40058 });
    const many = Array.from({ length: 10_001 }, (_, n) => `wm-${n}`);
    expect(await add({ external_userid: many })).toMatchObject({ errcode: 40058 });
    expect(await add({ sender: 'operator' })).toMatchObject({ errcode: 84074 });
    const all = await add({ sender: 'adviser1' });
    expect(await results(all['msgid'], 'adviser1')).toHaveLength(3);
    const list = (end: number) =>
      post('get_groupmsg_list_v2', { start_time: 1795485600, end_time: 1795485600 + end });
    expect(await list(60)).toMatchObject({ group_msg_list: [{ msgid: all['msgid'], text }] });
    expect(await list(32 * 86_400)).toMatchObject({ errcode: 40058 });
  });

  it('SBX-97 E-02 tags are made, changed, carried and removed; by hand it is told, by API it is not', async () => {
    const added = await post('add_corp_tag', {
      group_name: '兴趣',
      tag: [{ name: '基金' }, { name: '债券' }],
    });
    const { tag_group: group } = added as { tag_group: { group_id: string; tag: { id: string }[] } };
    const [fund, bond] = group.tag.map(({ id }) => id);
    const again = { group_id: group.group_id, tag: [{ name: '基金' }] };
    expect(await post('add_corp_tag', again)).toMatchObject({ errcode: 40071 });
    const person = { userid: 'adviser1', external_userid: externalUserIdOf('demo-3') };
    expect(await post('mark_tag', { ...person, add_tag: [fund, bond] })).toMatchObject({ errcode: 0 });
    expect(await post('mark_tag', { ...person, add_tag: ['made-up'] })).toMatchObject({ errcode: 40068 });
    const stranger = { ...person, external_userid: externalUserIdOf('demo-5') };
    expect(await post('mark_tag', { ...stranger, add_tag: [fund] })).toMatchObject({ errcode: 84061 });
    await post('edit_corp_tag', { id: fund, name: '公募基金' });
    await post('del_corp_tag', { tag_id: [bond] });
    expect(await wecom.get('externalcontact/get', person)).toMatchObject({
      follow_user: [{ tags: [{ group_name: '兴趣', tag_name: '公募基金', tag_id: fund, type: 1 }] }],
    });
    const tagged = await add({ tag_filter: { group_list: [{ tag_list: [fund] }] } });
    expect(await results(tagged['msgid'], 'adviser1')).toMatchObject([
      { external_userid: person.external_userid },
    ]);
    expect(await wecom.events()).toEqual([]);
    const byHand = { act: 'create', group: '兴趣', name: '指数' };
    const { id } = (await sandbox.call('POST', '/__phone/wecom/tags', byHand)).body;
    await sandbox.call('POST', '/__phone/wecom/tags', { act: 'delete', id });
    const told = { Event: 'change_external_tag', Id: id, TagType: 'tag' };
    expect(await wecom.events()).toEqual([
      { ...told, ChangeType: 'create' },
      { ...told, ChangeType: 'delete' },
    ]);
    expect(await post('get_corp_tag_list', {})).toMatchObject({ tag_group: [{ tag: [{ id: fund }] }] });
  });

  it('SBX-98 E-02 a moment is seen by nobody until the employee publishes it', async () => {
    const { jobid } = await post('add_moment_task', {
      text,
      visible_range: { sender_list: { user_list: ['adviser1', 'adviser2'] } },
    });
    const job = await wecom.get('externalcontact/get_moment_task_result', { jobid: String(jobid) });
    const { moment_id: moment } = job['result'] as { moment_id: string };
    const seen = async () =>
      (await post('get_moment_send_result', { moment_id: moment, userid: 'adviser1' }))['customer_list'];
    expect(await seen()).toEqual([]);
    expect(await confirm(moment, 'adviser1')).toBe(204);
    expect(await confirm(moment, 'adviser1')).toBe(409);
    expect(await seen()).toHaveLength(3);
    expect(await post('get_moment_task', { moment_id: moment })).toMatchObject({
      task_list: [
        { userid: 'adviser1', publish_status: 1 },
        { userid: 'adviser2', publish_status: 0 },
      ],
    });
    expect(await post('cancel_moment_task', { moment_id: moment })).toMatchObject({ errcode: 0 });
    expect(await confirm(moment, 'adviser2')).toBe(409);
    expect(await post('add_moment_task', {})).toMatchObject({ errcode: 40058 });
  });
});
