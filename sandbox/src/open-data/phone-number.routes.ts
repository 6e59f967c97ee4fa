import type { World } from '../world.ts';
import { accept, refuse, type Answer } from '../wechat-api/answers.ts';
import type { WechatApi } from '../wechat-api/wechat-api.ts';
import { inventedPhone } from './phone-codes.ts';

const LIMITS = { perMinute: 5_000 };

/** getuserphonenumber: the code of the button, in the body and nowhere else. */
export function phoneNumberRoutes(api: WechatApi, world: World): void {
  api.withToken('POST', '/wxa/business/getuserphonenumber', 'getuserphonenumber', ({ app, body }): Answer => {
    const { code, openid = null } = body;
    if (typeof code !== 'string' || code === '') return refuse(40029, 'invalid code');
    if (openid !== null && typeof openid !== 'string') return refuse(40029, 'invalid code');
    if (world.mini.quotas.take(`getuserphonenumber ${app.appId}`, LIMITS) !== 'taken') {
      return refuse(45011, 'api minute-quota reach limit, must slower, retry next minute');
    }
    const account = world.mini.phoneCodes.redeem(app.appId, code, openid);
    if (account === null) return refuse(40029, 'invalid code');
    const known = world.core.customers.find((customer) => customer.account === account);
    const phone = known?.phone ?? inventedPhone(account);
    return accept({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: phone,
        purePhoneNumber: phone,
        // Declared as text, a number in the documentation's own sample: clients meet both here.
        countryCode: Number(phone.slice(-1)) % 2 === 0 ? '86' : 86,
        watermark: { timestamp: Math.floor(world.clock.now() / 1000), appid: app.appId },
      },
    });
  });
}
