import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isPostChannel, type CampaignReason } from '@siyu/shared/contracts/campaigns.limits';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import { Jobs, type Lease } from '../../../platform/jobs/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { MarketingAdmission } from '../../../records/notifications/index.ts';
import { SuitabilityGate } from '../../../records/suitability/index.ts';
import { CampaignConfiguration } from './campaign-configuration.ts';
import { CampaignEndings } from './campaign-endings.ts';
import { CampaignFacts, type KnownCampaign, productIdsOf } from './campaign-facts.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { Campaign, CampaignDelivery, PreviewedMember, type SeenDetail } from './campaign.entity.ts';
import type { MemberVerdict } from './judge-member.ts';
import { PostSending } from './post-sending.ts';
import { WecomTasks } from './wecom-tasks.ts';

export const SENDING_JOB = 'campaign-sending';
const EVERY_MS = 5_000;
/** So many members are decided on in one transaction. */
const PART = 200;
/** Far more than advisers plan at a time; those due first come first. */
const AT_ONCE = 2_000;
const OPEN: readonly Campaign['state'][] = ['IN_REVIEW', 'SCHEDULED', 'SENDING'];

/** Whom a campaign reaches of a part of its audience, and why not the others. */
type Verdicts = ReadonlyMap<number, MemberVerdict>;

/**
 * Sends what was approved, to those who were included in its preview and to nobody else: each is asked about once more, by
 * the same function, in the transaction that writes down what became of it. One process at a time, fenced.
 */
@Injectable()
export class CampaignSending implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly identity: Identity,
    private readonly admission: MarketingAdmission,
    private readonly gate: SuitabilityGate,
    private readonly shelf: CampaignShelf,
    private readonly facts: CampaignFacts,
    private readonly endings: CampaignEndings,
    private readonly configuration: CampaignConfiguration,
    private readonly wecom: WecomTasks,
    private readonly posts: PostSending,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SENDING_JOB, EVERY_MS, (lease) => this.#run(lease));
  }

  async #run(lease: Lease): Promise<void> {
    const open = await this.database.read.find(Campaign, {
      select: { campaignId: true, senderId: true, state: true, dueAt: true, channel: true },
      where: { state: In([...OPEN]) },
      order: { dueAt: 'ASC', campaignId: 'ASC' },
      take: AT_ONCE,
    });
    const senders = [...new Set(open.flatMap(({ senderId }) => senderId ?? []))];
    const licensed = await this.shelf.licensedAmong(senders);
    const now = this.clock.now();
    for (const { campaignId, senderId, state, dueAt, channel } of open) {
      // A registration ends by a day passing, and nobody tells: it is looked at each time (REQ-ADV-1).
      if (senderId === null || !licensed.has(senderId)) await this.#suspend(lease, campaignId);
      else if (state === 'IN_REVIEW' || dueAt === null || dueAt > now) continue;
      else if (isPostChannel(channel)) await this.posts.send(lease, campaignId);
      else while (!lease.isEnding() && (await this.#sendPart(lease, campaignId)));
    }
    await this.wecom.recallOver(lease);
  }

  #suspend(lease: Lease, campaignId: string): Promise<void> {
    return this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      const campaign = await this.shelf.lock(tx, campaignId);
      if (OPEN.includes(campaign.state)) await this.endings.stop(tx, campaign, 'NO_LICENCE');
    });
  }

  /** @returns whether there may be more to do */
  async #sendPart(lease: Lease, campaignId: string): Promise<boolean> {
    const { previewId, sentThrough } = await this.database.read.findOneByOrFail(Campaign, { campaignId });
    const memberNos = await this.#nextOf(previewId ?? '', sentThrough);
    return this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      // An account is closed before this or after it, never meanwhile.
      await this.identity.lockMembers(tx, memberNos);
      const campaign = await this.shelf.lock(tx, campaignId);
      const isSending = campaign.state === 'SCHEDULED' || campaign.state === 'SENDING';
      if (!isSending || campaign.previewId !== previewId || campaign.sentThrough !== sentThrough)
        return false;
      const known = await this.facts.of(tx.manager, campaign);
      // Stopped is not over: it goes on, and looks again, when the brake is let go.
      if (known.stopped !== null) return false;
      const stop = !known.isLicensed ? 'NO_LICENCE' : !known.isContentCurrent ? 'CONTENT_CHANGED' : null;
      if (stop !== null) {
        await this.endings.stop(tx, { ...campaign, state: 'SENDING' }, stop);
        return false;
      }
      const verdicts = await this.#decide(tx, known, memberNos);
      await this.#deliver(tx, known, verdicts);
      const isDone = memberNos.length < PART;
      const state: Campaign['state'] = isDone ? 'DONE' : 'SENDING';
      const change = {
        state,
        sentThrough: memberNos.at(-1) ?? sentThrough,
        ...(await this.#begin(campaign)),
      };
      const action = isDone ? 'campaigns.finish' : 'campaigns.send';
      const inputs = { previewId, ...countsOf(verdicts) };
      await this.shelf.change(tx, campaign, 'system', action, { change, inputs });
      return !isDone;
    });
  }

  /** From when until when what members do is counted; set by the first part. */
  async #begin({ beganAt }: Campaign): Promise<Partial<Campaign>> {
    if (beganAt !== null) return {};
    const now = this.clock.now();
    return { beganAt: now, resultsUntil: await this.configuration.resultsUntil(now) };
  }

  async #nextOf(previewId: string, after: number): Promise<readonly number[]> {
    const rows = await this.database.read
      .createQueryBuilder(PreviewedMember, 'member')
      .select('member.memberNo', 'memberNo')
      .where({ previewId, isIncluded: true })
      .andWhere('member.memberNo > :after', { after })
      .orderBy('member.memberNo', 'ASC')
      .limit(PART)
      .getRawMany<{ memberNo: number }>();
    return rows.map(({ memberNo }) => Number(memberNo));
  }

  /**
   * The same question as that of the preview; of whoever passes, the gate keeps its decision and the budget is spent. Should
   * either see what the question did not, it has the last word.
   */
  async #decide(tx: Transaction, known: KnownCampaign, memberNos: readonly number[]): Promise<Verdicts> {
    if (memberNos.length === 0) return new Map();
    const { campaign } = known;
    const now = this.clock.now();
    const verdicts = new Map<number, MemberVerdict>(
      await this.facts.judge(tx.manager, known, memberNos, now),
    );
    const passing = () => memberNos.filter((memberNo) => verdicts.get(memberNo)?.reason === null);
    const productIds = productIdsOf(campaign);
    if (productIds.length > 0 && passing().length > 0) {
      const asked = { door: 'PUSH', memberNos: passing(), productIds } as const;
      const clearance = await this.gate.decide(tx, {
        ...asked,
        purpose: 'campaigns.send',
        actor: 'system',
      });
      for (const memberNo of passing())
        if (!productIds.every((productId) => clearance.lets(memberNo, productId)))
          verdicts.set(memberNo, { reason: 'UNSUITABLE', details: [] });
    }
    const contact = {
      channel: known.isByWecom ? 'wecom_mass_send' : 'feed_card',
      businessKey: `campaign:${campaign.campaignId}`,
    };
    const admitted = await this.admission.admitMarketingTo(tx, passing(), contact, now);
    for (const [memberNo, verdict] of admitted) {
      if (verdict.isAdmitted) continue;
      const reason = verdict.reason === 'NO_CONSENT' ? 'NO_MARKETING_CONSENT' : verdict.reason;
      verdicts.set(memberNo, { reason, details: [] });
    }
    return verdicts;
  }

  /** A card stands in the feed from here on; a task of WeCom is planned, and sent after the commit. */
  async #deliver(tx: Transaction, known: KnownCampaign, verdicts: Verdicts): Promise<void> {
    const { campaignId } = known.campaign;
    const now = this.clock.now();
    const sent = [...verdicts].flatMap(([memberNo, { reason }]) => (reason === null ? [memberNo] : []));
    const batchKey = known.isByWecom && sent.length > 0 ? await this.wecom.plan(tx, known, sent) : null;
    const rows = [...verdicts].map(([memberNo, { reason, details }]): CampaignDelivery => {
      const shared = { campaignId, memberNo, reason, details: [...details] satisfies SeenDetail[] };
      if (reason !== null)
        return { ...shared, state: 'DROPPED', batchKey: null, decidedAt: now, settledAt: now };
      return batchKey === null
        ? { ...shared, state: 'SENT', batchKey, decidedAt: now, settledAt: now }
        : { ...shared, state: 'QUEUED', batchKey, decidedAt: now, settledAt: null };
    });
    await insertRows(tx, CampaignDelivery, rows);
  }
}

function countsOf(verdicts: Verdicts) {
  const dropped: Partial<Record<CampaignReason, number>> = {};
  for (const { reason } of verdicts.values())
    if (reason !== null) dropped[reason] = (dropped[reason] ?? 0) + 1;
  const lost = Object.values(dropped).reduce((sum, many) => sum + many, 0);
  return { sent: verdicts.size - lost, dropped };
}
