import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, dayOfInstant, type EpochDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { AssessmentStep } from './assessment.entity.ts';
import { AssessmentMoves } from './assessment-moves.ts';
import { InvestorStanding } from './investor-standing.ts';
import { SuitabilityLimits } from './suitability-limits.ts';

export const REMINDERS_JOB = 'suitability-reminders';
const EVERY_MS = 6 * 3_600_000;
const BATCH = 200;
/** Whoever could not be told for so long is not told of what is long past. */
const LATE_DAYS = 30;

const Candidates = z.array(
  z.object({ assessmentId: z.string(), memberNo: z.coerce.number(), validUntil: z.coerce.number() }),
);

/** Tells, once each, that an assessment falls due and that it has run out (REQ-SUIT-8). */
@Injectable()
export class AssessmentReminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly standing: InvestorStanding,
    private readonly limits: SuitabilityLimits,
    private readonly moves: AssessmentMoves,
  ) {}

  onModuleInit(): void {
    this.jobs.every(REMINDERS_JOB, EVERY_MS, async (lease) => {
      const now = this.clock.now();
      const today = dayOfInstant(now);
      const { reminderDays } = (await this.limits.at(now)).value;
      await this.#walk(lease, 'EXPIRED', addDays(today, -LATE_DAYS), today);
      await this.#walk(lease, 'FALLS_DUE', today, addDays(today, reminderDays));
    });
  }

  /** Of those that end after one day, and no later than another. */
  async #walk(lease: Lease, move: 'EXPIRED' | 'FALLS_DUE', after: EpochDay, until: EpochDay): Promise<void> {
    const kind = move === 'EXPIRED' ? 'EXPIRED_TOLD' : 'DUE_TOLD';
    let last: readonly [number, string] = [after + 1, ''];
    for (;;) {
      const page = await this.#page(kind, last, until);
      const end = page.at(-1);
      if (end === undefined) return;
      last = [end.validUntil, end.assessmentId];
      const known = await this.standing.ofAll(page.map(({ memberNo }) => memberNo));
      // Of one that another has replaced nobody needs to hear.
      const counted = page.filter(
        ({ memberNo, assessmentId }) => known.get(memberNo)?.assessmentId === assessmentId,
      );
      const at = this.clock.now();
      await this.database.runInTransaction(async (tx) => {
        await lease.assertHeld(tx);
        const rows = counted.map(({ assessmentId, memberNo }) => ({ assessmentId, memberNo, kind, at }));
        await insertRows(tx, AssessmentStep, rows);
        for (const one of counted) await this.moves.tell(tx, one, move);
      });
      if (page.length < BATCH) return;
    }
  }

  async #page(kind: string, [day, id]: readonly [number, string], until: EpochDay) {
    const found: unknown = await this.database.read.query(
      `SELECT a.assessment_id AS assessmentId, a.member_no AS memberNo, a.valid_until AS validUntil
       FROM suitability_assessments a
       JOIN suitability_assessment_steps c ON c.assessment_id = a.assessment_id AND c.kind = 'CONFIRMED'
       WHERE a.valid_until <= ? AND (a.valid_until > ? OR (a.valid_until = ? AND a.assessment_id > ?))
         AND NOT EXISTS (SELECT 1 FROM suitability_assessment_steps t
           WHERE t.assessment_id = a.assessment_id AND t.kind = ?)
       ORDER BY a.valid_until, a.assessment_id LIMIT ${BATCH}`,
      [until, day, day, id, kind],
    );
    return Candidates.parse(found);
  }
}
