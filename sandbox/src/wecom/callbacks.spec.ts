import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { XMLParser } from 'fast-xml-parser';
import { decryptMessage, signParts } from '../message-crypto.ts';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { demoCorp } from './corp.ts';
import { externalUserIdOf } from './customers.ts';
import { wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const token = 'sbxCallbackToken';
const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const parser = new XMLParser({ parseTagValue: false });

interface Arrived {
  readonly isSigned: boolean;
  readonly receiveId: string;
  readonly fields: Readonly<Record<string, string>>;
}

describe('WeCom: callbacks', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  let firm: Server;
  let arrived: Arrived[];
  /** Statuses of the next answers to events; 200 when there are none left. */
  let answers: (number | 'cut' | 'silence')[];
  let url: string;

  beforeEach(async () => {
    arrived = [];
    answers = [];
    firm = createServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://firm').searchParams;
      const part = (name: string): string => query.get(name) ?? '';
      const signed = (encrypted: string): boolean =>
        part('msg_signature') === signParts(token, part('timestamp'), part('nonce'), encrypted);
      if (request.method === 'GET') {
        const echo = part('echostr');
        response.end(signed(echo) ? decryptMessage(encodingAesKey, echo).message : 'no');
        return;
      }
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { Encrypt } = parser.parse(body).xml;
        const { message, receiveId } = decryptMessage(encodingAesKey, Encrypt);
        arrived.push({ isSigned: signed(Encrypt), receiveId, fields: parser.parse(message).xml });
        const status = answers.length === 0 ? 200 : answers.shift();
        if (typeof status === 'number') response.writeHead(status).end();
        else if (status === 'cut') response.destroy();
      });
    });
    await new Promise<void>((resolve) => firm.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(firm.address() as AddressInfo).port}/wecom`;
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
  });
  afterEach(async () => {
    await sandbox.close();
    firm.closeAllConnections();
    await new Promise((resolve) => firm.close(resolve));
  });

  const verify = () => wecom.pull('callback-address', { url, token, encodingAesKey });
  const addCustomer = async (account = 'demo-1') => {
    const { config_id: id } = await wecom.post('externalcontact/add_contact_way', {
      type: 1,
      scene: 2,
      user: ['adviser1'],
      state: ']]>&<',
    });
    await wecom.scan(account, `https://work.weixin.qq.com/ca/${String(id)}`);
    await wecom.events();
  };

  it('SBX-75 E-02 takes an address that gives the decrypted text back, and no other', async () => {
    expect(await verify()).toEqual({ isTaken: true, refusal: null });
    const other = { url, token: 'another', encodingAesKey };
    expect(await wecom.pull('callback-address', other)).toMatchObject({ isTaken: false });
    const nobody = { url: 'http://127.0.0.1:1/', token, encodingAesKey };
    expect(await wecom.pull('callback-address', nobody)).toMatchObject({ refusal: 'no answer' });
  });

  it('SBX-76 E-02 an event arrives signed, encrypted for the corp and in WeCom’s XML', async () => {
    await verify();
    await addCustomer();
    expect(arrived).toEqual([
      {
        isSigned: true,
        receiveId: demoCorp.corpId,
        fields: {
          ToUserName: demoCorp.corpId,
          FromUserName: 'sys',
          CreateTime: '1795485600',
          MsgType: 'event',
          Event: 'change_external_contact',
          ChangeType: 'add_external_contact',
          UserID: 'adviser1',
          ExternalUserID: externalUserIdOf('demo-1'),
          State: ']]>&<',
          WelcomeCode: expect.stringMatching(/^CALLBACK/),
        },
      },
    ]);
  });

  it('SBX-77 E-02 is sent again three times unless it is answered 200 in time', async () => {
    await verify();
    answers = [500, 'cut', 204, 200];
    await addCustomer('new-1');
    expect(arrived).toHaveLength(4);
    answers = [500, 500, 500, 500, 200];
    await addCustomer('new-2');
    expect(arrived).toHaveLength(8);
    const { body } = await sandbox.call('GET', '/__control/wecom/deliveries');
    expect(body['deliveries']).toMatchObject([
      { isTaken: true, attempts: [500, null, 204, 200].map((status) => ({ status })) },
      { isTaken: false, attempts: [500, 500, 500, 500].map((status) => ({ status })) },
    ]);
  });

  it('SBX-77 E-02 an answer that does not come in time counts as none', async () => {
    await sandbox.close();
    sandbox = await openSandbox({ answerMs: 300 });
    wecom = wecomCaller(sandbox);
    await verify();
    answers = ['silence'];
    await addCustomer();
    const { body } = await sandbox.call('GET', '/__control/wecom/deliveries');
    const [delivery] = body['deliveries'] as [{ isTaken: boolean; attempts: { status: number | null }[] }];
    expect(delivery.isTaken).toBe(true);
    expect(delivery.attempts[0]?.status).toBeNull();
    expect(delivery.attempts.at(-1)?.status).toBe(200);
  });

  it('SBX-78 E-02 switches: a probe with a wrong signature, duplicates, events held and turned round', async () => {
    await verify();
    await wecom.pull('callback-switches', { probesSignature: true, duplicates: 2 });
    await addCustomer('new-1');
    expect(arrived.map(({ isSigned }) => isSigned)).toEqual([false, true, true, true]);
    await wecom.pull('callback-switches', { isHeld: true });
    await addCustomer('new-2');
    await addCustomer('new-3');
    expect(arrived).toHaveLength(4);
    await wecom.pull('callback-switches');
    await wecom.pull('callback-release', { order: 'reversed' });
    await wecom.events();
    expect(arrived.slice(4).map(({ fields }) => fields['ExternalUserID'])).toEqual(
      ['new-3', 'new-2'].map(externalUserIdOf),
    );
  });

  it('SBX-79 E-02 what the firm does through the API is not called back, what people do by hand is', async () => {
    await verify();
    await wecom.post('externalcontact/remark', {
      userid: 'adviser1',
      external_userid: externalUserIdOf('demo-3'),
      remark: '老客户',
    });
    expect(await wecom.events()).toEqual([]);
    const known = { account: 'demo-3', userid: 'adviser1' };
    for (const act of ['edited', 'dropped_by_customer', 'dropped_by_employee'])
      await sandbox.call('POST', '/__phone/wecom/relations', { ...known, act, remark: '陈先生' });
    await wecom.events();
    const ids = { UserID: 'adviser1', ExternalUserID: externalUserIdOf('demo-3') };
    expect(arrived.map(({ fields }) => fields)).toMatchObject(
      ['edit_external_contact', 'del_follow_user', 'del_external_contact'].map((ChangeType) => ({
        ...ids,
        ChangeType,
      })),
    );
    const strangers = { account: 'demo-3', userid: 'adviser1', act: 'edited' };
    expect((await sandbox.call('POST', '/__phone/wecom/relations', strangers)).status).toBe(404);
  });
});
