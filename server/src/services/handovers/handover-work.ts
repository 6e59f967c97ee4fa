import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { HandedOver } from '@siyu/shared/contracts/handovers.limits';
import { LessThanOrEqual } from 'typeorm';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { WechatError, WecomApi, WecomTransfers } from '../../foundation/wechat/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { GroupHandover } from '../../records/communities/index.ts';
import { BookHandover } from '../../records/identity/index.ts';
import { type HandoverRefusal, StaffHandover } from './staff-handover.entity.ts';

export const HANDOVER_JOB = 'staff-handovers';
const EVERY_MS = 30_000;
/** So many members are bound in one transaction, and so many WeCom takes in one call. */
const PART = 100;
/** Until WeCom is asked again that was away. */
const PAUSE_MS = 60_000;
/** Groups of one owner. */
const GROUPS_MAX = 2_000;

/** Carries handovers to their end: members first, then what WeCom has to hand over. One process at a time, fenced. */
@Injectable()
export class HandoverWork implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
    private readonly audit: Audit,
    private readonly directory: StaffDirectory,
    private readonly book: BookHandover,
    private readonly groups: GroupHandover,
    private readonly wecom: WecomApi,
    private readonly transfers: WecomTransfers,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HANDOVER_JOB, EVERY_MS, (lease) => this.#run(lease));
  }

  async #run(lease: Lease): Promise<void> {
    const due = await this.database.read.find(StaffHandover, {
      where: { state: 'RUNNING', nextAt: LessThanOrEqual(this.clock.now()) },
      order: { nextAt: 'ASC', handoverId: 'ASC' },
      take: PART,
    });
    for (const handover of due) {
      while (!lease.isEnding() && (await this.#moveMembers(lease, handover)));
      if (!lease.isEnding()) await this.#askWecom(lease, handover);
    }
  }

  /** @returns whether there may be more */
  #moveMembers(lease: Lease, { handoverId, leaverId, successorId }: StaffHandover): Promise<boolean> {
    return this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      const memberNos = await this.book.moveNext(tx, leaverId, successorId, PART);
      if (memberNos.length === 0) return false;
      await tx.manager.increment(StaffHandover, { handoverId }, 'members', memberNos.length);
      await this.#note(tx, leaverId, 'handovers.move_members', {
        ...{ handoverId, successorId, members: memberNos.length, sha256: sha256OfJson(memberNos) },
      });
      return true;
    });
  }

  /** What WeCom says no to is counted; when it is away, it is asked again. */
  async #askWecom(lease: Lease, handover: StaffHandover): Promise<void> {
    const { handoverId, leaverId, successorId } = handover;
    const people = await this.directory.listStaffByIds([leaverId, successorId]);
    const from = people.get(leaverId)?.wecomUserId ?? null;
    const to = people.get(successorId)?.wecomUserId ?? null;
    try {
      if (this.transfers.isConfigured && from !== null && to !== null) {
        const isThere = await this.transfers.isThere(from);
        if (!handover.isGroupsDone) await this.#moveGroups(lease, handoverId, { from, to, isThere });
        await this.#moveContacts(lease, handover, { from, to, isThere });
      }
      if (lease.isEnding()) return;
      await this.#within(lease, async (tx) => {
        const end = { state: 'DONE', endedAt: this.clock.now() } as const;
        await tx.manager.update(StaffHandover, { handoverId }, end);
        await this.#note(tx, leaverId, 'handovers.finish', { handoverId, successorId });
      });
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      this.logger.warn('WeCom does not hand over yet', { handoverId, code: error.code, error });
      const nextAt = this.clock.now() + PAUSE_MS;
      await this.#within(lease, async (tx) => {
        await tx.manager.update(StaffHandover, { handoverId }, { nextAt });
      });
    }
  }

  async #moveGroups(lease: Lease, handoverId: string, { from, to, isThere }: Ways): Promise<void> {
    const chatIds = await this.groups.chatsOf(from, GROUPS_MAX);
    const refusals = new Map<string, number>();
    for (let at = 0; at < chatIds.length; at += PART) {
      const part = chatIds.slice(at, at + PART);
      for (const [chatId, code] of await this.transfers.transferGroups(to, part, isThere))
        refusals.set(chatId, code);
      await this.groups.renew(part);
    }
    const groups = chatIds.length - refusals.size;
    await this.#within(lease, async (tx) => {
      await tx.manager.increment(StaffHandover, { handoverId }, 'groups', groups);
      await this.#refuse(tx, handoverId, 'GROUP', refusals);
      await tx.manager.update(StaffHandover, { handoverId }, { isGroupsDone: true });
    });
  }

  async #moveContacts(
    lease: Lease,
    { handoverId, afterContact }: StaffHandover,
    { from, to, isThere }: Ways,
  ): Promise<void> {
    const all = isThere ? await this.wecom.contactsOf(from) : await this.transfers.unassignedOf(from);
    const left = all
      .map((id) => ({ id, hash: sha256OfJson(id) }))
      .filter(({ hash }) => hash > afterContact)
      .sort((one, other) => (one.hash < other.hash ? -1 : 1));
    for (let at = 0; at < left.length && !lease.isEnding(); at += PART) {
      const part = left.slice(at, at + PART);
      const ids = part.map(({ id }) => id);
      const refusals = await this.transfers.transferContacts(from, to, ids, isThere);
      await this.#within(lease, async (tx) => {
        await tx.manager.increment(StaffHandover, { handoverId }, 'contacts', part.length - refusals.size);
        await this.#refuse(tx, handoverId, 'CONTACT', refusals);
        await tx.manager.update(StaffHandover, { handoverId }, { afterContact: part.at(-1)?.hash ?? '' });
      });
    }
  }

  async #refuse(
    tx: Transaction,
    handoverId: string,
    what: HandedOver,
    refusals: ReadonlyMap<string, number>,
  ): Promise<void> {
    if (refusals.size === 0) return;
    const kept = await tx.manager.findOneByOrFail(StaffHandover, { handoverId });
    const counted = new Map(kept.refusals.map((each) => [`${each.what} ${each.code}`, each]));
    for (const code of refusals.values()) {
      const before: HandoverRefusal = counted.get(`${what} ${code}`) ?? { what, code, many: 0 };
      counted.set(`${what} ${code}`, { ...before, many: before.many + 1 });
    }
    await tx.manager.update(StaffHandover, { handoverId }, { refusals: [...counted.values()] });
  }

  #within(lease: Lease, work: (tx: Transaction) => Promise<void>): Promise<void> {
    return this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      await work(tx);
    });
  }

  #note(
    tx: Transaction,
    subjectId: string,
    action: string,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(tx, { actor: 'system', action, subjectKind: 'staff', subjectId, inputs });
  }
}

/** From whom to whom, and by which of the two ways of WeCom. */
interface Ways {
  readonly from: string;
  readonly to: string;
  readonly isThere: boolean;
}
