import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram, foreignMiniProgram } from '../mini-programs.ts';
import { openBox, type Box } from '../testing/open-box.ts';

const LESSON = 'sbx-new-lesson';
const LINKED = 'sbx-account-linked';
const RIGHT = {
  touser: 'osbx-demo-1',
  template_id: LESSON,
  page: 'lesson/read/index?id=7',
  data: {
    thing1: { value: '从零开始' },
    thing2: { value: '指数基金' },
    time3: { value: '2026年11月24日 12:00' },
  },
};

describe('subscribe messages', () => {
  let box: Box;
  let told: { Event: unknown; entries: readonly object[] }[];
  beforeEach(async () => {
    box = await openBox();
    told = [];
    const push = box.world.mini.pushes.get(demoMiniProgram.appId)!;
    push.fire = ({ fields, list }) => told.push({ Event: fields['Event'], entries: list?.entries ?? [] });
  });
  afterEach(() => box.close());

  const ask = async (tmplIds: readonly string[], more: object = {}) =>
    (await box.call('POST', '/__phone/subscribe', { account: 'demo-1', tmplIds, ...more })).body;
  const settings = (more: object) =>
    box.call('POST', '/__phone/subscription-settings', { account: 'demo-1', ...more });
  const send = async (more: object = {}) =>
    (await box.post('/cgi-bin/message/subscribe/send', { ...RIGHT, ...more })).body;

  it('SBX-305 E-01 each accept is one message; the next is 43101, and the event of the sent one follows', async () => {
    expect(await send()).toMatchObject({ errcode: 43101 });
    expect(await ask([LESSON])).toEqual({ errMsg: 'requestSubscribeMessage:ok', [LESSON]: 'accept' });
    await ask([LESSON]);
    const first = await send();
    expect(first).toEqual({ errcode: 0, errmsg: 'ok', msgid: expect.any(Number) });
    expect(await send()).toMatchObject({ errcode: 0 });
    expect(await send()).toMatchObject({ errcode: 43101, errmsg: expect.stringMatching(/, rid: /) });
    expect(told.filter(({ Event }) => Event === 'subscribe_msg_sent_event')).toHaveLength(2);
    expect(told[2]).toEqual({
      Event: 'subscribe_msg_sent_event',
      entries: [
        { TemplateId: LESSON, MsgID: String(first['msgid']), ErrorCode: '0', ErrorStatus: 'success' },
      ],
    });
    const inbox = await box.call('GET', '/__phone/inbox?account=demo-1');
    expect(inbox.body['messages']).toMatchObject([
      {
        title: '新课提醒',
        lines: ['课程：从零开始', '新一课：指数基金', '上线时间：2026年11月24日 12:00'],
        page: 'lesson/read/index?id=7',
      },
      {},
    ]);
  });

  it('SBX-306 E-01 the balance is one of person and template', async () => {
    await ask([LESSON]);
    const data = { thing1: { value: '事' }, time2: { value: '12:00' }, thing3: { value: '请留意' } };
    expect(await send({ template_id: LINKED, page: '', data })).toMatchObject({ errcode: 43101 });
    expect(await send({ touser: 'osbx-demo-2' })).toMatchObject({ errcode: 43101 });
    expect(await send()).toMatchObject({ errcode: 0 });
  });

  it('SBX-307 E-01 a wrong message is refused by its first fault and costs nothing', async () => {
    await ask([LESSON]);
    const data = (more: object) => ({ data: { ...RIGHT.data, ...more } });
    for (const [wrong, errcode] of [
      [{ touser: 'oforeign-demo-1' }, 40003],
      [{ touser: '' }, 40003],
      [{ template_id: 'none' }, 40037],
      [{ page: 'pages/none/index' }, 41030],
      [{ miniprogram_state: 'beta' }, 47001],
      [{ lang: 'de' }, 47001],
      [{ data: undefined }, 47003],
    ] as const) {
      expect(await send(wrong)).toMatchObject({ errcode });
    }
    expect(await send(data({ thing2: undefined }))).toMatchObject({
      errcode: 47003,
      errmsg: expect.stringContaining('data.thing2.value is emtpy'),
    });
    expect(await send(data({ thing2: { value: ' ' } }))).toMatchObject({ errcode: 47003 });
    expect(await send(data({ time3: { value: 'noon' } }))).toMatchObject({
      errcode: 47003,
      errmsg: expect.stringContaining('data.time3.value invalid'),
    });
    expect(await send({ miniprogram_state: 'trial', lang: 'en_US', page: undefined })).toMatchObject({
      errcode: 0,
    });
    expect((await box.post('/cgi-bin/message/subscribe/send', RIGHT, foreignMiniProgram)).body).toMatchObject(
      {
        errcode: 40003,
      },
    );
  });

  it('SBX-308 E-01 the box tells the app what was chosen, one event for all templates', async () => {
    const chosen = await ask([LESSON, LINKED], { choices: { [LINKED]: 'reject' } });
    expect(chosen).toMatchObject({ [LESSON]: 'accept', [LINKED]: 'reject' });
    expect(told).toEqual([
      {
        Event: 'subscribe_msg_popup_event',
        entries: [
          { TemplateId: LESSON, SubscribeStatusString: 'accept', PopupScene: '0' },
          { TemplateId: LINKED, SubscribeStatusString: 'reject', PopupScene: '0' },
        ],
      },
    ]);
  });

  it('SBX-309 E-01 a choice that is kept answers without a box, and still counts', async () => {
    await ask([LESSON], { keeps: true });
    expect(await ask([LESSON], { choices: { [LESSON]: 'reject' } })).toMatchObject({ [LESSON]: 'accept' });
    expect(told).toHaveLength(1);
    expect((await box.call('GET', '/__phone/subscription-settings?account=demo-1')).body).toEqual({
      mainSwitch: true,
      itemSettings: { [LESSON]: 'accept' },
    });
    expect([await send(), await send(), await send()].map(({ errcode }) => errcode)).toEqual([0, 0, 43101]);
  });

  it('SBX-310 E-01 what is taken back in the settings is told and stops what was allowed', async () => {
    await ask([LESSON]);
    await settings({ itemSettings: { [LESSON]: 'reject', [LINKED]: 'accept' } });
    expect(told[1]).toEqual({
      Event: 'subscribe_msg_change_event',
      entries: [{ TemplateId: LESSON, SubscribeStatusString: 'reject' }],
    });
    expect(await send()).toMatchObject({ errcode: 43101 });
    expect(await ask([LESSON])).toMatchObject({ [LESSON]: 'reject' });
    await settings({ itemSettings: { [LESSON]: 'accept' } });
    await ask([LESSON]);
    expect(await send()).toMatchObject({ errcode: 0 });
  });

  it('SBX-311 E-01 the main switch off fails with 20004 and lets nothing through', async () => {
    await ask([LESSON]);
    await settings({ mainSwitch: false });
    expect(await ask([LESSON])).toMatchObject({ errCode: 20004 });
    expect(await send()).toMatchObject({ errcode: 43101 });
    await settings({ mainSwitch: true });
    expect(await send()).toMatchObject({ errcode: 0 });
  });

  it('SBX-312 E-01 a call asks for five templates of one kind, out of a tap', async () => {
    const five = [LESSON, LINKED, 'sbx-live', 'sbx-event', 'sbx-reply'];
    expect(await ask([])).toMatchObject({ errCode: 10001 });
    expect(await ask([...five, 'sbx-6'])).toMatchObject({ errCode: 20003 });
    expect(await ask(['none'])).toMatchObject({ errCode: 20001 });
    expect(await ask([LESSON, 'sbx-bulletin'])).toMatchObject({ errCode: 20002 });
    expect((await ask(five, { isTap: false }))['errMsg']).toMatch(/TAP gesture/);
    expect(told).toEqual([]);
    expect(await ask(five)).toMatchObject({ 'sbx-reply': 'accept' });
  });

  it('SBX-313 E-01 a banned template answers ban, one of the same title filter, and neither counts', async () => {
    const template = (templateId: string, more: object = {}) => ({
      templateId,
      title: '同名',
      keywords: [{ key: 'thing1', label: '事' }],
      ...more,
    });
    await box.call('PUT', `/__control/mini-programs/${demoMiniProgram.appId}/templates`, {
      templates: [template('a'), template('b'), template('c', { title: '另', isBanned: true })],
    });
    expect(await ask(['a', 'b', 'c'])).toMatchObject({ a: 'accept', b: 'filter', c: 'ban' });
    expect(told[0]?.entries).toHaveLength(1);
    const data = { thing1: { value: '事' } };
    const codes = [];
    for (const id of ['a', 'b', 'c']) {
      codes.push((await send({ template_id: id, page: null, data }))['errcode']);
    }
    expect(codes).toEqual([0, 43101, 43101]);
  });

  it('SBX-314 E-01 a long-term template is accepted once for all', async () => {
    const bulletin = {
      template_id: 'sbx-bulletin',
      data: { thing1: { value: '公告' }, date2: { value: '2026年12月1日' } },
    };
    expect(await send(bulletin)).toMatchObject({ errcode: 43101 });
    await ask(['sbx-bulletin']);
    for (const _ of [1, 2, 3]) expect(await send(bulletin)).toMatchObject({ errcode: 0 });
    await settings({ itemSettings: { 'sbx-bulletin': 'reject' } });
    expect(await send(bulletin)).toMatchObject({ errcode: 43101 });
  });

  it('SBX-315 E-01 the list of templates says what each takes', async () => {
    const { data } = (await box.get('/wxaapi/newtmpl/gettemplate')).body as { data: object[] };
    expect(data).toHaveLength(8);
    expect(data[0]).toEqual({
      priTmplId: LESSON,
      title: '新课提醒',
      content: '课程:{{thing1.DATA}}\n新一课:{{thing2.DATA}}\n上线时间:{{time3.DATA}}\n',
      example: expect.any(String),
      type: 2,
    });
  });
});
