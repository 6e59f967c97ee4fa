import { Injectable } from '@nestjs/common';
import type { LiveCourse as Course } from '@siyu/shared/contracts/live-desk';
import { LIVE_COURSE_POINTS } from '@siyu/shared/contracts/live.limits';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { findSeenLive } from './live-details.ts';

const MINUTE_MS = 60_000;
const Changes = z.array(z.object({ at: z.coerce.number(), moved: z.coerce.number() }));

/** How many watched a live, step by step: counted from the stretches that were written as it happened (REQ-PUB-2). */
@Injectable()
export class LiveCourse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws {AppError} live.not_found also for an adviser who is not the host */
  async of(caller: Principal, liveId: string): Promise<Course> {
    const { startedAt, endedAt, platform } = await findSeenLive(this.database.read, caller, liveId);
    if (startedAt === null || platform !== 'own') return { stepMinutes: 1, points: [] };
    const span = Math.max(0, (endedAt ?? this.clock.now()) - startedAt);
    const stepMinutes = Math.floor(span / (LIVE_COURSE_POINTS * MINUTE_MS)) + 1;
    const stepMs = stepMinutes * MINUTE_MS;
    const changes = new Map(
      (await this.#changes(liveId, startedAt, stepMs)).map(({ at, moved }) => [at, moved]),
    );
    let viewers = 0;
    const points = Array.from({ length: Math.floor(span / stepMs) + 1 }, (_, step) => {
      const at = startedAt + step * stepMs;
      viewers += changes.get(at) ?? 0;
      return { at: new Date(at).toISOString(), viewers };
    });
    return { stepMinutes, points };
  }

  /**
   * By how many the number of those who watched at some time of a step differs from the step before; at most two rows
   * a step. Whoever went and came back within one step is in it once.
   */
  async #changes(liveId: string, startedAt: number, stepMs: number): Promise<z.infer<typeof Changes>> {
    return Changes.parse(
      await this.database.read.query(
        `WITH stretches AS (
           SELECT member_no, visit_no,
                  from_at - ((from_at - ?) % ?) AS first_step, until_at - ((until_at - ?) % ?) AS last_step
             FROM live_viewings WHERE live_id = ?
         ), after_others AS (
           SELECT first_step, last_step, LAG(last_step) OVER (PARTITION BY member_no ORDER BY visit_no) AS known_to
             FROM stretches
         ), fresh AS (
           SELECT CASE WHEN known_to >= first_step THEN known_to + ? ELSE first_step END AS first_step, last_step
             FROM after_others WHERE known_to IS NULL OR last_step > known_to
         )
         SELECT at, SUM(difference) AS moved FROM (
           SELECT first_step AS at, COUNT(*) AS difference FROM fresh GROUP BY first_step
           UNION ALL
           SELECT last_step + ? AS at, -COUNT(*) AS difference FROM fresh GROUP BY last_step
         ) steps GROUP BY at`,
        [startedAt, stepMs, startedAt, stepMs, liveId, stepMs, stepMs],
      ),
    );
  }
}
