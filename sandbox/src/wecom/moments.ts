import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import type { Content } from './conversations.ts';
import { WecomRefusal } from './refusal.ts';

/** One employee's part of a moment: it stands in nobody's Moments until they tap. */
export interface MomentTask {
  readonly userid: string;
  /** Customers who may see it. */
  readonly audience: readonly string[];
  publishedAt: number | null;
}

export interface Moment {
  readonly jobId: string;
  readonly momentId: string;
  readonly createdAt: number;
  readonly text: string;
  readonly contents: readonly Content[];
  readonly tasks: readonly MomentTask[];
  isCancelled: boolean;
}

/** 客户朋友圈: published by employees, made by the app. */
export class Moments {
  private readonly byJob = new Map<string, Moment>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  add(given: Pick<Moment, 'text' | 'contents'>, audiences: ReadonlyMap<string, readonly string[]>): Moment {
    const moment: Moment = {
      ...given,
      jobId: hex(this.randomness, 16),
      momentId: `mom${hex(this.randomness, 14)}`,
      createdAt: this.clock.now(),
      tasks: [...audiences].map(([userid, audience]) => ({ userid, audience, publishedAt: null })),
      isCancelled: false,
    };
    this.byJob.set(moment.jobId, moment);
    return moment;
  }

  list(): readonly Moment[] {
    return [...this.byJob.values()];
  }

  ofJob(jobId: string): Moment {
    const moment = this.byJob.get(jobId);
    if (moment === undefined) throw new WecomRefusal(40058, 'jobid: invalid');
    return moment;
  }

  get(momentId: string): Moment {
    const moment = this.list().find((each) => each.momentId === momentId);
    if (moment === undefined) throw new WecomRefusal(40058, 'moment_id: invalid');
    return moment;
  }

  cancel(momentId: string): void {
    const moment = this.get(momentId);
    if (moment.isCancelled) throw new WecomRefusal(41058);
    moment.isCancelled = true;
  }

  /** The employee taps; false when there is nothing to publish. */
  publish(momentId: string, userid: string): boolean {
    const moment = this.get(momentId);
    const task = moment.tasks.find((each) => each.userid === userid);
    if (task === undefined || task.publishedAt !== null || moment.isCancelled) return false;
    task.publishedAt = this.clock.now();
    return true;
  }
}
