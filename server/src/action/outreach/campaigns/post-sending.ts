import { Injectable } from '@nestjs/common';
import type { CampaignStop } from '@siyu/shared/contracts/campaigns.limits';
import { WechatError } from '../../../foundation/wechat/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Lease } from '../../../platform/jobs/index.ts';
import { Logger } from '../../../platform/logging/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { MarketingAdmission } from '../../../records/notifications/index.ts';
import { SuitabilityGate } from '../../../records/suitability/index.ts';
import { CampaignConfiguration } from './campaign-configuration.ts';
import { CampaignEndings } from './campaign-endings.ts';
import { CampaignFacts, type KnownCampaign, productIdsOf } from './campaign-facts.ts';
import { AudienceRows } from './audience-rows.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { Campaign, CampaignDelivery } from './campaign.entity.ts';
import { type JudgedPost, type PostAudience, PostFacts } from './post-facts.ts';
import { WecomTasks } from './wecom-tasks.ts';

/** So many members are decided on together: five products each stay below what the gate takes. */
const PART = 1_000;

/**
 * Sends a post that was approved, after one more look at who reads it: the same question as that of the preview, in the
 * transaction that plans the task. Should a stricter viewer have come meanwhile, it does not go out, to nobody (I-07).
 */
@Injectable()
export class PostSending {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly identity: Identity,
    private readonly admission: MarketingAdmission,
    private readonly gate: SuitabilityGate,
    private readonly shelf: CampaignShelf,
    private readonly facts: CampaignFacts,
    private readonly posts: PostFacts,
    private readonly audiences: AudienceRows,
    private readonly endings: CampaignEndings,
    private readonly wecom: WecomTasks,
    private readonly configuration: CampaignConfiguration,
  ) {}

  async send(lease: Lease, campaignId: string): Promise<void> {
    const campaign = await this.database.read.findOneByOrFail(Campaign, { campaignId });
    const known = await this.facts.of(this.database.read, campaign);
    const sender = known.sender?.wecomUserId ?? null;
    // Neither a brake nor the night is an end: it goes on, and looks again, when they are over.
    if (sender === null || known.stopped !== null || (await this.admission.isQuietAt(this.clock.now())))
      return;
    const audience = await this.#audienceOf(campaign, sender);
    if (audience === null) return;
    const seen = await this.posts.look(known, audience);
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      // An account is closed before this or after it, never meanwhile.
      await this.identity.lockMembers(tx, memberNosOf(seen));
      await this.#decide(tx, await this.shelf.lock(tx, campaignId), audience);
    });
  }

  /** Null: WeCom cannot be asked now, and nothing is sent unasked. */
  async #audienceOf(campaign: Campaign, sender: string): Promise<PostAudience | null> {
    try {
      return await this.posts.audienceOf(campaign, sender);
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      const { campaignId } = campaign;
      this.logger.warn('WeCom does not tell who reads a post', { campaignId, error });
      return null;
    }
  }

  async #decide(tx: Transaction, campaign: Campaign, audience: PostAudience): Promise<void> {
    if (campaign.state !== 'SCHEDULED') return;
    const known = await this.facts.of(tx.manager, campaign);
    if (known.stopped !== null) return;
    const judged = await this.posts.judge(tx.manager, known, audience);
    const isCleared = await this.#askGate(tx, known, judged);
    const stop: CampaignStop | null = !known.isLicensed
      ? 'NO_LICENCE'
      : !known.isContentCurrent
        ? 'CONTENT_CHANGED'
        : (judged.refusal ?? (isCleared ? null : 'STRICTER_VIEWER'));
    // Whoever reads it, or would have, stands on record with what they were (REQ-PUB-3).
    const { previewId, sha256 } = await this.audiences.keepPost(tx, campaign, judged, this.clock.now());
    await this.shelf.note(tx, campaign.campaignId, 'system', 'campaigns.judge_post', {
      ...{ previewId, sha256, refusal: stop, viewers: judged.viewers.length, strictest: judged.strictest },
    });
    if (stop !== null) return this.endings.stop(tx, { ...campaign, state: 'SENDING' }, stop);
    await this.#deliver(tx, known, judged, audience);
  }

  /**
   * The gate keeps what it decides: of a post that passes, about each who reads it; of one that does not, about those
   * alone who stand against it, since nothing was shown to the others.
   * @returns false when it sees what the question before did not
   */
  async #askGate(tx: Transaction, { campaign }: KnownCampaign, judged: JudgedPost): Promise<boolean> {
    const productIds = productIdsOf(campaign);
    if (productIds.length === 0) return true;
    const asked = judged.viewers.filter(({ standing }) => judged.refusal === null || standing !== 'SUITABLE');
    const memberNos = memberNosOf({ viewers: asked });
    let isCleared = true;
    for (let from = 0; from < memberNos.length; from += PART) {
      const part = memberNos.slice(from, from + PART);
      const question = { door: 'PUSH', memberNos: part, productIds, actor: 'system' } as const;
      const clearance = await this.gate.decide(tx, { ...question, purpose: 'campaigns.post' });
      isCleared &&= part.every((memberNo) =>
        productIds.every((productId) => clearance.lets(memberNo, productId)),
      );
    }
    return isCleared;
  }

  /** Of the members of the preview: who reads it still is reached, who does not any more is not. */
  async #deliver(
    tx: Transaction,
    known: KnownCampaign,
    judged: JudgedPost,
    audience: PostAudience,
  ): Promise<void> {
    const { campaign } = known;
    const { campaignId, previewId } = campaign;
    const batchKey = await this.wecom.planPost(tx, known, audience.groups);
    const now = this.clock.now();
    const reading = new Set(memberNosOf(judged));
    const rows: CampaignDelivery[] = [];
    for (const memberNo of await this.audiences.includedIn(previewId ?? '', tx.manager)) {
      const base = { campaignId, memberNo, details: [], decidedAt: now };
      rows.push(
        reading.has(memberNo)
          ? { ...base, state: 'QUEUED', reason: null, batchKey, settledAt: null }
          : { ...base, state: 'DROPPED', reason: 'NOT_VIEWING', batchKey: null, settledAt: now },
      );
    }
    await insertRows(tx, CampaignDelivery, rows);
    const resultsUntil = await this.configuration.resultsUntil(now);
    const sentThrough = rows.at(-1)?.memberNo ?? 0;
    const change = { state: 'DONE', beganAt: now, resultsUntil, sentThrough } as const;
    const inputs = { previewId, batchKey, members: rows.length, viewers: judged.viewers.length };
    await this.shelf.change(tx, campaign, 'system', 'campaigns.finish', { change, inputs });
  }
}

/** Those who are members, each once, by number. */
const memberNosOf = ({ viewers }: Pick<JudgedPost, 'viewers'>): readonly number[] =>
  [...new Set(viewers.flatMap(({ memberNo }) => memberNo ?? []))].sort((one, other) => one - other);
