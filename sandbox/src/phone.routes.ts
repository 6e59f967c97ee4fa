import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ACCOUNT_PATTERN } from './phone-accounts.ts';
import type { World } from './world.ts';

const Login = z.object({
  account: z.string().regex(ACCOUNT_PATTERN),
  /** The app that calls wx.login; the demo firm's when absent. */
  appId: z.string().optional(),
});

/** The phone in the box: what wx.login does on a real one. Open to every page because a browser has none. */
export function phoneRoutes(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/__phone/')) return;
    reply.header('access-control-allow-origin', '*');
    if (request.method !== 'OPTIONS') return;
    await reply
      .code(204)
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'content-type')
      .header('access-control-max-age', '600')
      .send();
  });
  app.options('/__phone/*', async (_request, reply) => reply.code(204).send());

  app.get('/__phone/accounts', async () => ({ accounts: world.accounts }));

  app.post('/__phone/login', async (request, reply) => {
    const login = Login.safeParse(request.body);
    if (!login.success) return reply.code(400).send({ message: 'account: 1-40 of a-z, 0-9 and -' });
    const miniProgram =
      login.data.appId === undefined
        ? world.miniPrograms[0]
        : world.miniPrograms.find(({ appId }) => appId === login.data.appId);
    if (miniProgram === undefined) return reply.code(400).send({ message: 'appId: no such mini-program' });
    const { code } = world.codes.issue(miniProgram, login.data.account);
    return { errMsg: 'login:ok', code };
  });
}
