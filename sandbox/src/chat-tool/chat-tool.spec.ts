import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram, foreignMiniProgram } from '../mini-programs.ts';
import { openBox, type Box } from '../testing/open-box.ts';
import { demoGroups, groupOpenidOf } from '../world/groups.ts';

const [CLUB, SECOND] = demoGroups;
const SEND = '/cgi-bin/message/wxopen/chattoolmsg/send';

describe('cards of the chat tool', () => {
  let box: Box;
  beforeEach(async () => {
    box = await openBox();
  });
  afterEach(() => box.close());

  const create = async (query: Record<string, string> = {}) =>
    (await box.get('/cgi-bin/message/wxopen/activityid/create', query)).body;
  const share = async (activityId: unknown, account: string, group: string) =>
    (await box.call('POST', '/__phone/chat-tool/cards', { activityId, account, group, title: '一起学' }))
      .body;
  const memberOf = (group: typeof CLUB, account: string) => ({
    group_openid: groupOpenidOf(demoMiniProgram.appId, group!, account),
    state: 1,
  });
  const change = async (id: unknown, more: object = {}, app = demoMiniProgram) =>
    (
      await box.post(
        SEND,
        { activity_id: id, target_state: 1, template_id: 'T1', version_type: 0, ...more },
        app,
      )
    ).body['errcode'];

  it('SBX-328 E-01 an activity_id lives a day, is shared into one chat, and its card is changed there', async () => {
    const { activity_id: id, expiration_time: end } = await create();
    expect(end).toBe(Math.floor(box.world.clock.now() / 1000) + 86_400);
    expect(await change(id)).toBe(47501);
    expect(await share(id, 'demo-1', CLUB!.name)).toEqual({ errMsg: 'shareAppMessageToGroup:ok' });
    expect((await share(id, 'demo-3', SECOND!.name))['errMsg']).toMatch(/fail/);
    expect(await change(id, { participator_info_list: [memberOf(CLUB, 'demo-2')] })).toBe(0);
    const path = `/__phone/chat-tool/cards?account=demo-1&activityId=${String(id)}`;
    expect((await box.call('GET', path)).body).toEqual({
      group: CLUB!.name,
      state: 1,
      done: [memberOf(CLUB, 'demo-2').group_openid],
    });
    expect((await box.call('GET', '/__phone/inbox?account=demo-8')).body['messages']).toHaveLength(1);
    box.advance(86_400_000);
    expect(await change(id)).toBe(47501);
  });

  it('SBX-329 E-01 only members of that chat, known states and the app itself', async () => {
    const { activity_id: id } = await create();
    await share(id, 'demo-1', CLUB!.name);
    expect(await change(id, { participator_info_list: [memberOf(SECOND, 'demo-3')] })).toBe(40003);
    const undone = { ...memberOf(CLUB, 'demo-2'), state: 0 };
    expect(await change(id, { participator_info_list: [undone] })).toBe(47001);
    expect(await change(id, { version_type: 3 })).toBe(47001);
    expect(await change(id, { template_id: '' })).toBe(47001);
    expect(await change('none')).toBe(47501);
    expect(await change(id, {}, foreignMiniProgram)).toBe(47501);
    expect(await change(id)).toBe(0);
  });

  it('SBX-330 E-01 one made for a person is shared by nobody else', async () => {
    expect((await create({ openid: 'oforeign-demo-1' }))['errcode']).toBe(40003);
    const { activity_id: id } = await create({ openid: 'osbx-demo-1' });
    expect((await share(id, 'demo-2', CLUB!.name))['errMsg']).toMatch(/fail/);
    expect((await share(id, 'demo-1', CLUB!.name))['errMsg']).toMatch(/ok/);
  });
});
