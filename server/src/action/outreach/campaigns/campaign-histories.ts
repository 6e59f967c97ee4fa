import { Injectable } from '@nestjs/common';
import type { CampaignOutcome } from '@siyu/shared/contracts/campaigns.limits';
import { Randomness } from '../../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { SentContent } from '../../../services/content/index.ts';
import { AudienceRows } from './audience-rows.ts';
import { CampaignConfiguration } from './campaign-configuration.ts';
import { CampaignOutcomeRow, PreviewArm } from './campaign-outcome.entity.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { Campaign, CampaignDelivery, type PreviewedMember } from './campaign.entity.ts';
import { countOutcomes } from './count-outcomes.ts';

/** A card that went out to its end, and what came of it. */
export interface PastCampaign {
  readonly name: string;
  readonly content: SentContent;
  readonly senderId: string;
  readonly segment: { readonly key: string; readonly name: string };
  /** Epoch ms. */
  readonly beganAt: number;
  readonly members: readonly {
    readonly memberNo: number;
    readonly isHeldOut: boolean;
    readonly did: ReadonlySet<CampaignOutcome>;
  }[];
}

/** Appends campaigns of the past whose window is over; those of today are written, previewed and sent. */
@Injectable()
export class CampaignHistories {
  constructor(
    private readonly randomness: Randomness,
    private readonly configuration: CampaignConfiguration,
    private readonly audiences: AudienceRows,
    private readonly shelf: CampaignShelf,
  ) {}

  async record(tx: Transaction, past: PastCampaign): Promise<void> {
    const { content, senderId, segment, beganAt } = past;
    const members = [...past.members].sort((one, other) => one.memberNo - other.memberNo);
    const [campaignId, previewId] = [this.randomness.uuid(), this.randomness.uuid()];
    const resultsUntil = await this.configuration.resultsUntil(beganAt);
    const rows = members.map(({ memberNo, isHeldOut }): PreviewedMember => {
      const details = isHeldOut ? [{ code: 'SEGMENT', about: segment.name }] : [];
      return {
        ...{ previewId, memberNo, isIncluded: !isHeldOut, reason: isHeldOut ? 'HELD_OUT' : null },
        ...{ details, standing: null },
      };
    });
    const sent = members.filter(({ isHeldOut }) => !isHeldOut).map(({ memberNo }) => memberNo);
    await insertRows(tx, Campaign, [
      {
        ...{ campaignId, name: past.name, state: 'DONE', channel: 'FEED_CARD', previewId },
        ...{ contentId: content.contentId, contentVersion: content.version, contentSha256: content.sha256 },
        ...{ contentTitle: content.title, contentLabel: content.label, productIds: [], namedProductIds: [] },
        ...{
          segmentKeys: [segment.key],
          groupIds: [],
          excludedSegmentKeys: [],
          scheduledFor: null,
          reviewId: null,
        },
        ...{ writerId: senderId, senderId, included: sent.length, dueAt: beganAt, beganAt, resultsUntil },
        ...{ sentThrough: members.at(-1)?.memberNo ?? 0, stoppedFor: null, cancelReason: null },
        ...{ revision: 1, changedAt: beganAt },
      },
    ]);
    const at = { previewId, takenAt: beganAt, plannedFor: beganAt };
    const preview = this.audiences.previewOf({ campaignId, revision: 1 }, at, { rows, post: null });
    await this.audiences.keep(tx, preview, rows);
    const arms = members.map(({ memberNo, isHeldOut }) => ({ segmentKey: segment.key, memberNo, isHeldOut }));
    await insertRows(
      tx,
      PreviewArm,
      arms.map((arm) => ({ previewId, ...arm })),
    );
    await insertRows(
      tx,
      CampaignDelivery,
      sent.map((memberNo): CampaignDelivery => ({
        ...{ campaignId, memberNo, state: 'SENT', reason: null, details: [], batchKey: null },
        ...{ decidedAt: beganAt, settledAt: beganAt },
      })),
    );
    const done = new Map(members.map(({ memberNo, did }) => [memberNo, did]));
    const figures = countOutcomes(done, sent, arms, [segment.key]);
    await insertRows(tx, CampaignOutcomeRow, [{ campaignId, countedAt: resultsUntil, figures }]);
    const counts = { included: sent.length, heldOut: rows.length - sent.length };
    await this.shelf.note(tx, campaignId, 'system', 'campaigns.finish', { previewId, ...counts });
  }
}
