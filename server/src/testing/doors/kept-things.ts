import { randomUUID } from 'node:crypto';
import { GROUP_PAGE_LESSONS } from '@siyu/shared/contracts/communities.limits';
import { type ProductState, RISK_LEVELS } from '@siyu/shared/suitability';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import type { SeededRandom } from '../../demo/seeded-random.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { CommunityGroup, GroupTie } from '../../records/communities/community-group.entity.ts';
import { GroupLesson } from '../../records/communities/group-post.entity.ts';
import { PlacementEntry } from '../../records/channels/channel-account.entity.ts';
import { Product } from '../../records/products/product.entity.ts';
import { Lesson, LessonVersion } from '../../services/content/lesson.entity.ts';
import { draft } from '../../services/content/testing/content-firm.ts';
import { Live } from '../../services/live/live.entity.ts';
import type { TestApp } from '../test-app.ts';
import type { Rating } from './expectations.ts';
import type { DoorSizes, DoorWorld, Thing } from './firm.ts';

const HOUR_MS = 3_600_000;
/** As many as a page of a group shows. */
export const SHARED = GROUP_PAGE_LESSONS;
const NO_RATING: Rating = { level: null, state: 'DRAFT', isExpired: false, isPrivate: false };
const FIRST_RATINGS: readonly Rating[] = (['R3', 'R5'] as const).map((level) => {
  return { level, state: 'ON_SALE', isExpired: false, isPrivate: false };
});
const ARTICLE_BODY = `## 第一份\n\n${'随时要用的钱，取得出来最要紧。'.repeat(20)}`;

/** Products and texts by chance, some of each kind certain. */
export function thingsOf(
  random: SeededRandom,
  { products, lessons, articles, lives }: DoorSizes,
): readonly Thing[] {
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

/** In the register, as if two people had agreed. */
export async function keepProducts(
  tx: Transaction,
  { clock }: TestApp,
  products: readonly Thing[],
): Promise<void> {
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

/** Published. */
export async function keepTexts(
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

/** Announced. */
export async function keepLives(
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

/** A code that leads to each lesson. */
export async function keepPlacements(
  tx: Transaction,
  { clock }: TestApp,
  lessons: readonly Thing[],
): Promise<void> {
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

/** With all members in them and some lessons in each. */
export async function keepGroups(
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
