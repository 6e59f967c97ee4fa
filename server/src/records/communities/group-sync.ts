import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GROUP_SYNC_JOB } from '@siyu/shared/contracts/communities-desk.limits';
import { z } from 'zod';
import { PlatformCallbacks, textOf, WechatError, WecomApi } from '../../foundation/wechat/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { CommunityGroup } from './community-group.entity.ts';
import { GroupRoster } from './group-roster.ts';
import { WecomLookups } from './wecom-lookups.ts';

/** What WeCom answers may lag behind its events, and an event may be lost: the whole firm is gone through this often. */
const EVERY_MS = 1_800_000;
const PAGE = 100;
const CHANGES = ['create', 'update', 'dismiss'] as const;
/** There is no such group, or not any more. */
const GONE: readonly number[] = [40050, 90501];
const Progress = z.object({ cursor: z.string().nullable(), done: z.int(), beganAt: z.int() });

/** Keeps the firm's groups as WeCom has them: by its events at once, and all of them every half hour. */
@Injectable()
export class GroupSync implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
    private readonly callbacks: PlatformCallbacks,
    private readonly wecom: WecomApi,
    private readonly lookups: WecomLookups,
    private readonly roster: GroupRoster,
  ) {}

  onModuleInit(): void {
    // Whatever an event says of a group, the group is asked for: events come twice, late and out of order.
    for (const change of CHANGES)
      this.callbacks.on(
        'wecom',
        `change_external_chat.${change}`,
        `communities-chat-${change}`,
        async (tx, { facts }) => {
          const chatId = textOf(facts, 'ChatId');
          if (chatId !== null) await this.lookups.want(tx, 'GROUP', chatId);
        },
      );
    this.lookups.on('GROUP', (chatId) => this.lookUp(chatId));
    this.jobs.every(GROUP_SYNC_JOB, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
  }

  /** Asks for one group. @throws {WechatError} */
  async lookUp(chatId: string): Promise<(tx: Transaction) => Promise<void>> {
    const askedAt = this.clock.now();
    try {
      const told = await this.wecom.groupChatGet(chatId);
      return (tx) => this.roster.take(tx, told, askedAt);
    } catch (error) {
      if (!(error instanceof WechatError && GONE.includes(error.code))) throw error;
      return (tx) => this.roster.dissolve(tx, chatId, askedAt);
    }
  }

  async #run(lease: Lease): Promise<void> {
    if (!this.wecom.isConfigured) return;
    const begun = Progress.safeParse(await lease.progress());
    const from = begun.success ? begun.data : { cursor: null, done: 0, beganAt: this.clock.now() };
    const { beganAt } = from;
    let { cursor, done } = from;
    do {
      const page = await this.wecom.groupChatList(cursor, PAGE);
      for (const chatId of page.rows) {
        if (await lease.isCancelled()) return;
        await this.#renew(lease, chatId);
      }
      cursor = page.nextCursor;
      done += page.rows.length;
      const units = { done, total: null };
      await this.database.runInTransaction((tx) =>
        lease.saveProgress(
          tx,
          cursor === null ? {} : { cursor, done, beganAt },
          cursor === null ? null : units,
        ),
      );
    } while (cursor !== null);
    await this.#lookForGone(lease, beganAt);
  }

  /** Groups that the list did not bring: each is asked for before it is taken for gone. */
  async #lookForGone(lease: Lease, beganAt: number): Promise<void> {
    const kept = await this.database.read.find(CommunityGroup, {
      where: { state: 'ACTIVE' },
      select: { chatId: true, syncedAt: true },
    });
    for (const { chatId } of kept.filter(({ syncedAt }) => syncedAt < beganAt)) {
      if (await lease.isCancelled()) return;
      await this.#renew(lease, chatId);
    }
  }

  /** A group that WeCom does not let us see stays as it is, and keeps nobody from the others. */
  async #renew(lease: Lease, chatId: string): Promise<void> {
    try {
      const write = await this.lookUp(chatId);
      await this.database.runInTransaction(async (tx) => {
        await lease.assertHeld(tx);
        await write(tx);
      });
    } catch (error) {
      if (!(error instanceof WechatError) || error.retryable || error.isSickness) throw error;
      this.logger.warn('WeCom refuses to tell of a group', { code: error.code });
    }
  }
}
