import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { decryptMessage, signParts } from '../message-crypto.ts';
import { demoMiniProgram } from '../mini-programs.ts';
import { openBox, type Box } from '../testing/open-box.ts';
import { openReceiver, type Received, type Receiver } from '../testing/receiver.ts';
import type { PushDelivery } from './message-push.ts';
import type { Push } from './push-body.ts';

const TOKEN = 'AAAAA';
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const BASE = `/__control/accounts/${demoMiniProgram.appId}/push`;
const SENT: Push = {
  openid: 'osbx-demo-1',
  fields: { MsgType: 'event', Event: 'subscribe_msg_sent_event' },
  list: { wrapper: 'SubscribeMsgSentEvent', entries: [{ TemplateId: 't1', ErrorCode: 0 }] },
};

describe('message push', () => {
  let box: Box;
  let receiver: Receiver;
  beforeEach(async () => {
    box = await openBox();
    receiver = await openReceiver();
  });
  afterEach(async () => {
    await box.close();
    await receiver.close();
  });

  const setUp = async (more: object = {}) =>
    (
      await box.call('PUT', `${BASE}/address`, {
        url: receiver.url,
        token: TOKEN,
        encodingAesKey: KEY,
        ...more,
      })
    ).body;
  const fire = async (push: Push = SENT): Promise<void> => {
    const mine = box.world.mini.pushes.get(demoMiniProgram.appId)!;
    mine.fire(push);
    await mine.settled();
  };
  const posts = (): Received[] => receiver.received.filter(({ method }) => method === 'POST');
  const attempts = async () =>
    ((await box.call('GET', `${BASE}/deliveries`)).body['deliveries'] as PushDelivery[]).map((delivery) =>
      delivery.attempts.map(({ kind, status }) => [kind, status]),
    );
  const isSigned = ({ query }: Received): boolean =>
    query['signature'] === signParts(TOKEN, query['timestamp']!, query['nonce']!);

  it('SBX-22 E-01 E-04 the signature of a verification is the published one', () => {
    expect(signParts('AAAAA', '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
  });

  it('SBX-23 E-01 an address is taken when it gives the echo back, and not when it quotes it', async () => {
    receiver.echoes = false;
    expect(await setUp()).toEqual({ isTaken: false, refusal: 'another text came back' });
    await fire();
    expect(posts()).toHaveLength(0);
    receiver.echoes = true;
    expect(await setUp()).toEqual({ isTaken: true, refusal: null });
    expect(receiver.received.every(isSigned)).toBe(true);
    await fire();
    expect(posts()).toHaveLength(1);
    expect((await box.call('PUT', `${BASE}/address`, { url: receiver.url, token: '?' })).status).toBe(400);
    expect((await box.call('PUT', '/__control/accounts/wx0/push/address', {})).status).toBe(404);
  });

  it('SBX-24 E-01 plain mode tells the event itself, JSON with one entry as an object, several as an array', async () => {
    await setUp({ mode: 'plain' });
    await fire();
    const [one] = posts();
    expect(isSigned(one!)).toBe(true);
    expect(one!.query).toMatchObject({ openid: 'osbx-demo-1' });
    expect(one!.query).not.toHaveProperty('msg_signature');
    expect(JSON.parse(one!.body)).toEqual({
      ToUserName: expect.stringMatching(/^gh_[0-9a-f]{12}$/),
      FromUserName: 'osbx-demo-1',
      CreateTime: Math.floor(box.world.clock.now() / 1000),
      MsgType: 'event',
      Event: 'subscribe_msg_sent_event',
      List: { TemplateId: 't1', ErrorCode: 0 },
    });
    await fire({ ...SENT, list: { wrapper: 'SubscribeMsgSentEvent', entries: [{ a: '1' }, { a: '2' }] } });
    expect(JSON.parse(posts()[1]!.body)).toMatchObject({ List: [{ a: '1' }, { a: '2' }] });
  });

  it('SBX-25 E-01 secure mode encrypts for this app, signs both ways, and says nothing in the open', async () => {
    await setUp({ mode: 'secure' });
    await fire();
    const { query, body } = posts()[0]!;
    const outer = JSON.parse(body) as Record<string, string>;
    expect(Object.keys(outer)).toEqual(['ToUserName', 'Encrypt']);
    expect(query).toMatchObject({ encrypt_type: 'aes', openid: 'osbx-demo-1' });
    expect(isSigned(posts()[0]!)).toBe(true);
    expect(query['msg_signature']).toBe(
      signParts(TOKEN, query['timestamp']!, query['nonce']!, outer['Encrypt']!),
    );
    const inner = decryptMessage(KEY, outer['Encrypt']!);
    expect(inner.receiveId).toBe(demoMiniProgram.appId);
    expect(JSON.parse(inner.message)).toMatchObject({ Event: 'subscribe_msg_sent_event' });
  });

  it('SBX-26 E-01 compatible mode says both, and XML nests the entries in the element of the event', async () => {
    await setUp({ mode: 'compatible', format: 'xml' });
    const parser = new XMLParser({ parseTagValue: false });
    const list = { wrapper: 'SubscribeMsgSentEvent', entries: [{ T: ']]><&' }, { T: '二' }] };
    await fire({ ...SENT, list });
    const { body, type } = posts()[0]!;
    expect(type).toBe('text/xml');
    const { xml } = parser.parse(body) as { xml: Record<string, string> };
    expect(xml).toMatchObject({ Event: 'subscribe_msg_sent_event', Encrypt: expect.any(String) });
    const inner = parser.parse(decryptMessage(KEY, xml['Encrypt']!).message) as { xml: object };
    expect(inner.xml).toMatchObject({ SubscribeMsgSentEvent: { List: [{ T: ']]><&' }, { T: '二' }] } });
  });

  it('SBX-27 E-01 what is not answered with success or nothing in time goes out three times more', async () => {
    await setUp({ mode: 'plain', answerMs: 60 });
    receiver.answers.push(500, 'failed', null, '');
    await fire();
    receiver.answers.push(404, 404, 404, 404);
    await fire();
    expect(await attempts()).toEqual([
      [
        ['push', 500],
        ['push', 200],
        ['push', null],
        ['push', 200],
      ],
      [404, 404, 404, 404].map((status) => ['push', status]),
    ]);
    expect(new Set(posts().map(({ body }) => body)).size).toBe(1);
    expect(new Set(posts().map(({ query }) => query['nonce'])).size).toBe(8);
    expect(box.world.journal.list().map(({ api, errcode }) => [api, errcode])).toEqual([
      ['push/subscribe_msg_sent_event', 0],
      ['push/subscribe_msg_sent_event', -1],
    ]);
  });

  it('SBX-28 E-01 duplicates and probes go out when told to; a probe is wrong in one thing alone', async () => {
    await setUp({ mode: 'secure' });
    await box.call('PUT', `${BASE}/switches`, { duplicates: 2, probes: true });
    receiver.answers.push(401, 401);
    await fire();
    expect(await attempts()).toEqual([
      [
        ['wrong_msg_signature', 401],
        ['wrong_app', 401],
        ['push', 200],
        ['duplicate', 200],
        ['duplicate', 200],
      ],
    ]);
    const signed = posts().map(({ query, body }) => {
      const encrypted = String(JSON.parse(body)['Encrypt']);
      return [
        query['msg_signature'] === signParts(TOKEN, query['timestamp']!, query['nonce']!, encrypted),
        decryptMessage(KEY, encrypted).receiveId === demoMiniProgram.appId,
      ];
    });
    expect(signed.slice(0, 3)).toEqual([
      [false, true],
      [true, false],
      [true, true],
    ]);
  });

  it('SBX-29 E-01 held pushes go out in the order asked for', async () => {
    await setUp({ mode: 'plain' });
    await box.call('PUT', `${BASE}/switches`, { isHeld: true });
    for (const Event of ['first', 'second']) await fire({ openid: 'o', fields: { Event } });
    expect(posts()).toHaveLength(0);
    await box.call('POST', `${BASE}/release`, { order: 'reversed' });
    await attempts();
    expect(posts().map(({ body }) => JSON.parse(body)['Event'])).toEqual(['second', 'first']);
  });
});
