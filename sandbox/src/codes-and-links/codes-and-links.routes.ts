import { z } from 'zod';
import { accept, refuse, type Answer } from '../wechat-api/answers.ts';
import type { Call, WechatApi } from '../wechat-api/wechat-api.ts';
import type { World } from '../world.ts';
import { drawCode } from './code-image.ts';
import { Expiry, readExpiry, readTarget, Target, type Link } from './links.ts';

const CODE_LIMITS = { perMinute: 5_000 };
/** Links and schemes together. */
const LINK_LIMITS = { perDay: 500_000 };

const UrlLink = Target.extend(Expiry.shape);
const Scheme = Expiry.extend({ jump_wxa: Target.optional(), is_expire: z.boolean().default(false) });
/** What a scheme without an end is given today. */
const LONGEST = { expire_type: 1, expire_interval: 30 } as const;

/** Code images, URL links and URL schemes. */
export function codesAndLinksRoutes(api: WechatApi, world: World): void {
  api.withToken('POST', '/wxa/getwxacodeunlimit', 'getwxacodeunlimit', ({ app, body }) => {
    const { consoles, quotas } = world.mini;
    if (quotas.take(`code ${app.appId}`, CODE_LIMITS) !== 'taken') {
      return refuse(45009, 'reach max api minute quota limit');
    }
    return drawCode(app.appId, consoles.of(app.appId), body);
  });

  const give = (
    { app }: Call,
    kind: Link['kind'],
    target: z.infer<typeof Target>,
    expiry: z.infer<typeof Expiry>,
  ): Answer => {
    const { consoles, quotas, links } = world.mini;
    const read = readTarget(consoles.of(app.appId), target);
    if ('refusal' in read) return read.refusal;
    const end = readExpiry(world.clock.now(), expiry);
    if ('refusal' in end) return end.refusal;
    if (quotas.take(`link ${app.appId}`, LINK_LIMITS) !== 'taken')
      return refuse(44990, 'reach max api quota');
    const address = links.give({ kind, appId: app.appId, ...read, ...end });
    return accept({
      errcode: 0,
      errmsg: 'ok',
      ...(kind === 'link' ? { url_link: address } : { openlink: address }),
    });
  };

  api.withToken('POST', '/wxa/generate_urllink', 'generate_urllink', (call) => {
    const asked = UrlLink.safeParse(call.body);
    if (!asked.success) return refuse(40097, 'invalid args');
    return give(call, 'link', asked.data, asked.data);
  });

  api.withToken('POST', '/wxa/generatescheme', 'generatescheme', (call) => {
    const asked = Scheme.safeParse(call.body);
    if (!asked.success) return refuse(40097, 'invalid args');
    const { jump_wxa: target = Target.parse({}), is_expire: isExpire, ...expiry } = asked.data;
    return give(call, 'scheme', target, isExpire ? expiry : LONGEST);
  });
}
