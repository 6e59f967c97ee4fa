import { hex } from '../randomness.ts';
import { accept, refuse, type Answer } from '../wechat-api/answers.ts';
import type { WechatApi } from '../wechat-api/wechat-api.ts';
import type { World } from '../world.ts';
import { judge } from './judge.ts';
import { mediaCheckOf } from './media-check.ts';
import { isScene, refusalOfPerson } from './who-may-be-checked.ts';

const TEXT_LIMITS = { perMinute: 4_000, perDay: 2_000_000 };
const MEDIA_LIMITS = { perMinute: 2_000, perDay: 200_000 };
const CONTENT_MAX = 2_500;
const FULL = refuse(45009, 'reach max api quota limit');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** msgSecCheck and mediaCheckAsync. */
export function contentSafetyRoutes(api: WechatApi, world: World): void {
  const traceId = (): string => [4, 4, 8].map((bytes) => hex(world.randomness, bytes)).join('-');

  api.withToken('POST', '/wxa/msg_sec_check', 'msg_sec_check', ({ app, body }): Answer => {
    const content = textOf(body['content']);
    if (content === '') return refuse(44002, 'empty post data');
    if ([...content].length > CONTENT_MAX) return refuse(45002, 'content size out of limit');
    const quota = world.mini.quotas.take(`text ${app.appId}`, TEXT_LIMITS);
    if (quota !== 'taken') return FULL;
    if (body['version'] !== 2) {
      // The first version knows neither person nor scene, and answers with a code alone.
      return judge(content).suggest === 'risky'
        ? refuse(87014, 'risky content')
        : accept({ errcode: 0, errmsg: 'ok' });
    }
    const refusal = refusalOfPerson(world, app, body['openid']);
    if (refusal !== null) return refusal;
    if (!isScene(body['scene'])) return refuse(40129, 'invalid scene');
    const all = [content, body['title'], body['nickname'], body['scene'] === 1 ? body['signature'] : ''];
    const { suggest, label, keyword } = judge(all.map(textOf).join('\n'));
    return accept({
      errcode: 0,
      errmsg: 'ok',
      trace_id: traceId(),
      result: { suggest, label },
      detail: [
        { strategy: 'content_model', errcode: 0, suggest, label, prob: keyword === null ? 10 : 90 },
        ...(keyword === null
          ? []
          : [{ strategy: 'keyword', errcode: 0, suggest, label, level: 90, keyword }]),
      ],
    });
  });

  api.withToken('POST', '/wxa/media_check_async', 'media_check_async', ({ app, body }): Answer => {
    const url = textOf(body['media_url']);
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return refuse(44002, 'invalid media_url');
    const type = body['media_type'];
    if (type !== 1 && type !== 2) return refuse(40004, 'invalid media type');
    if (world.mini.quotas.take(`media ${app.appId}`, MEDIA_LIMITS) !== 'taken') return FULL;
    const isOld = body['version'] !== 2;
    if (!isOld) {
      const refusal = refusalOfPerson(world, app, body['openid']);
      if (refusal !== null) return refusal;
      if (!isScene(body['scene'])) return refuse(40129, 'invalid scene');
    }
    const trace = traceId();
    const push = world.mini.pushes.get(app.appId);
    world.mini.background.run(async () => {
      const fields = await mediaCheckOf(url, { appId: app.appId, trace, isOld });
      push?.fire({ openid: textOf(body['openid']), fields });
    });
    return accept({ errcode: 0, errmsg: 'ok', trace_id: trace });
  });
}
