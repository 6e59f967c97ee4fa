import { randomUUID } from 'node:crypto';
import { AppModule } from '../../app.module.ts';
import { SeededRandom } from '../../demo/seeded-random.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import type { Engine } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { LessonCatalogue } from '../../services/content/lesson-catalogue.ts';
import { openStaff, PASSWORD } from '../callers.ts';
import { createTestApp } from '../test-app.ts';
import { callWith } from './call-with.ts';
import type { DoorSizes, DoorWorld } from './firm.ts';
import {
  keepGroups,
  keepLives,
  keepPlacements,
  keepProducts,
  keepTexts,
  SHARED,
  thingsOf,
} from './kept-things.ts';
import { join } from './random-members.ts';

const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};

export async function openDoors(engine: Engine, seed: number, sizes: DoorSizes): Promise<DoorWorld> {
  const test = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
  const random = new SeededRandom(seed);
  const members = await join(test, random, sizes.members);
  const things = thingsOf(random, sizes);
  const lessons = things.filter(({ kind }) => kind === 'lesson');
  const groupIds = lessons.filter((_, nth) => nth % SHARED === 0).map(() => randomUUID());
  const emptyGroupId = randomUUID();
  const adviserId = await test.database.runInTransaction(async (tx) => {
    const hostId = await test.app.get(Organisation, { strict: false }).createStaff(tx, {
      ...{ loginName: 'host', name: '沈知行', password: PASSWORD, roles: ['adviser'] },
      ...{ scopeKind: 'firm', branchId: null, registrationNo: 'S0000000000001' },
    });
    await keepProducts(
      tx,
      test,
      things.filter(({ kind }) => kind === 'product'),
    );
    await keepTexts(
      tx,
      test,
      hostId,
      things.filter(({ kind }) => kind === 'lesson' || kind === 'article'),
    );
    await keepLives(
      tx,
      test,
      hostId,
      things.filter(({ kind }) => kind === 'live'),
    );
    await keepPlacements(tx, test, lessons);
    await keepGroups(tx, test, { groupIds, emptyGroupId, members, lessons });
    await test.app.get(LessonCatalogue, { strict: false }).countPublication(tx);
    for (const { memberNo } of members)
      await test.app.get(Identity, { strict: false }).bindAdviser(tx, memberNo, hostId);
    return hostId;
  });
  const cookie = await openStaff(test, 'operator');
  return {
    ...test,
    members,
    things,
    adviserId,
    groupIds,
    emptyGroupId,
    anybody: callWith(test, {}),
    operator: callWith(test, { cookie, origin: test.url }),
  };
}
