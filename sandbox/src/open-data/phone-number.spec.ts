import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram, foreignMiniProgram } from '../mini-programs.ts';
import { openBox, type Box } from '../testing/open-box.ts';

const PATH = '/wxa/business/getuserphonenumber';

describe('phone numbers', () => {
  let box: Box;
  beforeEach(async () => {
    box = await openBox();
  });
  afterEach(() => box.close());

  const button = async (account: string, appId?: string): Promise<string> =>
    String((await box.call('POST', '/__phone/phone-number', { account, appId })).body['code']);
  const login = async (account: string): Promise<string> =>
    String((await box.call('POST', '/__phone/login', { account })).body['code']);

  it('SBX-43 E-01 a code of the button gives the number with a watermark of this app, once', async () => {
    const code = await button('demo-1');
    const answer = await box.post(PATH, { code });
    expect(answer.body).toMatchObject({
      errcode: 0,
      phone_info: {
        phoneNumber: '13800000001',
        purePhoneNumber: '13800000001',
        watermark: { appid: demoMiniProgram.appId, timestamp: expect.any(Number) },
      },
    });
    expect((await box.post(PATH, { code })).body['errcode']).toBe(40029);
  });

  it('SBX-44 E-01 a code lives five minutes, and neither a login code nor one of another app will do', async () => {
    const late = await button('demo-1');
    box.advance(300_001);
    expect((await box.post(PATH, { code: late })).body['errcode']).toBe(40029);
    const inTime = await button('demo-1');
    box.advance(300_000);
    expect((await box.post(PATH, { code: inTime })).body['errcode']).toBe(0);
    const foreign = await button('demo-1', foreignMiniProgram.appId);
    expect((await box.post(PATH, { code: foreign })).body['errcode']).toBe(40029);
    expect((await box.post(PATH, { code: foreign }, foreignMiniProgram)).body['errcode']).toBe(0);
    expect((await box.post(PATH, { code: await login('demo-1') })).body['errcode']).toBe(40029);
    const asLogin = new URLSearchParams({
      appid: demoMiniProgram.appId,
      secret: demoMiniProgram.appSecret,
      js_code: await button('demo-1'),
      grant_type: 'authorization_code',
    });
    expect((await box.call('GET', `/sns/jscode2session?${asLogin.toString()}`)).body['errcode']).toBe(40029);
  });

  it('SBX-45 E-01 a code in the query is refused, an openid that is not its own too; neither uses it up', async () => {
    const code = await button('demo-2');
    const token = await box.token();
    const inQuery = await box.call('POST', `${PATH}?access_token=${token}&code=${code}`, {});
    expect(inQuery.body['errcode']).toBe(40029);
    expect((await box.post(PATH, { code, openid: 'osbx-demo-1' })).body['errcode']).toBe(40029);
    expect((await box.post(PATH, { code, openid: 'osbx-demo-2' })).body['errcode']).toBe(0);
  });

  it('SBX-46 E-01 the country code comes as text and as a number', async () => {
    const countryOf = async (account: string): Promise<unknown> =>
      (await box.post(PATH, { code: await button(account) })).body['phone_info'];
    expect(await countryOf('demo-2')).toHaveProperty('countryCode', '86');
    expect(await countryOf('demo-3')).toHaveProperty('countryCode', 86);
    expect(await countryOf('somebody-new')).toHaveProperty(
      'phoneNumber',
      expect.stringMatching(/^199\d{8}$/),
    );
  });
});
