import { Controller, Get, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { Problem } from '@siyu/shared/contracts/primitives';
import { defineRoute, type Route, routeUrl } from '@siyu/shared/contracts/route';
import { allRoutes } from '@siyu/shared/contracts/routes';
import { z } from 'zod';
import { AppModule } from '../app.module.ts';
import { WechatLogin } from '../foundation/wechat/index.ts';
import { Access, type AccessPolicy, Bind, compareRoutes, findHandlers } from '../platform/http/index.ts';
import { everyCaller, openMember, openStaff, type TestCaller } from './callers.ts';
import { createTestApp, type TestApp } from './test-app.ts';

const SOME_ID = '01900000-0000-7000-8000-000000000001';
const wechat = {
  provide: WechatLogin,
  useValue: { code2Session: async (code: string) => ({ openid: code, unionid: null, sessionKey: 'key' }) },
};

function call(server: TestApp, route: Route, headers: Readonly<Record<string, string>>): Promise<Response> {
  const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');
  const params = Object.fromEntries(names.map((name) => [name, SOME_ID]));
  const hasBody = route.method === 'POST' || route.method === 'PUT';
  return fetch(server.url + routeUrl(route, { params }), {
    method: route.method,
    headers: hasBody ? { ...headers, 'content-type': 'application/json' } : headers,
    ...(hasBody ? { body: '{}' } : {}),
  });
}

function mayEnter(caller: TestCaller, policy: AccessPolicy): boolean {
  if (policy.audience === 'public') return true;
  if (policy.audience !== caller.audience) return false;
  // Nobody of these can sign as a platform does.
  if (policy.audience === 'machine') return policy.isSigned !== true;
  return policy.audience !== 'staff' || (caller.role !== null && policy.roles.includes(caller.role));
}

/** Whether the guard let the request in; what the handler says then is its own business. */
async function isLetIn(answer: Response): Promise<boolean> {
  if (answer.status !== 401 && answer.status !== 403) return true;
  const { code } = Problem.parse(await answer.json());
  return code !== 'http.unauthenticated' && code !== 'http.forbidden';
}

describe('every route × every caller', () => {
  let server: TestApp;
  let callers: readonly TestCaller[];
  let policies: ReadonlyMap<string, AccessPolicy>;
  beforeAll(async () => {
    server = await createTestApp({ engine: 'sqlite', modules: [AppModule], overrides: [wechat] });
    callers = await everyCaller(server);
    policies = new Map(
      findHandlers(server.app).flatMap(({ route, policy }): [string, AccessPolicy][] =>
        route === null || policy === null ? [] : [[route.id, policy]],
      ),
    );
  }, 60_000);
  afterAll(() => server.close());

  // Signing out comes last: it would end the caller's session.
  const endsSession = ({ path }: Route) => path.endsWith('/sessions/current');
  const ordered = [...allRoutes].sort(
    (a, b) =>
      Number(a.method === 'DELETE' && endsSession(a)) - Number(b.method === 'DELETE' && endsSession(b)),
  );
  it.each(ordered.map((route) => [`${route.audience} ${route.id}`, route] as const))(
    'A-07 %s lets in those of its policy and denies all others',
    async (_, route) => {
      const policy = policies.get(route.id);
      if (policy === undefined) throw new Error(`${route.id} has no policy`);
      const outcome: Record<string, boolean> = {};
      const expected: Record<string, boolean> = {};
      for (const caller of callers) {
        expected[caller.name] = mayEnter(caller, policy);
        outcome[caller.name] = await isLetIn(await call(server, route, caller.headers));
      }
      expect(outcome).toEqual(expected);
    },
  );

  it('A-07 a staff write from the page of another site is denied though it carries the cookie', async () => {
    server.clock.advance(1);
    const cookie = await openStaff(server, 'operator');
    const upload = allRoutes.filter(({ audience, method }) => audience === 'staff' && method !== 'GET');
    expect(upload.length).toBeGreaterThan(3);
    for (const route of upload) {
      expect((await call(server, route, { cookie })).status).toBe(403);
      expect((await call(server, route, { cookie, origin: 'https://evil.example' })).status).toBe(403);
    }
  });

  it("A-07 an adviser sees neither another adviser's member nor that there is one", async () => {
    const { member } = await openMember(server, 'somebody');
    server.clock.advance(1);
    const cookie = await openStaff(server, 'adviser');
    const url = server.url + routeUrl(workspaceRoutes.getMember, { params: { memberId: member.memberId } });
    const other = await fetch(url, { headers: { cookie } });
    const unknown = await fetch(url.replace(member.memberId, SOME_ID), { headers: { cookie } });
    expect([other.status, unknown.status]).toEqual([404, 404]);
    expect(Problem.parse(await other.json()).code).toBe(Problem.parse(await unknown.json()).code);
  });

  it('A-07 router = contracts = OpenAPI', async () => {
    const Operation = z.object({ operationId: z.string() });
    const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });
    const { paths } = Document.parse(await (await fetch(`${server.url}/docs-json`)).json());
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { operationId }]) => ({
        id: operationId,
        method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).parse(method.toUpperCase()),
        path: path.replace(/\{([A-Za-z]+)\}/g, ':$1'),
      })),
    );
    const routed = findHandlers(server.app).flatMap(({ route }) => (route === null ? [] : [route]));
    const contracts = { name: 'the contracts', routes: allRoutes };
    expect(compareRoutes(contracts, { name: 'the router', routes: routed })).toEqual([]);
    expect(compareRoutes(contracts, { name: 'OpenAPI', routes: documented })).toEqual([]);
  });
});

describe('planted faults', () => {
  const ping = defineRoute<{}, void>('planted.ping', 'member', 'GET', '/v1/planted');

  it('A-07 a route without @Access does not start', async () => {
    @Controller()
    class Planted {
      @Bind(ping)
      ping(): void {}
    }
    @Module({ controllers: [Planted] })
    class PlantedModule {}
    const started = createTestApp({ engine: 'sqlite', modules: [PlantedModule] });
    await expect(started).rejects.toThrow('Planted.ping has no @Access');
  });

  it('A-07 a route past the contracts does not start', async () => {
    @Controller()
    class Planted {
      @Get('/v1/planted')
      @Access({ audience: 'public' })
      ping(): void {}
    }
    @Module({ controllers: [Planted] })
    class PlantedModule {}
    const started = createTestApp({ engine: 'sqlite', modules: [PlantedModule] });
    await expect(started).rejects.toThrow('Planted.ping is not bound to a route of the contracts');
  });

  it('A-07 a route that lets in another audience than its contract does not start', async () => {
    @Controller()
    class Planted {
      @Bind(ping)
      @Access({ audience: 'public' })
      ping(): void {}
    }
    @Module({ controllers: [Planted] })
    class PlantedModule {}
    const started = createTestApp({ engine: 'sqlite', modules: [PlantedModule] });
    await expect(started).rejects.toThrow('lets in public, its contract says member');
  });

  it('A-07 a contract without a route, and a route without a contract, are found', () => {
    const contracts = { name: 'the contracts', routes: [ping, feedRoutes.getFeed] };
    expect(compareRoutes(contracts, { name: 'the router', routes: [feedRoutes.getFeed] })).toEqual([
      'planted.ping GET /v1/planted is in the contracts but not in the router',
    ]);
    expect(
      compareRoutes({ name: 'the contracts', routes: [] }, { name: 'the router', routes: [ping] }),
    ).toEqual(['planted.ping GET /v1/planted is in the router but not in the contracts']);
  });
});
