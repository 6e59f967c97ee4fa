import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram } from '../mini-programs.ts';
import type { Push } from '../message-push/push-body.ts';
import { openBox, type Box } from '../testing/open-box.ts';
import { listenTo } from '../testing/told.ts';

const TEXT = { touser: 'osbx-demo-1', msgtype: 'text', text: { content: '您好' } };

describe('customer messages', () => {
  let box: Box;
  let told: Push[];
  beforeEach(async () => {
    box = await openBox();
    told = listenTo(box, demoMiniProgram.appId);
  });
  afterEach(() => box.close());

  const send = async (more: object = {}) =>
    (await box.post('/cgi-bin/message/custom/send', { ...TEXT, ...more })).body['errcode'];
  const sendMany = async (count: number): Promise<unknown[]> => {
    const codes: unknown[] = [];
    for (let time = 0; time < count; time += 1) codes.push(await send());
    return codes;
  };
  const write = () =>
    box.call('POST', '/__phone/customer-service/messages', { account: 'demo-1', text: '请问' });
  const enter = () => box.call('POST', '/__phone/customer-service/entries', { account: 'demo-1' });

  it('SBX-323 E-01 after a message of the person five go out in 48 hours, then 45047, later 45015', async () => {
    expect(await send()).toBe(45015);
    await write();
    expect(await sendMany(6)).toEqual([0, 0, 0, 0, 0, 45047]);
    await write();
    box.advance(48 * 3_600_000 - 1);
    expect(await send()).toBe(0);
    box.advance(1);
    expect(await send()).toBe(45015);
    expect((await box.call('GET', '/__phone/inbox?account=demo-1')).body['messages']).toHaveLength(6);
  });

  it('SBX-324 E-01 after entering the conversation two go out in a minute', async () => {
    await enter();
    expect(await sendMany(3)).toEqual([0, 0, 45047]);
    await enter();
    box.advance(60_000);
    expect(await send()).toBe(45015);
    expect(told[0]?.fields).toMatchObject({ MsgType: 'event', Event: 'user_enter_tempsession' });
  });

  it('SBX-325 E-01 what the person writes is told with an id of its own', async () => {
    await write();
    await write();
    const [one, two] = told.map(({ fields }) => fields);
    expect(one).toMatchObject({ MsgType: 'text', Content: '请问', MsgId: expect.any(Number) });
    expect(one?.['MsgId']).not.toBe(two?.['MsgId']);
  });

  it('SBX-326 E-01 kinds, contents and pages are checked and cost nothing', async () => {
    await write();
    const card = { title: '课程', pagepath: 'lesson/read/index?id=1', thumb_media_id: 'm1' };
    const page = (more: object) => ({ msgtype: 'miniprogrampage', miniprogrampage: { ...card, ...more } });
    expect(await send({ touser: 'oforeign-demo-1' })).toBe(40003);
    expect(await send({ msgtype: 'video' })).toBe(40008);
    expect(await send({ text: {} })).toBe(47001);
    expect(await send(page({ pagepath: 'pages/none/index' }))).toBe(40165);
    expect(await send(page({ title: '' }))).toBe(47001);
    const link = {
      title: 't',
      description: 'd',
      url: 'https://a.example/',
      thumb_url: 'https://a.example/t',
    };
    expect(await send({ msgtype: 'link', link })).toBe(0);
    expect(await send({ msgtype: 'image', image: { media_id: 'm' } })).toBe(0);
    expect(await send(page({}))).toBe(0);
    expect(await sendMany(3)).toEqual([0, 0, 45047]);
  });

  it('SBX-327 E-01 typing needs a known command and a person who was here', async () => {
    const typing = async (command: string) =>
      (await box.post('/cgi-bin/message/custom/typing', { touser: 'osbx-demo-1', command })).body['errcode'];
    expect(await typing('Typing')).toBe(45080);
    await write();
    expect(await typing('typing')).toBe(45072);
    expect(await typing('Typing')).toBe(0);
    expect(await typing('CancelTyping')).toBe(0);
  });
});
