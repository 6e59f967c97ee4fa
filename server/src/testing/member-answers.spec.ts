import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allRoutes } from '@siyu/shared/contracts/routes';
import { type Route, routeUrl } from '@siyu/shared/contracts/route';
import { GROUPS } from '@siyu/shared/contracts/scoring.limits';
import { z } from 'zod';
import { AppModule } from '../app.module.ts';
import { WechatLogin } from '../foundation/wechat/index.ts';
import { openMember } from './callers.ts';
import { describeOnEngines } from './engines.ts';
import { createTestApp, type Override, type TestApp } from './test-app.ts';
import { openFirm } from './thread-firm.ts';

const wechat: Override = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};
/** Names of what staff may know of a member and the member's screens never show. */
const STAFF_ONLY =
  /fen$|amount|money|benefit|revenue|group|segment|^tie|strength|band|score|^axis|^axes|tier|preset/i;
/** A group here is a chat of customers, which one may know; the value groups of staff are looked for all the same. */
const CHAT_GROUP = /^group(s|Id)?$/;
const OF_CHATS: readonly string[] = [
  'communities.enterGroup',
  'communities.listMyGroups',
  'feed.getGroupPage',
];
/** A money fund is a kind of product, and no axis of money. */
const PRODUCT_KIND = 'FUND_MONEY';
const isStaffOnly = ({ id }: Route, name: string): boolean =>
  STAFF_ONLY.test(name) && name !== PRODUCT_KIND && !(OF_CHATS.includes(id) && CHAT_GROUP.test(name));
const AMOUNT_FEN = 271_828_00;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every name and every text inside an answer or a schema, at any depth. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (isRecord(value)) return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsIn(inner)]);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...namesIn(inner)]) : [];
}

const Schemas = z.record(z.string(), z.unknown());
const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ operationId: z.string(), responses: Schemas })),
  ),
  components: z.object({ schemas: Schemas }),
});
type Document = z.infer<typeof Document>;

/** Names of all fields that a schema lets through, and the values of its lists, references followed. */
function fieldsOf(schema: unknown, { components }: Document, seen = new Set<string>()): string[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => fieldsOf(each, { components, paths: {} }, seen));
  if (!isRecord(schema)) return typeof schema === 'string' ? [schema] : [];
  return Object.entries(schema).flatMap(([key, inner]) => {
    if (key === '$ref' && typeof inner === 'string') {
      const name = inner.split('/').at(-1) ?? '';
      if (seen.has(name)) return [];
      seen.add(name);
      return fieldsOf(components.schemas[name], { components, paths: {} }, seen);
    }
    if (key === 'description' || key === 'default') return [];
    const own = key === 'properties' && isRecord(inner) ? Object.keys(inner) : [];
    return [...own, ...fieldsOf(inner, { components, paths: {} }, seen)];
  });
}

/** The copy of the own data that the law gives a right to (PIPL 45): the one place of scores and money. */
const COPIES: readonly string[] = ['privacy.getAccessCopy', 'privacy.downloadAccessCopy'];
const isMember = ({ audience, id }: Route): boolean => audience === 'member' && !COPIES.includes(id);

describeOnEngines((engine) => {
  describe('what the server answers to members', () => {
    let server: TestApp;
    beforeAll(async () => {
      server = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
    }, 60_000);
    afterAll(() => server.close());

    it('D-02 no contract of a member route has a place for money axes, groups or the strength of a tie', async () => {
      const document = Document.parse(await (await fetch(`${server.url}/docs-json`)).json());
      const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
      const fieldsOfRoute = ({ id }: Route): string[] =>
        fieldsOf(operations.find(({ operationId }) => operationId === id)?.responses, document);
      const offences = (route: Route): string[] =>
        fieldsOfRoute(route).filter(
          (name) => isStaffOnly(route, name) || GROUPS.some((group) => group === name),
        );

      const routes = allRoutes.filter(isMember);
      expect(routes.length).toBeGreaterThan(8);
      expect(routes.flatMap((route) => offences(route).map((name) => `${route.id}: ${name}`))).toEqual([]);
      // The same look at a route of staff finds them.
      const replay = allRoutes.find(({ id }) => id === 'scoring.getScoreReplay');
      expect(replay === undefined ? [] : offences(replay)).toEqual(
        expect.arrayContaining(['amountBand', 'group', 'KEY_DEVELOP', 'tie']),
      );
    });

    it('D-02 no answer to a member with purchases, a score and a group carries any of it', async () => {
      const firm = await openFirm(server);
      const member = await firm.join('answers-large');
      await firm.bind(member);
      await firm.link(member);
      await member.finish('结识第一课');
      await firm.buy(member, AMOUNT_FEN, 20);
      await firm.scored();
      // The card for his group shows that he is in it.
      const { cards } = await member.feed();
      expect(cards[0]?.reason.code).toBe('suits_activity');

      const { token } = await openMember(server, 'answers-large');
      const lessonId = cards[0]?.content.lessonId ?? '';
      const answered: string[] = [];
      for (const route of allRoutes.filter((each) => isMember(each) && each.method === 'GET')) {
        const url =
          server.url +
          routeUrl(route, {
            params: {
              lessonId,
              kind: 'lesson',
              key: lessonId,
              groupId: lessonId,
              liveId: lessonId,
              productId: lessonId,
            },
          });
        const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
        if (answer.status !== 200) continue;
        answered.push(route.id);
        const body: unknown = await answer.json();
        expect(namesIn(body).filter((name) => isStaffOnly(route, name))).toEqual([]);
        const words = wordsIn(body);
        expect(words.filter((word) => GROUPS.some((group) => word === group))).toEqual([]);
        expect(words.filter((word) => word.includes('271828') || word.includes('271,828'))).toEqual([]);
      }
      expect(answered).toEqual(
        expect.arrayContaining([
          'feed.getFeed',
          'scoring.getRelationPath',
          'identity.getMe',
          'content.getLesson',
        ]),
      );
    }, 60_000);
  });
});
