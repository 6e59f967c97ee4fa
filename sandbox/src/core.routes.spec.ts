import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSandbox, type OpenedSandbox } from './testing/open-sandbox.ts';

const right = { accountNo: '6200000008', phone: '13800000008' };

describe('the core system in the box', () => {
  let sandbox: OpenedSandbox;
  const send = (given: object) => sandbox.call('POST', '/core/v1/verification-codes', given);
  const check = (ticket: unknown, code: string) =>
    sandbox.call('POST', '/core/v1/verifications', { ticket, code });
  const lastCode = async () => {
    const { text } = await sandbox.call('GET', `/__phone/messages?phone=${right.phone}`);
    return [...text.matchAll(/验证码 (\d{6})/g)].at(-1)?.[1] ?? '';
  };
  beforeEach(async () => {
    sandbox = await openSandbox();
  });
  afterEach(() => sandbox.close());

  it('SBX-18 sends a code to the phone on record and to no other; unknown and wrong look alike', async () => {
    const unknown = await send({ accountNo: '9900000008', phone: right.phone });
    const wrong = await send({ ...right, phone: '13800000009' });
    expect([unknown.status, unknown.text]).toEqual([404, wrong.text]);
    const sent = await send(right);
    expect(sent).toMatchObject({ status: 201, body: { phoneTail: '0008', expiresInSeconds: 300 } });
    expect(sent.text).not.toContain(await lastCode());
  });

  it('SBX-19 the right code gives the customer as often as it is asked, for five minutes', async () => {
    const { ticket } = (await send(right)).body;
    const code = await lastCode();
    for (const _ of [1, 2]) expect((await check(ticket, code)).body).toEqual({ customerId: 'demo-demo-8' });
    sandbox.advance(5 * 60_000 + 1);
    expect((await check(ticket, code)).status).toBe(410);
    expect((await check('nobody-has-it', code)).status).toBe(410);
  });

  it('SBX-20 three wrong codes kill the ticket, a new code kills the old one, five codes are all for a day', async () => {
    const { ticket } = (await send(right)).body;
    const code = await lastCode();
    const other = code === '000000' ? '000001' : '000000';
    for (const _ of [1, 2, 3]) expect((await check(ticket, other)).status).toBe(422);
    expect((await check(ticket, code)).status).toBe(410);
    const second = (await send(right)).body['ticket'];
    const secondCode = await lastCode();
    await send(right);
    expect((await check(second, secondCode)).status).toBe(410);
    expect((await send(right)).status).toBe(201);
    expect((await send(right)).status).toBe(201);
    expect((await send(right)).status).toBe(429);
    sandbox.advance(24 * 3_600_000);
    expect((await send(right)).status).toBe(201);
  });

  it('SBX-21 fails when told to', async () => {
    await sandbox.call('POST', '/__control/faults', { api: 'core', kind: 'busy', times: 1 });
    expect((await send(right)).status).toBe(503);
    expect((await send(right)).status).toBe(201);
    await sandbox.call('POST', '/__control/faults', { api: 'core', kind: 'hang_up', times: 1 });
    await expect(send(right)).rejects.toThrow();
  });
});
