import { randomUUID } from 'node:crypto';
import type { CampaignChannel } from '@siyu/shared/contracts/campaigns.limits';
import { jest } from '@jest/globals';
import { SENDING_JOB } from '../../action/outreach/campaigns/campaign-sending.ts';
import { Campaign, PreviewedMember } from '../../action/outreach/campaigns/campaign.entity.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { insertRows } from '../../platform/database/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { Notice, NoticeRound, NoticeWish } from '../../records/notifications/notice.entity.ts';
import { MarketingAdmission } from '../../records/notifications/index.ts';
import { LESSON_PUBLISHED } from '../../services/content/content.events.ts';
import { Live } from '../../services/live/live.entity.ts';
import type { DoorWorld, Thing } from './firm.ts';
import type { GateTest } from './passes.ts';

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
export const settle = async ({ app }: DoorWorld, ...jobs: readonly string[]): Promise<void> => {
  for (const job of jobs) {
    app.get(Jobs, { strict: false }).wake(job);
    await app.get(Jobs, { strict: false }).idle();
  }
};
export const publishAgain = async (world: DoorWorld, things: readonly Thing[]): Promise<void> => {
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
export const beginLives = async (world: DoorWorld, things: readonly Thing[]): Promise<void> => {
  await wishFor('LIVE_STARTING', (lives) => lives.map(({ id }) => id))(world, things);
  await world.database.runInTransaction(async ({ manager }) => {
    const startsAt = world.clock.now() + 600_000;
    await manager.updateAll(Live, { startsAt, endsAt: startsAt + 3_600_000, remindedAt: null });
  });
  await settle(world, 'live-reminders', 'notice-rounds');
};
export const noticed: GateTest['pass'] = async ({ database }, { memberNo }) => {
  const notices = await database.read.findBy(Notice, { memberNo });
  return new Set(notices.map(({ itemId }) => itemId));
};

/** A campaign that speaks of the thing, to everybody, as if all had been included when it was agreed to. */
export const campaignFor = (
  { things, adviserId, clock }: DoorWorld,
  { id, name, kind, isAdvice }: Thing,
  channel: CampaignChannel = 'FEED_CARD',
): Campaign => ({
  ...{ campaignId: randomUUID(), name, state: 'SCHEDULED', channel },
  contentId:
    kind === 'product' ? (things.find((each) => each.kind === 'article' && !each.isAdvice)?.id ?? '') : id,
  ...{ contentVersion: 1, contentSha256: 'a'.repeat(64), contentTitle: name },
  contentLabel: isAdvice ? 'advice' : 'education',
  productIds: kind === 'product' ? [id] : [],
  ...{ namedProductIds: [], groupIds: [], segmentKeys: [], excludedSegmentKeys: [], scheduledFor: null },
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
export const sendCampaigns = async (world: DoorWorld, things: readonly Thing[]): Promise<void> => {
  const campaigns = things.map((thing) => campaignFor(world, thing));
  await world.database.runInTransaction(async (tx) => {
    await insertRows(tx, Campaign, campaigns);
    const included = campaigns.flatMap(({ previewId }) =>
      world.members.map(({ memberNo }) => {
        return { previewId, memberNo, isIncluded: true, reason: null, details: [], standing: null };
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
