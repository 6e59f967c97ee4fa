import type { FastifyInstance } from 'fastify';
import { appConsoleRoutes } from './app-console/app-console.routes.ts';
import { codesAndLinksRoutes } from './codes-and-links/codes-and-links.routes.ts';
import { phoneOpenRoutes } from './codes-and-links/phone-open.routes.ts';
import { messagePushRoutes } from './message-push/message-push.routes.ts';
import { phoneDataRoutes } from './open-data/phone-data.routes.ts';
import { phoneNumberRoutes } from './open-data/phone-number.routes.ts';
import { sessionKeyRoutes } from './open-data/session-keys.routes.ts';
import { phoneSubscribeRoutes } from './subscribe/phone-subscribe.routes.ts';
import { subscribeRoutes } from './subscribe/subscribe.routes.ts';
import { tokenRoutes } from './tokens/tokens.routes.ts';
import { wechatApi } from './wechat-api/wechat-api.ts';
import type { World } from './world.ts';

/** Everything of a mini-program that WeChat's servers answer under /cgi-bin and /wxa. */
export function miniProgramRoutes(app: FastifyInstance, world: World): void {
  appConsoleRoutes(app, world);
  messagePushRoutes(app, world);
  phoneDataRoutes(app, world);
  phoneOpenRoutes(app, world);
  phoneSubscribeRoutes(app, world);
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    const api = wechatApi(scope, world);
    tokenRoutes(api, world);
    sessionKeyRoutes(api, world);
    phoneNumberRoutes(api, world);
    codesAndLinksRoutes(api, world);
    subscribeRoutes(api, world);
    api.unknown('/cgi-bin/*');
    api.unknown('/wxa/*');
    api.unknown('/wxaapi/*');
  });
}
