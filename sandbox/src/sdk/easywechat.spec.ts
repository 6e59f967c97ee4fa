import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
// By its parts: the whole of 3.6.2 asks node-socialite for a file that the version npm resolves has not got.
import type CacheInterface from 'node-easywechat/dist/Core/Contracts/CacheInterface.js';
import ServerRequest from 'node-easywechat/dist/Core/Http/ServerRequest.js';
import MiniApp from 'node-easywechat/dist/MiniApp/Application.js';
import { demoMiniProgram } from '../mini-programs.ts';
import { openBox, type Box } from '../testing/open-box.ts';
import { openReceiver, type Received, type Receiver } from '../testing/receiver.ts';
import { scanCode } from '../testing/scan-code.ts';

const TOKEN = 'sbxPushToken';
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

/** A memory in place of the file that the SDK keeps tokens in. */
function memory(): CacheInterface {
  const kept = new Map<string, unknown>();
  return {
    get: async (key) => kept.get(key) ?? null,
    has: async (key) => kept.has(key),
    set: async (key, value) => kept.set(key, value).size > 0,
    delete: async (key) => kept.delete(key),
  };
}

describe('an SDK that nobody here wrote', () => {
  let box: Box;
  let app: MiniApp;
  beforeEach(async () => {
    box = await openBox();
    app = new MiniApp({
      app_id: demoMiniProgram.appId,
      secret: demoMiniProgram.appSecret,
      token: TOKEN,
      aes_key: KEY,
      use_stable_access_token: true,
      // The base URL is all that is changed.
      http: { baseURL: box.url },
    });
    app.setCache(memory());
  });
  afterEach(() => box.close());

  const login = async (account: string): Promise<string> =>
    String((await box.call('POST', '/__phone/login', { account })).body['code']);

  it('E-04 node-easywechat signs a person in and opens what the phone encrypted', async () => {
    const session = await app.getUtils().codeToSession(await login('demo-1'));
    expect(session).toMatchObject({ openid: 'osbx-demo-1', unionid: 'usbx-demo-1' });
    const asked = { account: 'demo-1', group: '思语投教一群' };
    const { encryptedData, iv } = (await box.call('POST', '/__phone/group-enter-info', asked)).body;
    const key = String(session['session_key']);
    expect(app.getUtils().decryptSession(key, String(iv), String(encryptedData))).toMatchObject({
      chat_type: 4,
      watermark: { appid: demoMiniProgram.appId },
    });
    await expect(app.getUtils().codeToSession('none')).rejects.toThrow('40029');
  });

  it('E-04 node-easywechat fetches a stable token once and sends a subscribe message with it', async () => {
    const ask = { account: 'demo-1', tmplIds: ['sbx-new-lesson'] };
    await box.call('POST', '/__phone/subscribe', ask);
    const send = async (): Promise<object> => {
      const answer = await app.getClient().post('/cgi-bin/message/subscribe/send', {
        json: {
          touser: 'osbx-demo-1',
          template_id: 'sbx-new-lesson',
          data: { thing1: { value: '一' }, thing2: { value: '二' }, time3: { value: '12:00' } },
        },
      } as object);
      return answer.toObject();
    };
    expect(await send()).toMatchObject({ errcode: 0, errmsg: 'ok' });
    expect(await send()).toMatchObject({ errcode: 43101 });
    expect(box.world.journal.list({}).map(({ api }) => api)).toEqual([
      'stable_token',
      'subscribe/send',
      'subscribe/send',
    ]);
  });

  it('E-04 node-easywechat gets a code image that a camera reads', async () => {
    const answer = await app.getClient().post('/wxa/getwxacodeunlimit', {
      json: { scene: 'k=1', page: 'pages/home/index', width: 280 },
      responseType: 'arraybuffer',
    } as object);
    const bytes = Buffer.from(answer.getContent() as Uint8Array);
    expect(scanCode(bytes)?.text).toContain('scene=k%3D1');
  });

  describe('as the server of a push', () => {
    let receiver: Receiver;
    beforeEach(async () => {
      receiver = await openReceiver();
    });
    afterEach(() => receiver.close());

    const receive = async (format: 'json' | 'xml'): Promise<Received> => {
      const base = `/__control/accounts/${demoMiniProgram.appId}/push`;
      const address = { url: receiver.url, token: TOKEN, encodingAesKey: KEY, mode: 'secure', format };
      expect((await box.call('PUT', `${base}/address`, address)).body).toMatchObject({ isTaken: true });
      const message = { account: 'demo-1', text: '请问怎么开始' };
      await box.call('POST', '/__phone/customer-service/messages', message);
      await box.call('GET', `${base}/deliveries`);
      return receiver.received[1]!;
    };
    const spoil = (text: string): string => text.replace(/[A-Za-z](?=[^A-Za-z]*$)/, '0');

    it('E-04 node-easywechat serves a secure push in XML and refuses one that was touched', async () => {
      const { query, body, type } = await receive('xml');
      const url = `/push?${new URLSearchParams(query).toString()}`;
      const heard: unknown[] = [];
      const serve = (text: string) => {
        app.setRequest(new ServerRequest('POST', url, { 'content-type': type }, Buffer.from(text)));
        const server = app.getServer();
        server.addMessageListener('text', async (message) => {
          heard.push(message['Content'], message['FromUserName']);
        });
        return server.serve();
      };
      await serve(body);
      expect(heard).toEqual(['请问怎么开始', 'osbx-demo-1']);
      const encrypted = /<Encrypt><!\[CDATA\[(.+?)\]\]>/.exec(body)?.[1] ?? '';
      await expect(serve(body.replace(encrypted, spoil(encrypted)))).rejects.toThrow(
        'Invalid request signature',
      );
    });

    it('E-04 node-easywechat decrypts a secure push in JSON, whose server knows XML alone', async () => {
      const { query, body } = await receive('json');
      const encrypted = String((JSON.parse(body) as Record<string, unknown>)['Encrypt']);
      const { msg_signature: signature = '', nonce = '', timestamp = '' } = query;
      const decrypt = (text: string) =>
        app.getEncryptor().decrypt(text, signature, nonce, timestamp as unknown as number);
      expect(JSON.parse(decrypt(encrypted))).toMatchObject({ MsgType: 'text', Content: '请问怎么开始' });
      expect(() => decrypt(spoil(encrypted))).toThrow('Invalid Signature');
    });
  });
});
