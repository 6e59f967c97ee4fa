import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { WechatError } from '../../../foundation/wechat/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { Jobs, type Lease } from '../../../platform/jobs/index.ts';
import { Logger } from '../../../platform/logging/index.ts';
import { CampaignFacts, productIdsOf } from './campaign-facts.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { Campaign } from './campaign.entity.ts';
import { PostFacts } from './post-facts.ts';
import { WecomTasks } from './wecom-tasks.ts';

export const POST_WATCH_JOB = 'campaign-post-watch';
const EVERY_MS = 300_000;
/** Whoever has not tapped by then hardly will. */
const WATCHED_MS = 7 * 86_400_000;
const AT_ONCE = 500;

/**
 * A post with products waits in WeCom for the sender's tap, and meanwhile somebody may come who reads it too. Until the
 * tap it is judged again and again, and taken back once a stricter viewer is there (I-07).
 */
@Injectable()
export class PostWatch implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
    private readonly shelf: CampaignShelf,
    private readonly facts: CampaignFacts,
    private readonly posts: PostFacts,
    private readonly wecom: WecomTasks,
  ) {}

  onModuleInit(): void {
    this.jobs.every(POST_WATCH_JOB, EVERY_MS, (lease) => this.#run(lease));
  }

  async #run(lease: Lease): Promise<void> {
    const waiting = await this.database.read.find(Campaign, {
      where: {
        channel: In(['GROUP_POST', 'MOMENTS_TASK']),
        state: 'DONE',
        dueAt: MoreThan(this.clock.now() - WATCHED_MS),
      },
      order: { dueAt: 'ASC', campaignId: 'ASC' },
      take: AT_ONCE,
    });
    for (const campaign of waiting)
      if (!lease.isEnding() && productIdsOf(campaign).length > 0) await this.#look(lease, campaign);
  }

  async #look(lease: Lease, campaign: Campaign): Promise<void> {
    const known = await this.facts.of(this.database.read, campaign);
    const sender = known.sender?.wecomUserId ?? null;
    if (sender === null) return;
    const refusal = await this.posts
      .audienceOf(campaign, sender)
      .then(async (audience) => (await this.posts.look(known, audience)).refusal)
      .catch((error: unknown) => {
        if (!(error instanceof WechatError)) throw error;
        this.logger.warn('WeCom does not tell who reads a post', { campaignId: campaign.campaignId, error });
        return null;
      });
    if (refusal === null || !(await this.wecom.recall(lease, campaign))) return;
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      const { state, campaignId } = await this.shelf.lock(tx, campaign.campaignId);
      if (state !== 'DONE') return;
      const change = { state: 'STOPPED', stoppedFor: refusal } as const;
      const inputs = { from: state, reason: refusal };
      await this.shelf.change(tx, { campaignId }, 'system', 'campaigns.stop', { change, inputs });
    });
  }
}
