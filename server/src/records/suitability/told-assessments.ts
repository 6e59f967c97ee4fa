import { STATEMENT_KINDS, type StatementKind } from '@siyu/shared/contracts/suitability.limits';
import { type Goals, INVESTOR_LEVELS, type InvestorLevel, PRODUCT_TYPES } from '@siyu/shared/suitability';
import { epochDay, type EpochDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { among } from '../../platform/database/index.ts';

/** An assessment with what became of it, without its answers. */
export interface ToldAssessment {
  readonly memberNo: number;
  readonly assessmentId: string;
  readonly questionnaireVersion: number;
  readonly level: InvestorLevel;
  readonly score: number;
  readonly isLowestByAnswer: boolean;
  readonly goals: Goals;
  /** Epoch milliseconds, as are those below. */
  readonly takenAt: number;
  readonly validUntil: EpochDay;
  readonly isHeld: boolean;
  readonly confirmedAt: number | null;
  readonly releasedAt: number | null;
  readonly refusedAt: number | null;
}

/** What a member said of the own assessment. */
export interface ToldStatement {
  readonly memberNo: number;
  readonly kind: StatementKind;
  readonly at: number;
}

/** All that is on record of some registrations. */
export interface ToldRecords {
  /** The oldest first. */
  readonly assessments: readonly ToldAssessment[];
  readonly statements: readonly ToldStatement[];
}

const Count = z.coerce.number();
const Row = z.object({
  memberNo: Count,
  kind: z.enum(['ASSESSED', ...STATEMENT_KINDS]),
  at: Count,
  assessmentId: z.string().nullable(),
  questionnaireVersion: Count,
  level: z.enum(INVESTOR_LEVELS).nullable(),
  score: Count,
  isLowestByAnswer: Count,
  horizonMonths: Count.nullable(),
  types: z.string().nullable(),
  validUntil: Count.nullable(),
  isHeld: Count,
  confirmedAt: Count.nullable(),
  releasedAt: Count.nullable(),
  refusedAt: Count.nullable(),
});
type Row = z.infer<typeof Row>;
const Types = z.array(z.enum(PRODUCT_TYPES));

const step = (kind: 'CONFIRMED' | 'RELEASED' | 'REFUSED'): string =>
  `(SELECT s.at FROM suitability_assessment_steps s WHERE s.assessment_id = a.assessment_id AND s.kind = '${kind}')`;

/** Everything of these registrations in one statement; a person has a few of them a year. */
export async function readTold(manager: EntityManager, memberNos: readonly number[]): Promise<ToldRecords> {
  const { sql, values } = among('member_no', memberNos);
  const found: unknown = await manager.query(
    `SELECT member_no AS memberNo, 'ASSESSED' AS kind, taken_at AS at, assessment_id AS assessmentId,
       questionnaire_version AS questionnaireVersion, level, score, is_lowest_by_answer AS isLowestByAnswer,
       horizon_months AS horizonMonths, types, valid_until AS validUntil, is_held AS isHeld,
       ${step('CONFIRMED')} AS confirmedAt, ${step('RELEASED')} AS releasedAt, ${step('REFUSED')} AS refusedAt
     FROM suitability_assessments a WHERE ${sql}
     UNION ALL
     SELECT member_no, kind, stated_at, NULL, 0, NULL, 0, 0, NULL, NULL, NULL, 0, NULL, NULL, NULL
     FROM suitability_statements WHERE ${sql}`,
    [...values, ...values],
  );
  const rows = z.array(Row).parse(found);
  return {
    assessments: rows.flatMap((row) => assessmentOf(row) ?? []).sort(byAge),
    statements: rows.flatMap(({ memberNo, kind, at }) =>
      kind === 'ASSESSED' ? [] : [{ memberNo, kind, at }],
    ),
  };
}

function assessmentOf(row: Row): ToldAssessment | null {
  const { assessmentId, level, validUntil, types, horizonMonths, at, kind: _, ...rest } = row;
  if (assessmentId === null || level === null || validUntil === null) return null;
  return {
    ...rest,
    assessmentId,
    level,
    isLowestByAnswer: rest.isLowestByAnswer > 0,
    isHeld: rest.isHeld > 0,
    goals: { horizonMonths, types: Types.parse(JSON.parse(types ?? '[]')) },
    takenAt: at,
    validUntil: epochDay(validUntil),
  };
}

const byAge = (one: ToldAssessment, other: ToldAssessment): number =>
  one.takenAt - other.takenAt || (one.assessmentId < other.assessmentId ? -1 : 1);
