import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { hex } from '../randomness.ts';
import type { World } from '../world.ts';
import { JsConfig } from './js-sdk.ts';
import { WecomRefusal } from './refusal.ts';
import { roomOf, Where } from './rooms.ts';

const page = (name: string): string => readFileSync(new URL(`../../page/${name}`, import.meta.url), 'utf8');

/** A call of the page in the frame, as the chat window hands it on. */
const JsCall = z.object({
  windowId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  where: Where,
  api: z.string().regex(/^[A-Za-z]{1,64}$/),
  params: z.record(z.string(), z.unknown()).default({}),
  url: z.string().max(4_096),
});
type JsCall = z.infer<typeof JsCall>;

/** Errcodes are for the journal; a page sees err_msg only. */
interface Said {
  readonly errcode: number;
  readonly answer: { readonly err_msg: string } & Readonly<Record<string, unknown>>;
}

const said = (api: string, errcode: number, words: string, more: object = {}): Said => ({
  errcode,
  answer: { ...more, err_msg: `${api}:${words}` },
});

/** wx.config has appId, wx.agentConfig corpid and agentid. */
function configure({ wecom }: World, { api, params, url, windowId }: JsCall): Said {
  const config = JsConfig.safeParse({
    ...params,
    url,
    corpId: api === 'config' ? params['appId'] : params['corpid'],
    agentId: api === 'config' ? null : params['agentid'],
  });
  if (!config.success) return said(api, 40058, 'fail, invalid parameter');
  const fault = wecom.jsSdk.configure(windowId, config.data);
  return fault === null ? said(api, 0, 'ok') : said(api, 40093, `fail, ${fault}`);
}

function run(world: World, call: JsCall): Said {
  const { api, params, where, windowId } = call;
  if (api === 'config' || api === 'agentConfig') return configure(world, call);
  try {
    const { wecom } = world;
    const answer = wecom.jsSdk.invoke(windowId, where.userid, roomOf(wecom, where), api, params);
    return answer === null ? said(api, 48002, 'no permission') : said(api, 0, 'ok', answer);
  } catch (error) {
    if (!(error instanceof WecomRefusal)) throw error;
    return said(api, error.errcode, `fail, ${error.message}`);
  }
}

/** The chat window of an employee, with the page of the firm beside it, and WeCom's JS-SDK for that page. */
export function chatWindowRoutes(app: FastifyInstance, world: World): void {
  const [html, script, sdk] = [page('chat.html'), page('chat.js'), page('jwxwork.js')];
  app.get('/wecom-chat', async (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  app.get('/__box/chat.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(script),
  );
  // Below the paths the two scripts have at open.work.weixin.qq.com and res.wx.qq.com; any page may load them.
  for (const path of ['/wwopen/js/jwxwork-1.0.0.js', '/open/js/jweixin-1.2.0.js'])
    app.get(path, async (_request, reply) =>
      reply
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .type('text/javascript; charset=utf-8')
        .send(sdk),
    );

  app.post('/__phone/wecom/js-calls', async (request, reply) => {
    const call = JsCall.safeParse(request.body);
    if (!call.success) return reply.code(400).send({ message: z.prettifyError(call.error) });
    const { errcode, answer } = run(world, call.data);
    world.journal.record({
      at: world.clock.now(),
      api: `wecom/js/${call.data.api}`,
      appId: null,
      account: call.data.where.userid,
      errcode,
      rid: hex(world.randomness, 8),
      fault: null,
    });
    return answer;
  });

  // Whom an employee can talk to.
  app.get('/__phone/wecom/contacts', async (request, reply) => {
    const query = z.object({ userid: z.string().max(64) }).safeParse(request.query);
    if (!query.success) return reply.code(400).send({ message: 'userid' });
    const { userid } = query.data;
    return {
      customers: world.wecom.customers.of(userid).map(({ account, name }) => ({ account, name })),
      groups: world.wecom.groups
        .list()
        .filter(({ staff }) => staff.has(userid))
        .map(({ chatId, name }) => ({
          chatId,
          name,
          members: world.wecom.groups
            .accountsOf(chatId)
            .map((account) => ({ account, name: world.wecom.customers.ofAccount(account).name })),
        })),
    };
  });
}
