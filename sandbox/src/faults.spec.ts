import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSandbox, rightQuery, type OpenedSandbox } from './testing/open-sandbox.ts';

describe('fault switches and journal', () => {
  let sandbox: OpenedSandbox;
  beforeEach(async () => {
    sandbox = await openSandbox();
  });
  afterEach(() => sandbox.close());

  const control = (payload: object) => sandbox.call('POST', '/__control/faults', payload);

  it('SBX-11 answers -1 as often as told, spares the code, then works again', async () => {
    const code = await sandbox.login('demo-1');
    expect((await control({ api: 'jscode2session', kind: 'busy', times: 2 })).status).toBe(204);
    for (const _ of [1, 2]) expect((await sandbox.exchange(rightQuery(code))).body['errcode']).toBe(-1);
    expect((await sandbox.exchange(rightQuery(code))).body).toHaveProperty('openid');
  });

  it('SBX-12 can answer 502, something that is no JSON, or nothing at all, until switched off', async () => {
    const code = await sandbox.login('demo-1');
    await control({ api: 'jscode2session', kind: 'server_error', times: 1 });
    await control({ api: 'jscode2session', kind: 'not_json', times: 1 });
    await control({ api: 'jscode2session', kind: 'hang_up' });
    expect((await sandbox.exchange(rightQuery(code))).status).toBe(502);
    expect((await sandbox.exchange(rightQuery(code))).text).toContain('<html>');
    await expect(sandbox.exchange(rightQuery(code))).rejects.toThrow('fetch failed');
    await sandbox.call('DELETE', '/__control/faults');
    expect((await sandbox.exchange(rightQuery(code))).body).toHaveProperty('openid');
  });

  it('SBX-13 refuses a fault it does not know', async () => {
    expect((await control({ api: 'jscode2session', kind: 'earthquake' })).status).toBe(400);
    const listed = await sandbox.call('GET', '/__control/faults');
    expect(listed.body).toEqual({ faults: [] });
  });

  it('SBX-14 keeps a journal of calls with their verdict and without secret, code or key', async () => {
    const code = await sandbox.login('demo-1');
    const { body } = await sandbox.exchange(rightQuery(code));
    await sandbox.exchange(rightQuery(code));
    const journal = await sandbox.call('GET', '/__control/journal');
    expect(journal.body['entries']).toMatchObject([
      { errcode: 0, account: 'demo-1', api: 'jscode2session' },
      { errcode: 40163, account: 'demo-1' },
    ]);
    for (const secret of [code, String(body['session_key']), String(rightQuery('')['secret'])]) {
      expect(journal.text).not.toContain(secret);
    }
  });
});
