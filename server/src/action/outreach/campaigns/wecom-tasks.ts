import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isPostChannel } from '@siyu/shared/contracts/campaigns.limits';
import { contentLabelNames } from '@siyu/shared/messages';
import { formatDay, dayOfInstant } from '@siyu/shared/time';
import { In, MoreThan, Not } from 'typeorm';
import {
  type Admission,
  MassSends,
  MomentPosts,
  type SendFacts,
  type SendOutcome,
  WechatError,
} from '../../../foundation/wechat/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Config } from '../../../platform/config/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import type { Lease } from '../../../platform/jobs/index.ts';
import { Logger } from '../../../platform/logging/index.ts';
import type { Staff } from '../../../foundation/organisation/index.ts';
import type { OwnedGroup } from '../../../records/communities/index.ts';
import type { SentContent } from '../../../services/content/index.ts';
import type { KnownCampaign } from './campaign-facts.ts';
import { CampaignFacts } from './campaign-facts.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { Campaign, CampaignDelivery } from './campaign.entity.ts';

const KEY_PREFIX = 'campaign:';
/** Of no use to anybody later. */
const USEFUL_MS = 3 * 86_400_000;
/** What was seen of who reads a post counts for so long; a task that was not made by then is none. */
const SEEN_MS = 900_000;
/** Nobody taps on a task of last month. */
const CONFIRMABLE_MS = 30 * 86_400_000;
const STATE_OF = {
  SENT: 'SENT',
  FAILED: 'FAILED',
  UNKNOWN: 'UNKNOWN',
  WITHHELD: 'WITHDRAWN',
} as const satisfies Record<SendOutcome['state'], CampaignDelivery['state']>;

/** The one task of a post. */
const postKeyOf = (campaignId: string): string => `${KEY_PREFIX}${campaignId}:post`;

/** Campaigns as tasks of WeCom, one for each part of the audience or one for a post, which the adviser confirms with a tap. */
@Injectable()
export class WecomTasks implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly tasks: MassSends,
    private readonly moments: MomentPosts,
    private readonly facts: CampaignFacts,
    private readonly shelf: CampaignShelf,
  ) {}

  onModuleInit(): void {
    const hooks: Parameters<MassSends['use']>[0] = {
      admit: (tx, facts) => this.#admit(tx, facts),
      settled: (tx, facts, outcome) => this.#settle(tx, facts, outcome),
    };
    this.tasks.use(hooks);
    this.moments.use(hooks);
  }

  /** In the transaction that decides on the members. @returns the key that their deliveries are found by */
  async plan(tx: Transaction, known: KnownCampaign, memberNos: readonly number[]): Promise<string> {
    const { campaign, sender, content } = known;
    if (sender === null || sender.wecomUserId === null || content === null)
      throw new Error('a task of WeCom needs a sender and a text');
    const contacts = await this.facts.contactsOf(memberNos);
    const batchKey = `${KEY_PREFIX}${campaign.campaignId}:${memberNos[0] ?? 0}`;
    await this.tasks.plan(
      tx,
      { businessKey: batchKey, notAfter: this.clock.now() + USEFUL_MS },
      {
        to: { customers: [...contacts.values()] },
        senderId: sender.wecomUserId,
        text: taskText(content, sender, this.config.firm.name),
        staffId: sender.staffId,
        contentId: content.contentId,
      },
    );
    return batchKey;
  }

  /** The task of a post, in the transaction that judged who reads it. @returns its key */
  async planPost(tx: Transaction, known: KnownCampaign, groups: readonly OwnedGroup[]): Promise<string> {
    const { campaign, sender, content } = known;
    if (sender === null || sender.wecomUserId === null || content === null)
      throw new Error('a post in WeCom needs a sender and a text');
    const businessKey = postKeyOf(campaign.campaignId);
    const wanted = { businessKey, notAfter: this.clock.now() + SEEN_MS };
    const message = {
      senderId: sender.wecomUserId,
      text: taskText(content, sender, this.config.firm.name),
      staffId: sender.staffId,
      contentId: content.contentId,
    };
    if (campaign.channel === 'MOMENTS_TASK') await this.moments.plan(tx, wanted, message);
    else {
      const to = { groups: groups.map(({ chatId }) => chatId) };
      await this.tasks.plan(tx, wanted, { ...message, to });
    }
    return businessKey;
  }

  /**
   * Tasks that WeCom has and the adviser has not confirmed, of campaigns that were cancelled and of senders whose
   * registration is over: nobody is to tap on them any more (REQ-ADV-1).
   */
  async recallOver(lease: Lease): Promise<void> {
    const sent = await this.database.read.find(Campaign, {
      select: { campaignId: true, senderId: true, state: true, channel: true },
      where: {
        channel: Not('FEED_CARD'),
        state: In(['SENDING', 'DONE', 'CANCELLED', 'STOPPED']),
        dueAt: MoreThan(this.clock.now() - CONFIRMABLE_MS),
      },
    });
    const licensed = await this.shelf.licensedAmong([
      ...new Set(sent.flatMap(({ senderId }) => senderId ?? [])),
    ]);
    for (const campaign of sent)
      if (campaign.state === 'CANCELLED' || !licensed.has(campaign.senderId ?? ''))
        await this.recall(lease, campaign);
  }

  /** Takes back what nobody has confirmed yet. @returns whether there was something */
  async recall(
    lease: Lease,
    { campaignId, channel }: Pick<Campaign, 'campaignId' | 'channel'>,
  ): Promise<boolean> {
    let isBack = false;
    const keys = isPostChannel(channel) ? [postKeyOf(campaignId)] : await this.#keysOf(campaignId);
    for (const batchKey of keys) {
      if (lease.isEnding() || !(await this.#takeBack(lease, batchKey))) continue;
      isBack = true;
      const back = { state: 'WITHDRAWN', settledAt: this.clock.now() } as const;
      await this.database.runInTransaction(async (tx) => {
        await lease.assertHeld(tx);
        await tx.manager.update(CampaignDelivery, { batchKey, state: 'SENT' }, back);
        await this.shelf.note(tx, campaignId, 'system', 'campaigns.recall', { batchKey });
      });
    }
    return isBack;
  }

  async #keysOf(campaignId: string): Promise<readonly string[]> {
    const tasks = await this.database.read
      .createQueryBuilder(CampaignDelivery, 'delivery')
      .select('DISTINCT delivery.batchKey', 'batchKey')
      .where({ campaignId, state: 'SENT' })
      .getRawMany<{ batchKey: string | null }>();
    return tasks.flatMap(({ batchKey }) => batchKey ?? []);
  }

  async #takeBack(lease: Lease, batchKey: string): Promise<boolean> {
    try {
      return await this.tasks.recall(lease, batchKey);
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      this.logger.warn('a task of WeCom could not be taken back yet', { batchKey, error });
      return false;
    }
  }

  /** A last look right before the call: a registration that ended meanwhile withdraws what waits (REQ-ADV-1). */
  async #admit(tx: Transaction, { businessKey }: SendFacts): Promise<Admission> {
    if (!businessKey.startsWith(KEY_PREFIX)) return null;
    const [, campaignId = ''] = businessKey.split(':');
    const campaign = await tx.manager.findOneBy(Campaign, { campaignId });
    const isOver = campaign === null || campaign.state === 'CANCELLED' || campaign.state === 'STOPPED';
    if (isOver) return { withhold: 'campaigns.withdrawn' };
    const isLicensed = await this.shelf.isLicensed(campaign.senderId, tx.manager);
    return isLicensed ? null : { withhold: 'campaigns.no_licence' };
  }

  async #settle(tx: Transaction, { businessKey }: SendFacts, { state }: SendOutcome): Promise<void> {
    if (!businessKey.startsWith(KEY_PREFIX)) return;
    await tx.manager
      .createQueryBuilder()
      .update(CampaignDelivery)
      .set({ state: STATE_OF[state], settledAt: state === 'UNKNOWN' ? null : this.clock.now() })
      .where({ batchKey: businessKey, state: In(['QUEUED', 'UNKNOWN']) })
      .execute();
  }
}

/** What customers read of a campaign in WeCom, with all that has to stand below it (REQ-ADV-1, REQ-PUB-4). */
export function taskText(
  { label, title, summary, riskNote, publishedAt }: SentContent,
  { name, registrationNo }: Pick<Staff, 'name' | 'registrationNo'>,
  firmName: string,
): string {
  return [
    `【${contentLabelNames[label]}】${title}`,
    summary,
    '您可以打开小程序首页阅读全文。',
    `${firmName} 投资顾问 ${name}（登记编码 ${registrationNo ?? ''}） ${formatDay(dayOfInstant(publishedAt))}`,
    riskNote,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
