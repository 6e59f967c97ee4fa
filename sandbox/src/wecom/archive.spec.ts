import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { constants, createDecipheriv, createHash, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { demoGroups } from '../world/groups.ts';
import { externalUserIdOf } from './customers.ts';
import { wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const ARCHIVE = 3;
const DAY = 86_400_000;
const CHAT = demoGroups[0]!.corp!.chatId;
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const single = { userid: 'adviser1', account: 'demo-3' };
const pairOf = { userid: 'adviser1', exteranalopenid: externalUserIdOf('demo-3') };

interface Record {
  readonly seq: number;
  readonly publickey_ver: number;
  readonly encrypt_random_key: string;
  readonly encrypt_chat_msg: string;
}

/** What the firm's SDK does with a record and the private key; Node itself no longer takes PKCS#1 padding off. */
function read(record: Record): { [field: string]: unknown } {
  const padded = privateDecrypt(
    { key: pair.privateKey, padding: constants.RSA_NO_PADDING },
    Buffer.from(record.encrypt_random_key, 'base64'),
  );
  expect([...padded.subarray(0, 2)]).toEqual([0, 2]);
  const key = Buffer.from(padded.toString('latin1', padded.indexOf(0, 2) + 1), 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const plain = decipher.update(record.encrypt_chat_msg, 'base64', 'utf8') + decipher.final('utf8');
  return JSON.parse(plain) as { [field: string]: unknown };
}

describe('WeCom: the conversation archive', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
    await wecom.pull('archive-key', { version: 3, publicKey });
  });
  afterEach(() => sandbox.close());

  const say = (what: object, where: object = single) =>
    sandbox.call('POST', '/__phone/wecom/chat', { by: 'employee', ...where, ...what });
  const agree = async (what: object): Promise<number> =>
    (await sandbox.call('POST', '/__phone/wecom/archive-consents', { isAgreed: true, ...what })).status;
  const pull = (seq = 0, limit = 1000, app = ARCHIVE) =>
    wecom.post('msgaudit/sdk/chatdata', { seq, limit }, app);
  const feed = async (seq = 0): Promise<Record[]> => (await pull(seq))['chatdata'] as Record[];

  it('SBX-99 E-02 only what a seat and a consent allow is kept, and only the private key reads it', async () => {
    await say({ text: '没人同意之前' });
    expect(await feed()).toEqual([]);
    expect(await agree(single)).toBe(200);
    await say({ text: '您好' });
    await say({ by: 'demo-3', text: '请问怎么看净值' });
    await agree({ ...single, isAgreed: false });
    await say({ text: '撤回同意之后' });
    // An adviser without a seat leaves no trace, whatever the customer says.
    expect(await agree({ userid: 'adviser9', account: 'demo-3' })).toBe(409);
    const records = await feed();
    expect(records.map(({ seq, publickey_ver: version }) => [seq, version])).toEqual(
      [1, 2, 3, 4].map((seq) => [seq, 3]),
    );
    expect(records.map(read)).toMatchObject([
      { msgtype: 'agree', from: externalUserIdOf('demo-3'), tolist: ['adviser1'] },
      { msgtype: 'text', action: 'send', from: 'adviser1', text: { content: '您好' }, roomid: '' },
      { from: externalUserIdOf('demo-3'), text: { content: '请问怎么看净值' } },
      { msgtype: 'disagree' },
    ]);
    expect(JSON.stringify(records)).not.toContain('您好');
  });

  it('SBX-301 E-02 consent is told by an event with a welcome code and can be asked for', async () => {
    const asked = () => wecom.post('msgaudit/check_single_agree', { info: [pairOf] }, ARCHIVE);
    expect(await asked()).toMatchObject({ agreeinfo: [] });
    await agree(single);
    expect(await asked()).toMatchObject({
      agreeinfo: [{ ...pairOf, agree_status: 'Agree', status_change_time: 1795485600 }],
    });
    expect(await wecom.events()).toEqual([
      { Event: 'msgaudit_notify' },
      {
        Event: 'change_external_contact',
        ChangeType: 'msg_audit_approved',
        UserID: 'adviser1',
        ExternalUserID: pairOf.exteranalopenid,
        WelcomeCode: expect.stringMatching(/^CALLBACK/),
      },
    ]);
    await agree({ ...single, isAgreed: false });
    expect(await asked()).toMatchObject({ agreeinfo: [{ agree_status: 'Disagree' }] });
    expect(await wecom.post('msgaudit/get_permit_user_list', {}, ARCHIVE)).toMatchObject({
      ids: [1, 2, 3, 4, 5, 6].map((n) => `adviser${n}`),
    });
  });

  it('SBX-302 E-02 the feed goes by seq, a thousand at most, five days back, for the archive secret only', async () => {
    await agree(single);
    await say({ text: '一' });
    sandbox.advance(DAY);
    await say({ text: '二' });
    expect((await feed(2)).map(read)).toMatchObject([{ text: { content: '二' } }]);
    expect((await pull(0, 1))['chatdata']).toHaveLength(1);
    sandbox.advance(4 * DAY + 1);
    expect((await feed()).map(read)).toMatchObject([{ text: { content: '二' } }]);
    for (const limit of [0, 1001]) expect(await pull(0, limit)).toMatchObject({ errcode: 40058 });
    expect(await pull(0, 10, 0)).toMatchObject({ errcode: 48002 });
  });

  it('SBX-303 E-02 pictures, voices and files come in pieces of 512 KB, and what was taken back is told', async () => {
    await agree(single);
    const bytes = Buffer.alloc(600 * 1024, 'x');
    const file = { kind: 'file', name: '费率表.pdf', base64: bytes.toString('base64') };
    await say({ file });
    for (const kind of ['image', 'voice']) await say({ file: { ...file, kind } });
    const { msgid } = (await say({ text: '发错了' })).body;
    await say({ revoke: msgid });
    const [, sent, ...rest] = (await feed()).map(read);
    expect(sent).toMatchObject({
      msgtype: 'file',
      file: {
        filename: '费率表.pdf',
        fileext: 'pdf',
        filesize: bytes.length,
        md5sum: createHash('md5').update(bytes).digest('hex'),
      },
    });
    expect(rest).toMatchObject([
      { msgtype: 'image' },
      { msgtype: 'voice', voice: { voice_size: bytes.length } },
      { msgtype: 'text' },
      { msgtype: 'revoke', action: 'recall', revoke: { pre_msgid: msgid } },
    ]);
    const { sdkfileid } = (sent as { file: { sdkfileid: string } }).file;
    const piece = (indexbuf: string) =>
      wecom.post('msgaudit/sdk/mediadata', { sdkfileid, indexbuf }, ARCHIVE);
    const first = await piece('');
    expect(first).toMatchObject({ is_finish: 0, outindexbuf: String(512 * 1024) });
    const last = await piece(String(first['outindexbuf']));
    expect(last['is_finish']).toBe(1);
    expect(
      Buffer.concat([first, last].map(({ data }) => Buffer.from(String(data), 'base64'))).equals(bytes),
    ).toBe(true);
    expect((await say({ revoke: msgid, by: 'demo-3' })).status).toBe(409);
    sandbox.advance(120_001);
    expect((await say({ revoke: msgid })).status).toBe(409);
  });

  it('SBX-304 E-02 in a group a customer is kept by their own consent; nothing is kept without a public key', async () => {
    const room = { userid: 'adviser1', chatId: CHAT };
    await say({ text: '欢迎大家' }, room);
    await say({ by: 'demo-1', text: '没有同意' }, room);
    await agree({ account: 'demo-2', chatId: CHAT });
    await say({ by: 'demo-2', text: '已经同意' }, room);
    expect((await say({ by: 'demo-7', text: '不在群里' }, room)).status).toBe(409);
    const kept = (await feed()).map(read);
    expect(kept).toMatchObject([
      { roomid: CHAT, from: 'adviser1' },
      { msgtype: 'agree', roomid: CHAT },
      { roomid: CHAT, from: externalUserIdOf('demo-2'), text: { content: '已经同意' } },
    ]);
    expect(kept[0]?.['tolist']).toHaveLength(5);
    expect(await wecom.post('msgaudit/check_room_agree', { roomid: CHAT }, ARCHIVE)).toMatchObject({
      agreeinfo: [{ exteranalopenid: externalUserIdOf('demo-2'), agree_status: 'Agree' }],
    });
    const without = await openSandbox();
    await without.call('POST', '/__phone/wecom/archive-consents', { ...single, isAgreed: true });
    await without.call('POST', '/__phone/wecom/chat', { ...single, by: 'employee', text: '没有公钥' });
    expect(await wecomCaller(without).post('msgaudit/sdk/chatdata', { seq: 0, limit: 10 }, ARCHIVE)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      chatdata: [],
    });
    await without.close();
  });
});
