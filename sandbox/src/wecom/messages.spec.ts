import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram } from '../mini-programs.ts';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const DAY = 86_400_000;

describe('WeCom: welcomes and material', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
  });
  afterEach(() => sandbox.close());

  const welcomeCode = async (account: string): Promise<string> => {
    const way = { type: 1, scene: 2, user: ['adviser1'] };
    const { config_id: id } = await wecom.post('externalcontact/add_contact_way', way);
    await wecom.scan(account, `https://work.weixin.qq.com/ca/${String(id)}`);
    return String((await wecom.events()).at(-1)?.['WelcomeCode']);
  };
  const welcome = (code: string, more: object = { text: { content: '您好' } }) =>
    wecom.post('externalcontact/send_welcome_msg', { welcome_code: code, ...more });
  const upload = async (type: string, bytes: Buffer, field = 'media') => {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)]), '封面.png');
    const token = await wecom.token();
    const url = `${sandbox.url}/qyapi/cgi-bin/media/upload?type=${type}&access_token=${token}`;
    return (await (await fetch(url, { method: 'POST', body: form })).json()) as Record<string, unknown>;
  };

  it('SBX-87 E-02 a welcome goes out once and within 20 seconds', async () => {
    const code = await welcomeCode('new-1');
    expect(await welcome(code)).toMatchObject({ errcode: 0 });
    expect(await welcome(code)).toMatchObject({ errcode: 41051 });
    const inTime = await welcomeCode('new-2');
    sandbox.advance(20_000);
    expect(await welcome(inTime)).toMatchObject({ errcode: 0 });
    const late = await welcomeCode('new-3');
    sandbox.advance(20_001);
    expect(await welcome(late)).toMatchObject({ errcode: 40058 });
    expect(await welcome('made-up')).toMatchObject({ errcode: 40058 });
  });

  it('SBX-88 E-02 while another app holds the code it says 41096, and the next try goes out', async () => {
    const code = await welcomeCode('new-1');
    await wecom.pull('welcome-conflict');
    expect(await welcome(code)).toMatchObject({ errcode: 41096 });
    expect(await welcome(code)).toMatchObject({ errcode: 0 });
  });

  it('SBX-89 E-02 what hangs below a message is checked, and a refused one leaves the code good', async () => {
    const code = await welcomeCode('new-1');
    const { media_id: picture } = await upload('image', Buffer.alloc(64, 1));
    const miniprogram = {
      title: '第一课',
      pic_media_id: picture,
      appid: demoMiniProgram.appId,
      page: 'pages/lesson/index.html',
    };
    const card = (change: object) => [{ msgtype: 'miniprogram', miniprogram: { ...miniprogram, ...change } }];
    const link = { msgtype: 'link', link: { title: '课程', url: 'https://example.com/' } };
    for (const [attachments, errcode] of [
      [card({ title: '字'.repeat(22) }), 40058],
      [card({ appid: 'wx0000000000000000' }), 40013],
      [card({ pic_media_id: 'made-up' }), 40007],
      [Array.from({ length: 10 }, () => link), 40058],
      [[{ msgtype: 'card' }], 40058],
    ] as const)
      expect(await welcome(code, { attachments })).toMatchObject({ errcode });
    expect(await welcome(code, {})).toMatchObject({ errcode: 40058 });
    const text = { content: '您好' };
    const attachments = [...card({ title: '字'.repeat(21) }), link];
    expect(await welcome(code, { text, attachments })).toMatchObject({ errcode: 0 });
  });

  it('SBX-90 E-02 material is uploaded as a form, kept three days and given back as it came', async () => {
    const bytes = Buffer.from('\r\n--not the boundary\r\n中文');
    const media = await upload('image', bytes);
    expect(media).toMatchObject({ errcode: 0, type: 'image', created_at: '1795485600' });
    const get = async () => {
      const query = `access_token=${await wecom.token()}&media_id=${String(media['media_id'])}`;
      return Buffer.from(
        await (await fetch(`${sandbox.url}/qyapi/cgi-bin/media/get?${query}`)).arrayBuffer(),
      );
    };
    sandbox.advance(3 * DAY);
    expect(await get()).toEqual(bytes);
    sandbox.advance(1);
    expect(JSON.parse((await get()).toString())).toMatchObject({ errcode: 40007 });
    expect(await upload('image', Buffer.alloc(5))).toMatchObject({ errcode: 40006 });
    expect(await upload('voice', Buffer.alloc(2 * 1024 * 1024 + 1))).toMatchObject({ errcode: 40006 });
    expect(await upload('painting', bytes)).toMatchObject({ errcode: 40004 });
    expect(await wecom.post('media/upload', {})).toMatchObject({ errcode: 40004 });
  });
});
