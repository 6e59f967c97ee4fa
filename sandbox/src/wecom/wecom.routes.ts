import type { FastifyInstance } from 'fastify';
import QRCode from 'qrcode';
import type { World } from '../world.ts';
import { serveApis, serveOpen } from './api.ts';
import { archiveApis } from './archive.apis.ts';
import { chatPhoneRoutes } from './chat-phone.routes.ts';
import { chatWindowRoutes } from './chat-window.routes.ts';
import { contactApis } from './contact.apis.ts';
import { contactWayApis } from './contact-way.apis.ts';
import { contactWayText } from './contact-ways.ts';
import { wecomControlRoutes } from './control.routes.ts';
import { groupApis } from './group.apis.ts';
import { groupPhoneRoutes } from './group-phone.routes.ts';
import { joinWayApis } from './join-way.apis.ts';
import { joinWayText } from './join-ways.ts';
import { jsSdkApis } from './js-sdk.apis.ts';
import { massSendApis } from './mass-send.apis.ts';
import { messageApis } from './message.apis.ts';
import { momentApis } from './moment.apis.ts';
import { wecomPhoneRoutes } from './phone.routes.ts';
import { tagApis } from './tag.apis.ts';
import { transferApis } from './transfer.apis.ts';
import { taskPhoneRoutes } from './task-phone.routes.ts';

/** No filters: of black and white nothing is gained by trying five of them for each row. */
const PLAIN = { width: 280, rendererOpts: { filterType: 0, deflateLevel: 6 } } as const;

/**
 * WeCom (企业微信). Its host stands below `/qyapi`, because api.weixin.qq.com has paths of the same name:
 * the server's base URL is the box's address with `/qyapi` behind it.
 */
export function wecomRoutes(app: FastifyInstance, world: World): void {
  const { wecom } = world;
  app.register(
    async (scope) => {
      // Bodies are read as WeCom reads them: whatever the header says.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      serveOpen(scope, world, 'gettoken', ({ query }) =>
        wecom.tokens.issue(query['corpid'] || null, query['corpsecret'] || null),
      );
      serveApis(scope, world, [
        ...contactApis(wecom),
        ...contactWayApis(wecom),
        ...groupApis(wecom),
        ...joinWayApis(wecom),
        ...tagApis(wecom),
        ...messageApis(wecom),
        ...massSendApis(wecom),
        ...momentApis(wecom),
        ...transferApis(wecom),
        ...archiveApis(wecom),
        ...jsSdkApis(wecom),
      ]);
    },
    { prefix: '/qyapi' },
  );
  for (const [kind, textOf] of [
    ['contact-way', contactWayText],
    ['join-way', joinWayText],
  ] as const)
    app.get<{ Params: { configId: string } }>(`/wwpic/${kind}/:configId.png`, async (request, reply) =>
      reply.type('image/png').send(await QRCode.toBuffer(textOf(request.params.configId), PLAIN)),
    );
  groupPhoneRoutes(app, world);
  taskPhoneRoutes(app, world);
  chatPhoneRoutes(app, world);
  chatWindowRoutes(app, world);
  wecomPhoneRoutes(app, world);
  wecomControlRoutes(app, world);
}
