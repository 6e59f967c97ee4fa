import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSandbox, type OpenedSandbox } from './testing/open-sandbox.ts';

describe('the phone in the box', () => {
  let sandbox: OpenedSandbox;
  beforeEach(async () => {
    sandbox = await openSandbox();
  });
  afterEach(() => sandbox.close());

  it('SBX-15 lists the eight demo accounts to a page of any origin', async () => {
    const answer = await sandbox.call('GET', '/__phone/accounts');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.body['accounts']).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({
        account: `demo-${n}`,
        nickname: expect.any(String),
        description: expect.any(String),
      })),
    );
  });

  it('SBX-16 lets a browser ask before it posts, and opens nothing else to other origins', async () => {
    const preflight = await sandbox.call('OPTIONS', '/__phone/login');
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    const journal = await sandbox.call('GET', '/__control/journal');
    expect(journal.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('SBX-17 gives a code to a new account and refuses a name that is none', async () => {
    const login = (payload: object) => sandbox.call('POST', '/__phone/login', payload);
    expect((await login({ account: 'fresh-2026' })).body).toEqual({
      errMsg: 'login:ok',
      code: expect.stringMatching(/^0[0-9a-f]{30}w$/),
    });
    for (const account of ['', '-', 'A b', 'x'.repeat(41), 7]) {
      expect((await login({ account })).status).toBe(400);
    }
    expect((await login({ account: 'demo-1', appId: 'wx0000000000000000' })).status).toBe(400);
  });
});
