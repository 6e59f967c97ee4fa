import { Injectable } from '@nestjs/common';
import { CAMPAIGN_AUDIENCE_MAX, isPostChannel } from '@siyu/shared/contracts/campaigns.limits';
import { WechatError } from '../../../foundation/wechat/index.ts';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, insertRows } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { AudienceRows, type SeenAudience } from './audience-rows.ts';
import { CampaignFacts } from './campaign-facts.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { PreviewArm } from './campaign-outcome.entity.ts';
import type { Campaign, PreviewedMember } from './campaign.entity.ts';
import { audienceTooLarge, noGroups, noWecomName, wecomAway } from './campaigns.errors.ts';
import { PostFacts } from './post-facts.ts';
import { seenPost } from './seen-post.ts';

/** Everybody of a preview, and on which sides of the lots they stand. */
interface Looked {
  readonly rows: readonly PreviewedMember[];
  readonly arms: readonly PreviewArm[];
}
/** So many members are looked at together. */
const PAGE = 200;

/** Looks at everybody in the sender's book, and keeps who would get a campaign and why nobody else would (I-06). */
@Injectable()
export class CampaignPreviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly shelf: CampaignShelf,
    private readonly facts: CampaignFacts,
    private readonly posts: PostFacts,
    private readonly audiences: AudienceRows,
  ) {}

  /**
   * @throws {AppError} campaigns.changed, campaigns.no_licence, campaigns.no_wecom_name, campaigns.audience_too_large,
   * campaigns.no_groups, campaigns.wecom_away
   */
  async take(caller: Principal, campaignId: string, revision: number): Promise<void> {
    // Asked beforehand, so that nobody's book is walked for nothing; and again in the transaction that keeps it.
    const campaign = await this.database.runInTransaction((tx) =>
      this.shelf.lockFor(tx, caller, campaignId, 'PREVIEW', revision),
    );
    const previewId = this.randomness.uuid();
    const takenAt = this.clock.now();
    const plannedFor = Math.max(takenAt, campaign.scheduledFor ?? 0);
    const { arms, ...seen } = isPostChannel(campaign.channel)
      ? { ...(await this.#lookAtPost(campaign, previewId)), arms: [] }
      : { ...(await this.#look(campaign, previewId, plannedFor)), post: null };
    const preview = this.audiences.previewOf(campaign, { previewId, takenAt, plannedFor }, seen);
    await this.database.runInTransaction(async (tx) => {
      await this.shelf.lockFor(tx, caller, campaignId, 'PREVIEW', revision);
      await this.audiences.keep(tx, preview, seen.rows);
      await insertRows(tx, PreviewArm, arms);
      const { included, excluded, sha256 } = preview;
      const change = { previewId, included };
      const inputs = { previewId, revision, included, excluded, sha256 };
      await this.shelf.change(tx, campaign, caller, 'campaigns.take_preview', { change, inputs });
    });
  }

  /** Everybody who would read it now, as WeCom says (I-07). */
  async #lookAtPost(campaign: Campaign, previewId: string): Promise<SeenAudience> {
    if (campaign.channel === 'GROUP_POST' && campaign.groupIds.length === 0) throw noGroups();
    const known = await this.facts.of(this.database.read, campaign);
    const wecomUserId = known.sender?.wecomUserId ?? null;
    if (wecomUserId === null) throw noWecomName();
    try {
      const audience = await this.posts.audienceOf(campaign, wecomUserId);
      return seenPost(previewId, await this.posts.look(known, audience));
    } catch (error) {
      throw error instanceof WechatError ? wecomAway() : error;
    }
  }

  /** In the order of their numbers. Whoever is in none of the segments asked for is nobody's question. */
  async #look(campaign: Campaign, previewId: string, at: number): Promise<Looked> {
    const { read } = this.database;
    const known = await this.facts.of(read, campaign);
    if (known.isByWecom && known.sender?.wecomUserId === null) throw noWecomName();
    const [rows, arms]: [PreviewedMember[], PreviewArm[]] = [[], []];
    for (let after: number | undefined = 0; after !== undefined;) {
      const page: readonly number[] = await this.identity.bookOf(campaign.senderId ?? '', after, PAGE);
      const verdicts = await this.facts.judge(read, known, page, at);
      for (const [memberNo, { reason, details, arms: own }] of verdicts) {
        if (reason === 'NOT_IN_SEGMENT') continue;
        rows.push({
          ...{ previewId, memberNo, isIncluded: reason === null, reason },
          ...{ details: [...details], standing: null },
        });
        arms.push(...own.map((arm) => ({ previewId, memberNo, ...arm })));
      }
      if (rows.length > CAMPAIGN_AUDIENCE_MAX) throw audienceTooLarge();
      after = page.length < PAGE ? undefined : page.at(-1);
    }
    return { rows, arms };
  }
}
