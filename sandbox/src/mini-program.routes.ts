import type { FastifyInstance } from 'fastify';
import { appConsoleRoutes } from './app-console/app-console.routes.ts';
import { channelsRoutes } from './channels-live/channels.routes.ts';
import { chatToolRoutes, phoneChatToolRoutes } from './chat-tool/chat-tool.routes.ts';
import { codesAndLinksRoutes } from './codes-and-links/codes-and-links.routes.ts';
import { phoneOpenRoutes } from './codes-and-links/phone-open.routes.ts';
import { contentSafetyRoutes } from './content-safety/content-safety.routes.ts';
import { customerMessageRoutes } from './customer-messages/customer-messages.routes.ts';
import { phoneConversationRoutes } from './customer-messages/phone-conversation.routes.ts';
import { messagePushRoutes } from './message-push/message-push.routes.ts';
import { officialAccountRoutes } from './official-account/official-account.routes.ts';
import { phoneOfficialAccountRoutes } from './official-account/phone-official-account.routes.ts';
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
  phoneConversationRoutes(app, world);
  phoneChatToolRoutes(app, world);
  phoneOfficialAccountRoutes(app, world);
  channelsRoutes(app, world);
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
    contentSafetyRoutes(api, world);
    customerMessageRoutes(api, world);
    chatToolRoutes(api, world);
    officialAccountRoutes(api, world);
    api.unknown('/cgi-bin/*');
    api.unknown('/wxa/*');
    api.unknown('/wxaapi/*');
  });
}
