import { randomUUID } from 'node:crypto';
import { GROUP_PAGE_LESSONS } from '@siyu/shared/contracts/communities.limits';
import { ConsentList } from '@siyu/shared/contracts/identity';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import { INVESTOR_LEVELS, type ProductState, RISK_LEVELS } from '@siyu/shared/suitability';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import { AppModule } from '../../app.module.ts';
import { SeededRandom } from '../../demo/seeded-random.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { type Engine, insertRows, type Transaction } from '../../platform/database/index.ts';
import { AdvisoryContract } from '../../records/advisory/advisory-contract.entity.ts';
import { CommunityGroup, GroupTie } from '../../records/communities/community-group.entity.ts';
import { GroupLesson } from '../../records/communities/group-post.entity.ts';
import { PlacementEntry } from '../../records/channels/channel-account.entity.ts';
import { Identity } from '../../records/identity/index.ts';
import { Product } from '../../records/products/product.entity.ts';
import {
  Assessment,
  AssessmentStep,
  InvestorStatement,
} from '../../records/suitability/assessment.entity.ts';
import { InvestorTraits } from '../../records/suitability/investor-traits.ts';
import { Lesson, LessonVersion } from '../../services/content/lesson.entity.ts';
import { LessonCatalogue } from '../../services/content/lesson-catalogue.ts';
import { draft } from '../../services/content/testing/content-firm.ts';
import { Live } from '../../services/live/live.entity.ts';
import { openMember, openStaff, PASSWORD } from '../callers.ts';
import { createTestApp, type TestApp } from '../test-app.ts';
import type { Rating, Standing } from './expectations.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};

export interface Caller {
  readonly memberNo: number;
  readonly standing: Standing;
  readonly call: Call;
}
/** A product, or something that the firm says. */
export interface Thing {
  readonly id: string;
  /** Stands in nothing else: whoever was told it was told of this thing. */
  readonly name: string;
  readonly kind: 'product' | 'lesson' | 'article' | 'live';
  /** Of a product. */
  readonly rating: Rating;
  /** Of what the firm says. */
  readonly isAdvice: boolean;
}
export interface Answer {
  readonly status: number;
  readonly text: string;
}
export type Call = (method: string, path: string, body?: object) => Promise<Answer>;

/** A firm with members, products and texts of random standing. */
export interface DoorWorld extends TestApp {
  readonly members: readonly Caller[];
  readonly things: readonly Thing[];
  /** Nobody who is known. */
  readonly anybody: Call;
  readonly operator: Call;
  /** All members are in the book of this adviser. */
  readonly adviserId: string;
  /** All members sit in them, and in each some of the lessons were shared. */
  readonly groupIds: readonly string[];
  /** Nothing was shared there. */
  readonly emptyGroupId: string;
}

export interface DoorSizes {
  readonly members: number;
  readonly products: number;
  readonly lessons: number;
  readonly articles: number;
  readonly lives: number;
}
/** As many as a page of a group shows. */
const SHARED = GROUP_PAGE_LESSONS;
const NO_RATING: Rating = { level: null, state: 'DRAFT', isExpired: false, isPrivate: false };

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

const callWith =
  ({ url }: TestApp, headers: Readonly<Record<string, string>>): Call =>
  async (method, path, body) => {
    const answer = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };

/** The first two are no matter of chance, so that every door has somebody to let in and somebody to turn away. */
const FIRST: readonly Standing[] = [
  {
    ...{ level: 'C4', kind: 'ORDINARY', isExpired: false, hasChanged: false, hasRefused: false },
    ...{ isCallBackDue: false, isQualified: false, hasContract: true },
  },
  {
    ...{ level: null, kind: 'ORDINARY', isExpired: false, hasChanged: false, hasRefused: false },
    ...{ isCallBackDue: false, isQualified: false, hasContract: false },
  },
];
const standingOf = (random: SeededRandom): Standing => ({
  level: random.chance(0.1) ? null : random.pick(INVESTOR_LEVELS),
  kind: random.chance(0.2) ? 'PROFESSIONAL' : 'ORDINARY',
  isExpired: random.chance(0.08),
  hasChanged: random.chance(0.06),
  hasRefused: random.chance(0.06),
  isCallBackDue: random.chance(0.06),
  isQualified: random.chance(0.5),
  hasContract: random.chance(0.4),
});

async function join(test: TestApp, random: SeededRandom, count: number): Promise<readonly Caller[]> {
  const identity = test.app.get(Identity, { strict: false });
  const members: Caller[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const { token, member } = await openMember(test, `door-${nth}`);
    const call = callWith(test, { authorization: `Bearer ${token}` });
    const { consents } = ConsentList.parse(JSON.parse((await call('GET', '/v1/consents')).text));
    const decisions = consents
      .filter(({ purpose }) => purpose === 'SERVICE' || purpose === 'MARKETING')
      .map(({ purpose, textVersion }) => ({ purpose, textVersion, isGranted: true }));
    await call('POST', '/v1/consents', { decisions, adultStatement: ADULT_STATEMENT.version });
    const standing = FIRST[nth] ?? standingOf(random);
    // Whoever has not said it is taken for somebody who has to be called first.
    if (!standing.isCallBackDue) await call('PUT', '/v1/protection/birth-year', { birthYear: 1985 });
    const memberNo = (await identity.findByPublicId(member.memberId))?.memberNo ?? 0;
    members.push({ memberNo, standing, call });
  }
  const standings = new Map(members.map(({ memberNo, standing }) => [memberNo, standing]));
  test.app.get(InvestorTraits, { strict: false }).onAsked((memberNos) =>
    Promise.resolve(
      new Map(
        memberNos.flatMap((memberNo) => {
          const standing = standings.get(memberNo);
          if (standing === undefined) return [];
          const { kind, isQualified: isQualifiedForPrivate } = standing;
          return [[memberNo, { kind, isQualifiedForPrivate }] as const];
        }),
      ),
    ),
  );
  await test.database.runInTransaction((tx) => keepStandings(tx, test, members));
  return members;
}

async function keepStandings(tx: Transaction, { clock }: TestApp, members: readonly Caller[]): Promise<void> {
  const now = clock.now();
  const today = dayOfInstant(now);
  const assessed = members.flatMap(({ memberNo, standing: { level, isExpired } }) => {
    if (level === null) return [];
    const row: Assessment = {
      ...{ assessmentId: randomUUID(), memberNo, questionnaireVersion: 1, limitsVersion: 1, answers: [] },
      ...{ score: 50, level, isLowestByAnswer: false, horizonMonths: 36, types: ['FUND_MIXED'] },
      ...{ takenAt: now - DAY_MS, validUntil: addDays(today, isExpired ? 0 : 200) },
      ...{ isHeld: false, sha256: '', sealedOrigin: '' },
    };
    return [row];
  });
  await insertRows(tx, Assessment, assessed);
  await insertRows(
    tx,
    AssessmentStep,
    assessed.map(({ assessmentId, memberNo, takenAt: at }) => {
      return { assessmentId, kind: 'CONFIRMED', memberNo, at, staffId: null, sealedOrigin: null };
    }),
  );
  const said = members.flatMap(({ memberNo, standing: { hasChanged, hasRefused } }) => [
    ...(hasChanged ? [{ memberNo, kind: 'FACTS_CHANGED' as const }] : []),
    ...(hasRefused ? [{ memberNo, kind: 'INFORMATION_REFUSED' as const }] : []),
  ]);
  await insertRows(
    tx,
    InvestorStatement,
    said.map((each) => ({
      ...each,
      ...{ statementId: randomUUID(), statedAt: now, textVersion: '1', textSha256: '', sealedOrigin: '' },
    })),
  );
  await insertRows(
    tx,
    AdvisoryContract,
    members
      .filter(({ standing }) => standing.hasContract)
      .map(({ memberNo }) => ({
        ...{
          contractId: randomUUID(),
          contractNo: `T-${memberNo}`,
          memberNo,
          endedAt: null,
          endReason: null,
        },
        ...{ validFrom: addDays(today, -10), validUntil: addDays(today, 200) },
        ...{ enteredBy: randomUUID(), enteredAt: now },
      })),
  );
}

const FIRST_RATINGS: readonly Rating[] = (['R3', 'R5'] as const).map((level) => {
  return { level, state: 'ON_SALE', isExpired: false, isPrivate: false };
});
const ARTICLE_BODY = `## 第一份\n\n${'随时要用的钱，取得出来最要紧。'.repeat(20)}`;

function thingsOf(random: SeededRandom, { products, lessons, articles, lives }: DoorSizes): readonly Thing[] {
  const said = (kind: Thing['kind'], count: number): readonly Thing[] =>
    Array.from({ length: count }, (_, nth) => ({
      ...{ id: randomUUID(), name: `门后之文-${kind}-${nth}.`, kind, rating: NO_RATING },
      // Some of both, however few there are.
      isAdvice: nth < 2 ? nth === 0 : random.chance(0.5),
    }));
  const sold = Array.from({ length: products }, (_, nth): Thing => {
    const level = random.chance(0.1) ? null : random.pick(RISK_LEVELS);
    const state: ProductState = random.chance(0.1)
      ? random.pick(['DRAFT', 'IN_REVIEW', 'SUSPENDED', 'RETIRED'] as const)
      : 'ON_SALE';
    const rating = FIRST_RATINGS[nth] ?? {
      level,
      state,
      isExpired: random.chance(0.08),
      isPrivate: random.chance(0.15),
    };
    return { id: randomUUID(), name: `DOOR-${nth}-P`, kind: 'product', rating, isAdvice: false };
  });
  return [...sold, ...said('lesson', lessons), ...said('article', articles), ...said('live', lives)];
}

async function keepProducts(tx: Transaction, { clock }: TestApp, products: readonly Thing[]): Promise<void> {
  const now = clock.now();
  const today = dayOfInstant(now);
  const rows = products.map(({ id, name, rating: { level, state, isExpired, isPrivate } }, nth): Product => ({
    ...{ productId: id, code: name, name: `产品 ${name}`, type: 'FUND_MIXED', state, level, isPrivate },
    ...{ levelValidUntil: addDays(today, isExpired ? 0 : 200), horizonMonths: 12, version: 1, sha256: '' },
    ...{ authorId: randomUUID(), editorIds: [], reviewId: null, endReason: null },
    ...{ createdAt: now - nth, updatedAt: now },
  }));
  await insertRows(tx, Product, rows);
}

async function keepTexts(
  tx: Transaction,
  { clock }: TestApp,
  authorId: string,
  texts: readonly Thing[],
): Promise<void> {
  const now = clock.now();
  const { source, riskNote, summary, minutes, quiz } = draft();
  await insertRows(
    tx,
    Lesson,
    texts.map(({ id: lessonId }) => {
      return { lessonId, latestVersion: 1, publishedVersion: 1, publishedAt: now, updatedAt: now };
    }),
  );
  await insertRows(
    tx,
    LessonVersion,
    texts.map(({ id: lessonId, name: title, kind, isAdvice }, nth): LessonVersion => ({
      ...{ lessonId, version: 1, kind, state: 'PUBLISHED', title, summary, minutes, body: ARTICLE_BODY },
      ...(kind === 'lesson'
        ? { pathCode: 'doors', pathTitle: '门里门外', position: nth + 1, quiz: [...quiz] }
        : { pathCode: '', pathTitle: '', position: 0, quiz: [] }),
      ...{ source, riskNote, basis: null, stages: [], groups: [], targetId: null, picture: null },
      ...{ contentSha256: 'a'.repeat(64), authorId, editorIds: [], reviewId: null },
      ...{ reviewedAt: now, publishedAt: now, updatedAt: now, label: isAdvice ? 'advice' : 'education' },
      ...{ scheduledFor: null, refusedCode: null, refusedAt: null, signedName: null, signedNo: null },
    })),
  );
}

async function keepLives(
  tx: Transaction,
  { clock }: TestApp,
  hostId: string,
  lives: readonly Thing[],
): Promise<void> {
  const now = clock.now();
  await insertRows(
    tx,
    Live,
    lives.map(({ id: liveId, name: title, isAdvice }): Live => ({
      ...{ liveId, state: 'ANNOUNCED', version: 1, title, summary: '讲怎样看懂风险等级。' },
      ...{ label: isAdvice ? 'advice' : 'education', platform: 'own', basis: null, quizLessonId: null },
      ...{ startsAt: now + 2 * HOUR_MS, endsAt: now + 3 * HOUR_MS, hostId },
      ...{ script: '', riskNote: '市场有风险。', finderUserName: null, noticeId: null, planSha256: '' },
      ...{ authorId: randomUUID(), editorIds: [], reviewId: null, stepNo: 1, reservations: 0, chatSeq: 0 },
      ...{
        mutedAt: null,
        notice: null,
        announcedAt: now,
        remindedAt: null,
        startedAt: null,
        startedById: null,
      },
      ...{ signedName: null, signedNo: null, endedAt: null, endedById: null, archiveDueOn: null },
      ...{ attendance: 'NONE', attendanceAfterNo: 0, updatedAt: now },
    })),
  );
}

/** The key of the code that leads to a text. */
export const placementKeyOf = ({ id }: Thing): string => id.replaceAll('-', '').slice(0, 10);

async function keepPlacements(tx: Transaction, { clock }: TestApp, lessons: readonly Thing[]): Promise<void> {
  const accountId = randomUUID();
  await insertRows(
    tx,
    PlacementEntry,
    lessons.map((lesson): PlacementEntry => ({
      ...{ placementId: randomUUID(), accountId, placementKey: placementKeyOf(lesson), name: lesson.name },
      ...{ state: 'ACTIVE', lessonId: lesson.id, linkUrl: null, linkUntil: null, createdAt: clock.now() },
    })),
  );
}

type KeptGroups = Pick<DoorWorld, 'groupIds' | 'emptyGroupId' | 'members'> & {
  readonly lessons: readonly Thing[];
};

async function keepGroups(
  tx: Transaction,
  { clock }: TestApp,
  { groupIds, emptyGroupId, members, lessons }: KeptGroups,
): Promise<void> {
  const now = clock.now();
  await insertRows(
    tx,
    CommunityGroup,
    [...groupIds, emptyGroupId].map((groupId): CommunityGroup => ({
      ...{ groupId, chatId: `chat-${groupId}`, opengid: null, name: '门前', plainName: `门前${groupId}` },
      ...{ ownerWecomUserId: 'nobody', state: 'ACTIVE', memberCount: members.length + 1 },
      ...{ createdAt: now, syncedAt: now, dissolvedAt: null },
    })),
  );
  await insertRows(
    tx,
    GroupTie,
    groupIds.flatMap((groupId) =>
      members.map(({ memberNo }): GroupTie => ({
        ...{ memberNo, groupId, tiedAt: now, enteredAt: now, isSeated: true, endedAt: null },
        ...{ seq: 1, endedSeq: null },
      })),
    ),
  );
  await insertRows(
    tx,
    GroupLesson,
    lessons.map(({ id: lessonId }, nth): GroupLesson => ({
      ...{ shareId: randomUUID(), groupId: groupIds[Math.floor(nth / SHARED)] ?? '', lessonId },
      ...{ sharerId: randomUUID(), sharedAt: now - nth, removedAt: null },
    })),
  );
}
