import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { z } from 'zod';
import { SENDING_JOB } from '../../action/outreach/campaigns/campaign-sending.ts';
import { Campaign, PreviewedMember } from '../../action/outreach/campaigns/campaign.entity.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { insertRows } from '../../platform/database/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { Notice, NoticeRound, NoticeWish } from '../../records/notifications/notice.entity.ts';
import { MarketingAdmission } from '../../records/notifications/index.ts';
import { noticeDocument } from '../../records/suitability/decisions/notice-document.ts';
import { LESSON_PUBLISHED } from '../../services/content/content.events.ts';
import { Live } from '../../services/live/live.entity.ts';
import { expectedMatch, firstNotice, type Standing } from './expectations.ts';
import { type Answer, type Caller, type DoorWorld, placementKeyOf, type Thing } from './world.ts';

/** How a door is tried: things are brought to members through it, as its public sees it. */
export interface GateTest {
  /** What can be met behind it. */
  readonly kinds: readonly Thing['kind'][];
  /** @returns the ids of those that arrived; of a door to many at once also of others' */
  readonly pass: (world: DoorWorld, member: Caller, things: readonly Thing[]) => Promise<ReadonlySet<string>>;
  /** What the law says, not what the gate says. */
  readonly expects: (member: Standing, thing: Thing) => boolean;
  /** Before all members. */
  readonly before?: (world: DoorWorld, things: readonly Thing[]) => Promise<unknown>;
}

type Ask = (member: Caller, thing: Thing, world: DoorWorld) => Promise<Answer>;
const isGood = ({ status }: Answer): boolean => status === 200 || status === 204;
/** What a member may not have is not even there; every other refusal says that it is. */
const isThere = ({ status }: Answer): boolean => status !== 404;

/** Asks for one thing after the other. */
const each =
  (ask: Ask, hasArrived: (answer: Answer, thing: Thing) => boolean): GateTest['pass'] =>
  async (world, member, things) => {
    const arrived = new Set<string>();
    for (const thing of things) {
      const answer = await ask(member, thing, world);
      if (answer.status === 400 || answer.status === 401 || answer.status >= 500)
        throw new Error(`${thing.name}: ${answer.status} ${answer.text}`);
      // A refusal that names the thing has told of it.
      if (hasArrived(answer, thing) || answer.text.includes(thing.name)) arrived.add(thing.id);
    }
    return arrived;
  };

const Page = z.looseObject({ nextCursor: z.string().nullable().optional() });
/** Reads a list to its end. */
const listed =
  (pathOf: (world: DoorWorld) => readonly string[]): GateTest['pass'] =>
  async (world, { call }, things) => {
    let told = '';
    for (const path of pathOf(world)) {
      for (let cursor: string | null = ''; cursor !== null;) {
        const next = cursor === '' ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
        const { status, text } = await call('GET', next);
        if (status !== 200) throw new Error(`${next}: ${status} ${text}`);
        told += text;
        cursor = Page.parse(JSON.parse(text)).nextCursor ?? null;
      }
    }
    return new Set(things.filter(({ name }) => told.includes(name)).map(({ id }) => id));
  };

const verdictIs =
  (door: Parameters<typeof expectedMatch>[0], ...verdicts: readonly string[]): GateTest['expects'] =>
  (member, { rating }) =>
    verdicts.includes(expectedMatch(door, member, rating).verdict);
/** Advice is for those under a contract (REQ-ADV-2). */
const isAdvised: GateTest['expects'] = ({ hasContract }, { isAdvice }) => !isAdvice || hasContract;
/** What goes to everybody is never advice. */
const isForAll: GateTest['expects'] = (_, { isAdvice }) => !isAdvice;

const product = { kinds: ['product'] } as const;
const lesson = { kinds: ['lesson'], expects: isAdvised } as const;
const text = { kinds: ['lesson', 'article'], expects: isAdvised } as const;
const live = { kinds: ['live'], expects: isAdvised } as const;
const open = { kinds: ['lesson'], expects: isForAll } as const;

const postNotice: Ask = ({ call, standing }, { id, rating }) => {
  const kind = firstNotice(standing, rating);
  const { sha256 } = noticeDocument(kind);
  const told = { shareOfAssets: 'UNDER_10', bearableLoss: 'UNDER_30', neededIn: 'OVER_5_YEARS' };
  const answers = kind === 'MORE_INFORMATION' ? told : null;
  return call('POST', `/v1/products/${id}/notices`, {
    kind,
    sha256,
    dwellMs: 6_000,
    hasReachedEnd: true,
    answers,
  });
};
const quizOf = () => ({
  submissionId: randomUUID(),
  answers: ['q1', 'q2', 'q3'].map((questionId) => ({ questionId, option: 0 })),
});
const read = (world: DoorWorld) => ({
  readPercent: 100,
  hasSeenLastParagraph: true,
  occurredAt: new Date(world.clock.now()).toISOString(),
});

/** Everybody has asked to hear of all that can be told of; whatever was told before is forgotten. */
const wishFor =
  (kind: 'NEW_LESSON' | 'LIVE_STARTING', subjectsOf: (things: readonly Thing[]) => readonly string[]) =>
  async ({ database, members, clock }: DoorWorld, things: readonly Thing[]): Promise<void> => {
    await database.runInTransaction(async (tx) => {
      for (const entity of [NoticeWish, NoticeRound, Notice]) await tx.manager.deleteAll(entity);
      const wishes = members.flatMap(({ memberNo }) =>
        subjectsOf(things).map((subject): NoticeWish => ({
          ...{ memberNo, kind, subject, title: '', wishedAt: clock.now() },
        })),
      );
      await insertRows(tx, NoticeWish, wishes);
    });
  };
const settle = async ({ app }: DoorWorld, ...jobs: readonly string[]): Promise<void> => {
  for (const job of jobs) {
    app.get(Jobs, { strict: false }).wake(job);
    await app.get(Jobs, { strict: false }).idle();
  }
};
const publishAgain = async (world: DoorWorld, things: readonly Thing[]): Promise<void> => {
  await wishFor('NEW_LESSON', () => ['doors'])(world, things);
  const outbox = world.app.get(Outbox, { strict: false });
  const payload = { lessonVersion: 1, contentSha256: 'a'.repeat(64) };
  const common = {
    type: LESSON_PUBLISHED.type,
    version: 1,
    subjectNo: null,
    subjectSeq: null,
    causationId: null,
  };
  await world.database.runInTransaction((tx) =>
    outbox.publishAll(
      tx,
      things.map(({ id: lessonId }) => {
        return { ...common, occurredAt: world.clock.now(), payload: { lessonId, ...payload } };
      }),
    ),
  );
  await settle(world, 'outbox:lesson-reminders', 'notice-rounds');
};
const beginLives = async (world: DoorWorld, things: readonly Thing[]): Promise<void> => {
  await wishFor('LIVE_STARTING', (lives) => lives.map(({ id }) => id))(world, things);
  await world.database.runInTransaction(async ({ manager }) => {
    const startsAt = world.clock.now() + 600_000;
    await manager.updateAll(Live, { startsAt, endsAt: startsAt + 3_600_000, remindedAt: null });
  });
  await settle(world, 'live-reminders', 'notice-rounds');
};
const noticed: GateTest['pass'] = async ({ database }, { memberNo }) => {
  const notices = await database.read.findBy(Notice, { memberNo });
  return new Set(notices.map(({ itemId }) => itemId));
};

/** A campaign that speaks of the thing, to everybody, as if all had been included when it was agreed to. */
const campaignFor = (
  { things, adviserId, clock }: DoorWorld,
  { id, name, kind, isAdvice }: Thing,
): Campaign => ({
  ...{ campaignId: randomUUID(), name, state: 'SCHEDULED', channel: 'FEED_CARD' },
  contentId:
    kind === 'product' ? (things.find((each) => each.kind === 'article' && !each.isAdvice)?.id ?? '') : id,
  ...{ contentVersion: 1, contentSha256: 'a'.repeat(64), contentTitle: name },
  contentLabel: isAdvice ? 'advice' : 'education',
  productIds: kind === 'product' ? [id] : [],
  ...{ namedProductIds: [], segmentKeys: [], excludedSegmentKeys: [], scheduledFor: null },
  ...{ writerId: adviserId, senderId: adviserId, previewId: randomUUID(), included: 1, reviewId: null },
  ...{
    dueAt: clock.now(),
    beganAt: null,
    resultsUntil: null,
    sentThrough: 0,
    stoppedFor: null,
    cancelReason: null,
    revision: 1,
  },
  changedAt: clock.now(),
});
const sendCampaigns = async (world: DoorWorld, things: readonly Thing[]): Promise<void> => {
  const campaigns = things.map((thing) => campaignFor(world, thing));
  await world.database.runInTransaction(async (tx) => {
    await insertRows(tx, Campaign, campaigns);
    const included = campaigns.flatMap(({ previewId }) =>
      world.members.map(({ memberNo }) => {
        return { previewId, memberNo, isIncluded: true, reason: null, details: [] };
      }),
    );
    await insertRows(tx, PreviewedMember, included);
  });
  // So many contacts a day no budget allows; it is not what is tried here.
  const admission = world.app.get(MarketingAdmission, { strict: false });
  const spies = [
    jest.spyOn(admission, 'foreseeMarketing').mockResolvedValue(new Map()),
    jest
      .spyOn(admission, 'admitMarketingTo')
      .mockImplementation((_, memberNos) =>
        Promise.resolve(new Map(memberNos.map((memberNo) => [memberNo, { isAdmitted: true }] as const))),
      ),
  ];
  try {
    await settle(world, SENDING_JOB);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};

/** The gate test of each door, in an order in which none spoils another. */
export const gateTests: Readonly<Record<string, GateTest>> = {
  'productShelf.listShown': {
    ...product,
    expects: verdictIs('DISPLAY', 'SUITABLE'),
    pass: listed(() => ['/v1/products?limit=50']),
  },
  'productShelf.getShown': {
    ...product,
    expects: verdictIs('DISPLAY', 'SUITABLE'),
    pass: each(({ call }, { id }) => call('GET', `/v1/products/${id}`), isGood),
  },
  'productShelf.ask': {
    ...product,
    expects: verdictIs('OWN_REQUEST', 'SUITABLE', 'NEEDS_WARNING'),
    pass: each(
      ({ call }, { name }) => call('PUT', `/v1/product-askings/${randomUUID()}`, { named: name }),
      isGood,
    ),
  },
  'productShelf.confirmNotice': {
    ...product,
    expects: verdictIs('PURCHASE', 'NEEDS_WARNING'),
    before: ({ clock }) => Promise.resolve(clock.advance(10_000)),
    pass: each(postNotice, isGood),
  },
  'productShelf.clear': {
    ...product,
    expects: verdictIs('PURCHASE', 'SUITABLE'),
    pass: each(({ call }, { id }) => call('POST', `/v1/products/${id}/clearance`), isGood),
  },

  'feed.getFeed': { ...text, pass: listed(() => ['/v1/feed?limit=20']) },
  'content.listLessons': { ...lesson, pass: listed(() => ['/v1/lessons?limit=50']) },
  'content.listArticles': { ...text, kinds: ['article'], pass: listed(() => ['/v1/articles?limit=50']) },
  'content.getLesson': {
    ...text,
    pass: each(({ call }, { id }) => call('GET', `/v1/lessons/${id}`), isThere),
  },
  'content.recordProgress': {
    ...lesson,
    pass: each(({ call }, { id }) => call('PUT', `/v1/lessons/${id}/progress`, { readPercent: 95 }), isThere),
  },
  'content.completeLesson': {
    ...lesson,
    pass: each(
      ({ call }, { id }, world) => call('PUT', `/v1/lessons/${id}/completion`, read(world)),
      isThere,
    ),
  },
  'content.submitQuiz': {
    ...lesson,
    pass: each(({ call }, { id }) => call('POST', `/v1/lessons/${id}/quiz-submissions`, quizOf()), isThere),
  },
  'discussion.listComments': {
    ...open,
    pass: each(({ call }, { id }) => call('GET', `/v1/lessons/${id}/comments`), isThere),
  },
  'discussion.writeComment': {
    ...open,
    pass: each(({ call }, { id }) => {
      const comment = { commentId: randomUUID(), kind: 'COMMENT', text: '这一课讲得很清楚' };
      return call('POST', `/v1/lessons/${id}/comments`, comment);
    }, isThere),
  },
  'notebook.setFavourite': {
    ...open,
    pass: each(
      ({ call }, { id }) => call('PUT', `/v1/lessons/${id}/favourite`, { isFavourite: true }),
      isThere,
    ),
  },
  'notebook.writeNote': {
    ...open,
    pass: each(({ call }, { id }) => call('PUT', `/v1/lessons/${id}/note`, { text: '记下一句' }), isThere),
  },
  // After the members have kept all that they may have.
  'notebook.listEntries': { ...open, pass: listed(() => ['/v1/notebook?limit=50']) },
  'live.listLives': { ...live, pass: listed(() => ['/v1/lives?list=COMING&limit=50']) },
  'live.getLive': { ...live, pass: each(({ call }, { id }) => call('GET', `/v1/lives/${id}`), isThere) },
  'live.reserveLive': {
    ...live,
    pass: each(({ call }, { id }) => call('PUT', `/v1/lives/${id}/reservation`), isThere),
  },
  'live.withdrawReservation': {
    ...live,
    pass: each(({ call }, { id }) => call('DELETE', `/v1/lives/${id}/reservation`), isThere),
  },
  'live.watchLive': {
    ...live,
    pass: each(({ call }, { id }) => call('PUT', `/v1/lives/${id}/viewing`), isThere),
  },
  'live.listChats': {
    ...live,
    pass: each(({ call }, { id }) => call('GET', `/v1/lives/${id}/chats`), isThere),
  },
  'live.sendChat': {
    ...live,
    pass: each(({ call }, { id }) => {
      return call('POST', `/v1/lives/${id}/chats`, { chatId: randomUUID(), text: '您好' });
    }, isThere),
  },
  'notifications.setWish': {
    ...live,
    pass: each(({ call }, { id: subject }) => {
      return call('PUT', '/v1/notices/wishes/LIVE_STARTING', { subject, isWished: true });
    }, isThere),
  },

  'content.getSharedLesson': {
    ...open,
    pass: each((_, { id }, { anybody }) => anybody('GET', `/v1/shared-lessons/${id}`), isThere),
  },
  'content.searchLessons': {
    ...open,
    pass: each(
      ({ call }, { name }) => call('GET', `/v1/lesson-search?text=${encodeURIComponent(name)}`),
      ({ text: found }, { id }) => found.includes(id),
    ),
  },
  'verification.check': {
    ...open,
    pass: each(
      (_, { name }, { anybody }) => anybody('POST', '/v1/verification/checks', { text: name }),
      ({ text: found }, { name }) => found.includes(name),
    ),
  },
  'verification.getCardCode': {
    ...open,
    pass: each(({ call }, { id }) => call('PUT', `/v1/verification/cards/lesson/${id}/code`), isThere),
  },
  'channels.openPlacement': {
    ...open,
    pass: each(
      ({ call }, thing) => call('GET', `/v1/placements/${placementKeyOf(thing)}`),
      ({ text: found }, { id }) => found.includes(id),
    ),
  },
  'feed.getGroupPage': {
    ...open,
    pass: listed(({ groupIds }) => groupIds.map((groupId) => `/v1/groups/${groupId}`)),
  },
  'communities.shareLesson': {
    ...open,
    pass: each(
      (_, { id }, { operator, emptyGroupId }) =>
        operator('PUT', `/v1/console/groups/${emptyGroupId}/lessons/${id}`),
      ({ text: said }) => !said.includes('communities.lesson_not_published'),
    ),
  },

  'consumer lesson-reminders': {
    ...open,
    before: publishAgain,
    pass: async ({ database }) => {
      const rounds = await database.read.findBy(NoticeRound, { kind: 'NEW_LESSON' });
      return new Set(rounds.map(({ itemId }) => itemId));
    },
  },
  'job campaign-sending': {
    kinds: ['product', 'article'],
    expects: (member, thing) =>
      thing.kind === 'product' ? verdictIs('PUSH', 'SUITABLE')(member, thing) : isAdvised(member, thing),
    before: sendCampaigns,
    pass: async ({ database }, { memberNo }, things) => {
      const rows: readonly { readonly name: string }[] = await database.read.query(
        `SELECT c.name FROM campaign_deliveries d JOIN campaigns c ON c.campaign_id = d.campaign_id
         WHERE d.member_no = ? AND d.state = 'SENT'`,
        [memberNo],
      );
      const sent = new Set(rows.map(({ name }) => name));
      return new Set(things.filter(({ name }) => sent.has(name)).map(({ id }) => id));
    },
  },
  'message NEW_LESSON': { ...open, before: publishAgain, pass: noticed },
  // Also those whose contract has ended since they asked.
  'message LIVE_STARTING': { ...live, before: beginLives, pass: noticed },
};
