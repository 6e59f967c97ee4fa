import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Jobs, type Lease, LeaseLost } from '../../platform/jobs/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { Identity, SCORE_DUE_JOB } from '../../records/identity/index.ts';
import { Scoring } from './scoring.service.ts';

/** A batch is one transaction: small enough to hold the writer's lock for a moment only. */
const BATCH = 100;

/** Follows the members' clocks: whoever has facts that are not in the score yet, or whose day has come. */
@Injectable()
export class ScoreDueWorker implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly scoring: Scoring,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SCORE_DUE_JOB, this.config.tickMs, (lease) => this.drain(lease));
  }

  /** Scores until nobody is due. A member that cannot be scored is told in the log and waits for the next tick. */
  async drain(lease?: Lease): Promise<void> {
    const failed = new Set<number>();
    for (;;) {
      const due = await this.identity.claimDue(BATCH, this.clock.now());
      const memberNos = due.map(({ memberNo }) => memberNo).filter((memberNo) => !failed.has(memberNo));
      if (memberNos.length === 0) return;
      for (const memberNo of await this.scoreOrName(memberNos, lease)) failed.add(memberNo);
    }
  }

  /** One broken member must not hold back the others of its batch. */
  private async scoreOrName(memberNos: readonly number[], lease?: Lease): Promise<readonly number[]> {
    try {
      await this.scoring.scoreMembers(memberNos, lease);
      return [];
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      if (memberNos.length > 1) {
        const failed: number[] = [];
        for (const memberNo of memberNos) failed.push(...(await this.scoreOrName([memberNo], lease)));
        return failed;
      }
      this.logger.error('scoring failed', { error, memberNo: memberNos[0] });
      return memberNos;
    }
  }
}
