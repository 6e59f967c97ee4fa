import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
// By its parts: the whole of 3.6.2 asks node-socialite for a file that the version npm resolves has not got.
import ServerRequest from 'node-easywechat/dist/Core/Http/ServerRequest.js';
import Work from 'node-easywechat/dist/Work/Application.js';
import WorkServer from 'node-easywechat/dist/Work/Server.js';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { demoCorp } from './corp.ts';
import { externalUserIdOf } from './customers.ts';
import { wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const token = 'sbxCallbackToken';
const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

describe('an SDK that nobody here wrote, against WeCom in the box', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  let work: Work;
  beforeEach(async () => {
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
    work = new Work({
      corp_id: demoCorp.corpId,
      secret: demoCorp.apps[0]!.secret,
      token,
      aes_key: encodingAesKey,
      // The base URL is all that is changed.
      http: { baseURL: `${sandbox.url}/qyapi/` },
    });
    // A memory in place of the file that the SDK keeps tokens in.
    const kept = new Map<string, unknown>();
    work.setCache({
      get: async (key) => kept.get(key) ?? null,
      has: async (key) => kept.has(key),
      set: async (key, value) => kept.set(key, value).size > 0,
      delete: async (key) => kept.delete(key),
    });
  });
  afterEach(() => sandbox.close());

  const addWay = async (way: object): Promise<Record<string, unknown>> => {
    const answer = await work.getClient().postJson('cgi-bin/externalcontact/add_contact_way', way);
    return answer.toObject();
  };

  it('E-04 node-easywechat makes a WeCom contact way with one token, and is told when it is wrong', async () => {
    const way = { type: 1, scene: 2, user: ['adviser1'], state: 'p=7Q' };
    const { config_id: id } = await addWay(way);
    expect(await wecom.post('externalcontact/get_contact_way', { config_id: id })).toMatchObject({
      contact_way: { state: 'p=7Q' },
    });
    expect(await addWay({ ...way, type: undefined })).toMatchObject({ errcode: 41037 });
    const journal = await sandbox.call('GET', '/__control/journal?api=wecom/gettoken');
    // One of the SDK, one of the spec itself.
    expect(journal.body['entries']).toHaveLength(2);
  });

  it('E-04 node-easywechat answers the verification of a WeCom address and decrypts its callback', async () => {
    const events: Record<string, unknown>[] = [];
    const firm: Server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const arrived = new ServerRequest(
          request.method ?? '',
          request.url ?? '',
          {},
          body === '' ? undefined : Buffer.from(body),
        );
        // A fresh server for each request, as in a web framework: it keeps the handlers of the last one.
        work.setRequest(arrived);
        work.setServer(new WorkServer(work.getEncryptor(), arrived));
        const server = work.getServer();
        server.with(async (message) => {
          events.push(JSON.parse(message.toString()) as Record<string, unknown>);
          return 'success';
        });
        server.serve().then(
          (answer) => response.writeHead(200).end(answer.getBody().toString()),
          () => response.writeHead(403).end(),
        );
      });
    });
    await new Promise<void>((resolve) => firm.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(firm.address() as AddressInfo).port}/`;
    expect(await wecom.pull('callback-address', { url, token, encodingAesKey })).toMatchObject({
      refusal: null,
      isTaken: true,
    });
    const { config_id: id } = await addWay({ type: 1, scene: 2, user: ['adviser1'], state: 'p=7Q' });
    await wecom.scan('demo-1', `https://work.weixin.qq.com/ca/${String(id)}`);
    await wecom.events();
    expect(events).toMatchObject([
      { ChangeType: 'add_external_contact', ExternalUserID: externalUserIdOf('demo-1'), State: 'p=7Q' },
    ]);
    await wecom.pull('callback-switches', { probesSignature: true });
    await wecom.scan('demo-2', `https://work.weixin.qq.com/ca/${String(id)}`);
    const { body } = await sandbox.call('GET', '/__control/wecom/deliveries');
    expect(body['deliveries']).toMatchObject([
      { attempts: [{ status: 200 }] },
      { attempts: [{ kind: 'wrong_signature', status: 403 }, { status: 200 }] },
    ]);
    firm.closeAllConnections();
    await new Promise((resolve) => firm.close(resolve));
  });
});
