import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, type Lease } from '../../../platform/jobs/index.ts';
import { DuePoints } from './due-points.ts';
import { PointsClosings } from './points-closings.ts';
import { PointsDays } from './points-days.ts';

export const POINTS_JOB = 'points-rounds';
const EVERY_MS = 60_000;

/** What the ledger does by itself: follows the day, lets go what is due, sums up what is over. */
@Injectable()
export class PointsRounds implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly days: PointsDays,
    private readonly due: DuePoints,
    private readonly closings: PointsClosings,
  ) {}

  onModuleInit(): void {
    this.jobs.every(POINTS_JOB, EVERY_MS, (lease) => this.run(lease));
  }

  async run(lease: Lease | null): Promise<void> {
    const businessOn = await this.days.follow();
    if (businessOn === null) return;
    const until = this.days.reach(businessOn);
    while (lease?.isEnding() !== true && (await this.due.release(until)) > 0);
    while (lease?.isEnding() !== true && (await this.due.expire(businessOn)) > 0);
    await this.closings.run(businessOn, lease);
  }
}
