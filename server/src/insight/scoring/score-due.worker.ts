import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../platform/config/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Identity, SCORE_DUE_JOB } from '../../records/identity/index.ts';
import { MemberBatches } from './member-batches.ts';

/** A batch is one transaction: small enough to hold the writer's lock for a moment only. */
const BATCH = 100;
/** After so many batches the lease is renewed. */
const BATCHES_PER_TURN = 40;

/** Follows the members' clocks: whoever has facts that are not in the score yet. */
@Injectable()
export class ScoreDueWorker implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly config: Config,
    private readonly identity: Identity,
    private readonly batches: MemberBatches,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SCORE_DUE_JOB, this.config.tickMs, (lease) => this.drain(lease));
  }

  /**
   * Scores until nobody is due; as a job, until it is time to renew the lease. A member that cannot be scored
   * waits for the next turn.
   */
  async drain(lease?: Lease): Promise<void> {
    const failed = new Set<number>();
    for (let batches = 0; ; batches += 1) {
      // While others go on reporting somebody is always due; a process that ends must not wait for that to end.
      if (lease?.isEnding() === true) return;
      if (lease !== undefined && batches === BATCHES_PER_TURN) return this.jobs.wake(SCORE_DUE_JOB);
      const due = await this.identity.claimDue(BATCH + failed.size);
      const memberNos = due.map(({ memberNo }) => memberNo).filter((memberNo) => !failed.has(memberNo));
      if (memberNos.length === 0) return;
      const within = lease === undefined ? undefined : (tx: Transaction) => lease.assertHeld(tx);
      for (const memberNo of await this.batches.score(memberNos, 'LIVE', within)) failed.add(memberNo);
    }
  }
}
