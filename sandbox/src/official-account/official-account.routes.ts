import { accountOf } from '../phone-person.ts';
import { accept, refuse, type Answer } from '../wechat-api/answers.ts';
import type { WechatApi } from '../wechat-api/wechat-api.ts';
import type { World } from '../world.ts';
import { readMenu } from './menu.ts';

const OK = { errcode: 0, errmsg: 'ok' };

/** What an official account asks: who follows it, and its menu. */
export function officialAccountRoutes(api: WechatApi, world: World): void {
  api.forOfficialAccount('GET', '/cgi-bin/user/info', 'user/info', ({ app, query }): Answer => {
    const account = accountOf(app, query['openid']);
    if (account === null) return refuse(40003, 'invalid openid');
    const since = world.mini.officialAccount.followedAt(account);
    // Of who does not follow nothing is told, not even the unionid.
    if (since === null) return accept({ subscribe: 0, openid: query['openid'] });
    return accept({
      subscribe: 1,
      openid: query['openid'],
      subscribe_time: Math.floor(since / 1000),
      unionid: `usbx-${account}`,
      subscribe_scene: 'ADD_SCENE_QR_CODE',
    });
  });

  api.forOfficialAccount('POST', '/cgi-bin/menu/create', 'menu/create', ({ body }): Answer => {
    const buttons = readMenu(body);
    if ('kind' in buttons) return buttons;
    world.mini.officialAccount.setMenu(body, buttons);
    return accept(OK);
  });

  api.forOfficialAccount('GET', '/cgi-bin/menu/get', 'menu/get', (): Answer => {
    const { menu } = world.mini.officialAccount;
    return menu === null ? refuse(46003, 'menu no exist') : accept({ menu: menu.given });
  });

  api.forOfficialAccount('GET', '/cgi-bin/menu/delete', 'menu/delete', (): Answer => {
    world.mini.officialAccount.menu = null;
    return accept(OK);
  });
}
