import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram, foreignMiniProgram } from '../mini-programs.ts';
import { NOON, openBox, RID, type Box, type BoxAnswer } from '../testing/open-box.ts';
import { systemRandomness } from '../randomness.ts';
import { AccessTokens } from './access-tokens.ts';

const RIGHT = {
  grant_type: 'client_credential',
  appid: demoMiniProgram.appId,
  secret: demoMiniProgram.appSecret,
};

describe('access tokens', () => {
  let box: Box;
  beforeEach(async () => {
    box = await openBox();
  });
  afterEach(() => box.close());

  const stable = (more: object = {}): Promise<BoxAnswer> =>
    box.call('POST', '/cgi-bin/stable_token', { ...RIGHT, ...more });
  const plain = (query: Record<string, string> = RIGHT): Promise<BoxAnswer> =>
    box.call('GET', `/cgi-bin/token?${new URLSearchParams(query).toString()}`);
  const codeFor = async (token: unknown): Promise<unknown> =>
    (await box.call('POST', `/cgi-bin/no-such-api-with-token?access_token=${String(token)}`, {})).body[
      'errcode'
    ];
  const check = (answer: BoxAnswer) => box.world.mini.tokens.check(String(answer.body['access_token'])).kind;

  it('SBX-30 E-01 stable_token gives the same token in normal mode, with what is left of two hours', async () => {
    const first = await stable();
    expect(first.status).toBe(200);
    expect(first.body).toEqual({ access_token: expect.stringMatching(/^[\w-]{100,512}$/), expires_in: 7200 });
    box.advance(6_900_000 - 1);
    const again = await stable();
    expect(again.body['access_token']).toBe(first.body['access_token']);
    expect(again.body['expires_in']).toBe(300);
  });

  it('SBX-31 E-01 gives a new token in the last five minutes while the old one still works, then 42001', async () => {
    const old = await stable();
    box.advance(6_900_000);
    const next = await stable();
    expect(next.body['access_token']).not.toBe(old.body['access_token']);
    expect([check(old), check(next)]).toEqual(['valid', 'valid']);
    box.advance(300_000);
    expect([check(old), check(next)]).toEqual(['expired', 'valid']);
  });

  it('SBX-32 E-01 force_refresh kills the old at once, is ignored within 30 s and refused after 20 a day', async () => {
    const old = await stable();
    const forced = await stable({ force_refresh: true });
    expect([check(old), check(forced)]).toEqual(['not_latest', 'valid']);
    box.advance(29_999);
    expect((await stable({ force_refresh: true })).body['access_token']).toBe(forced.body['access_token']);
    for (let time = 2; time <= 20; time += 1) {
      box.advance(30_000);
      expect((await stable({ force_refresh: true })).body).toHaveProperty('access_token');
    }
    box.advance(30_000);
    expect((await stable({ force_refresh: true })).body['errcode']).toBe(45009);
    expect((await stable()).body).toHaveProperty('access_token');
    box.advance(86_400_000);
    expect((await stable({ force_refresh: true })).body).toHaveProperty('access_token');
  });

  it('SBX-33 E-01 token gives a new one each time; the one before lives five minutes, a stable one is untouched', async () => {
    const steady = await stable();
    const first = await plain();
    const second = await plain();
    expect(second.body['access_token']).not.toBe(first.body['access_token']);
    expect([check(steady), check(first), check(second)]).toEqual(['valid', 'valid', 'valid']);
    box.advance(300_000);
    expect([check(steady), check(first), check(second)]).toEqual(['valid', 'not_latest', 'valid']);
  });

  it('SBX-34 E-01 quotas: 10,000 stable tokens a minute, 2,000 plain ones a day', () => {
    let now = NOON;
    const tokens = new AccessTokens({ now: () => now }, systemRandomness);
    for (let call = 0; call < 10_000; call += 1) tokens.stable('a', false);
    expect(tokens.stable('a', false).kind).toBe('minute_full');
    expect(tokens.stable('b', false).kind).toBe('granted');
    now += 60_000;
    expect(tokens.stable('a', false).kind).toBe('granted');
    for (let call = 0; call < 2_000; call += 1) expect(tokens.plain('a').kind).toBe('granted');
    expect(tokens.plain('a').kind).toBe('day_full');
    now += 86_400_000;
    expect(tokens.plain('a').kind).toBe('granted');
  });

  it.each([
    [{ grant_type: 'authorization_code' }, 40002],
    [{ appid: '' }, 41002],
    [{ appid: 'wx0000000000000000' }, 40013],
    [{ secret: '' }, 41004],
    [{ secret: foreignMiniProgram.appSecret }, 40125],
  ])('SBX-35 E-01 neither is given for %j: %i, and both are for the right pair', async (wrong, errcode) => {
    expect((await stable(wrong)).body).toEqual({ errcode, errmsg: expect.stringMatching(RID) });
    expect((await plain({ ...RIGHT, ...wrong })).body['errcode']).toBe(errcode);
    expect((await stable()).body).toHaveProperty('access_token');
    expect((await plain()).body).toHaveProperty('access_token');
  });

  it('SBX-36 E-01 stable_token wants POST and JSON: 43002, 44002, 47001', async () => {
    const query = new URLSearchParams(RIGHT).toString();
    const codes = [
      await box.call('GET', `/cgi-bin/stable_token?${query}`),
      await box.call('POST', '/cgi-bin/stable_token'),
      await box.call('POST', '/cgi-bin/stable_token', query),
      await box.call('POST', '/cgi-bin/stable_token', '[1]'),
      await box.call('POST', `/cgi-bin/token?${query}`),
    ].map(({ body }) => body['errcode']);
    expect(codes).toEqual([43002, 44002, 47001, 47001, 43001]);
    expect((await stable()).body).toHaveProperty('access_token');
  });

  it('SBX-37 E-01 an API without access_token in its query answers 41001, garbage 40014, a strange one 40001', async () => {
    const good = String((await stable()).body['access_token']);
    const call = async (query: string) =>
      (await box.call('GET', `/wxa/checksession${query}`)).body['errcode'];
    expect(await call('')).toBe(41001);
    expect(await call(`?token=${good}`)).toBe(41001);
    expect(await call('?access_token=abc')).toBe(40014);
    expect(await call(`?access_token=${good.slice(0, -1)}_`)).toBe(40001);
    expect(await call(`?access_token=${good}`)).toBe(87008);
    box.advance(7_200_000);
    expect(await call(`?access_token=${good}`)).toBe(42001);
  });

  it('SBX-38 E-01 a path that is no API answers 40066 with a rid, and stands in the journal', async () => {
    expect(await codeFor('x')).toBe(40066);
    expect((await box.call('GET', '/wxa/nothing')).body).toEqual({
      errcode: 40066,
      errmsg: expect.stringMatching(RID),
    });
    expect(box.world.journal.list().map(({ api, errcode }) => [api, errcode])).toEqual([
      ['/cgi-bin/no-such-api-with-token', 40066],
      ['/wxa/nothing', 40066],
    ]);
  });

  it('SBX-39 E-01 fails as told: -1, 502, and works again', async () => {
    for (const kind of ['busy', 'server_error', 'not_json']) {
      await box.call('POST', '/__control/faults', { api: 'stable_token', kind, times: 1 });
    }
    expect((await stable()).body['errcode']).toBe(-1);
    expect((await stable()).status).toBe(502);
    expect((await stable()).type).toContain('text/html');
    expect((await stable()).body).toHaveProperty('access_token');
  });
});
