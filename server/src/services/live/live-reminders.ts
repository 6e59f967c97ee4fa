import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { minuteInWords, NoticeRounds, NoticeWishes } from '../../records/notifications/index.ts';
import { LiveGate } from './live-gate.ts';
import { LiveSteps } from './live-steps.ts';
import { Live } from './live.entity.ts';

const JOB = 'live-reminders';
const EVERY_MS = 15_000;
const BEFORE_MS = 900_000;

/** Tells those who asked for it, a quarter of an hour before, that the live they reserved begins. */
@Injectable()
export class LiveReminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly staff: StaffDirectory,
    private readonly wishes: NoticeWishes,
    private readonly rounds: NoticeRounds,
    private readonly steps: LiveSteps,
    private readonly gate: LiveGate,
  ) {}

  onModuleInit(): void {
    this.wishes.onSubject('LIVE_STARTING', async (liveId, memberNo) => {
      const live = await this.database.read.findOneBy(Live, { liveId, state: 'ANNOUNCED' });
      return live !== null && (await this.gate.mayHave(memberNo, [live])) ? live.title : null;
    });
    // A contract may have ended since they asked (REQ-ADV-2).
    this.rounds.onReach('LIVE_STARTING', async (liveId, memberNos) => {
      const live = await this.database.read.findOneBy(Live, { liveId });
      return live === null ? new Set() : this.gate.mayAmong(memberNos, live);
    });
    this.jobs.every(JOB, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
  }

  async #run(lease: Lease): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const due = await this.database.read.findOne(Live, {
        select: { liveId: true },
        where: {
          state: 'ANNOUNCED',
          startsAt: LessThanOrEqual(now + BEFORE_MS),
          endsAt: MoreThan(now),
          remindedAt: IsNull(),
        },
        order: { startsAt: 'ASC', liveId: 'ASC' },
      });
      if (due === null || lease.isEnding() || (await lease.isCancelled())) return;
      await this.#announce(lease, due.liveId);
    }
  }

  async #announce(lease: Lease, liveId: string): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      const { state, title, hostId, startsAt, remindedAt } = await this.steps.lock(tx, liveId);
      // It may have been edited or called off since it was found.
      if (state !== 'ANNOUNCED' || remindedAt !== null) return;
      const host = (await this.staff.listStaffByIds([hostId], tx.manager)).get(hostId);
      await tx.manager.update(Live, { liveId }, { remindedAt: this.clock.now() });
      await this.rounds.announce(tx, {
        kind: 'LIVE_STARTING',
        subject: liveId,
        itemId: liveId,
        facts: { live: title, host: `主讲 ${host?.name ?? ''}`, time: minuteInWords(startsAt) },
        query: `liveId=${liveId}`,
      });
    });
  }
}
