import { Injectable } from '@nestjs/common';
import { type Investor, INVESTOR_LEVELS, PRODUCT_TYPES } from '@siyu/shared/suitability';
import { epochDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { among, Database } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { STATEMENT_KINDS } from './assessment.entity.ts';
import { countedAssessment } from './counted-assessment.ts';
import { InvestorTraits, type Traits } from './investor-traits.ts';
import type { ToldAssessment } from './told-assessments.ts';

/** A member as matching asks for them, with the assessment that says so. */
export interface KnownInvestor {
  readonly investor: Investor;
  /** The assessment that counts; null: none. */
  readonly assessmentId: string | null;
}

const Truth = z.coerce.number().transform((count) => count > 0);
const Row = z.object({
  memberNo: z.coerce.number(),
  kind: z.enum(['ASSESSED', ...STATEMENT_KINDS]),
  at: z.coerce.number(),
  assessmentId: z.string().nullable(),
  level: z.enum(INVESTOR_LEVELS).nullable(),
  horizonMonths: z.coerce.number().nullable(),
  types: z.string().nullable(),
  validUntil: z.coerce.number().nullable(),
  isHeld: Truth,
  isConfirmed: Truth,
  isReleased: Truth,
  isRefused: Truth,
});
type Row = z.infer<typeof Row>;
const Types = z.array(z.enum(PRODUCT_TYPES));

const step = (kind: string): string =>
  `(SELECT COUNT(*) FROM suitability_assessment_steps s WHERE s.assessment_id = a.assessment_id AND s.kind = '${kind}')`;

/**
 * What matching asks of members, from what is on record. Whatever is unknown, not confirmed, held or refused speaks
 * against a product: nothing here is taken for granted.
 */
@Injectable()
export class InvestorStanding {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly traits: InvestorTraits,
  ) {}

  /** One member, now. */
  async of(memberNo: number, manager?: EntityManager): Promise<KnownInvestor> {
    const known = (await this.ofAll([memberNo], manager)).get(memberNo);
    if (known === undefined) throw new Error(`nothing was told of member ${memberNo}`);
    return known;
  }

  /**
   * Every member that is asked for, now, as the person they are: one statement for all assessments, one for each kind
   * of trait. At most a few hundred at once.
   */
  async ofAll(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, KnownInvestor>> {
    if (memberNos.length === 0) return new Map();
    const persons = await this.identity.personsOf(memberNos);
    const groups = [...new Map([...persons.values()].map((one) => [one.memberNo, one.numbers])).values()];
    const [rows, traits] = await Promise.all([
      rowsOf(manager, [...new Set(groups.flat())]),
      this.traits.of(groups, this.clock.now(), manager),
    ]);
    const known = new Map(
      groups.map((numbers) => {
        const own = rows.filter(({ memberNo }) => numbers.includes(memberNo));
        return [numbers[0], knownOf(own, traits.get(numbers[0] ?? 0))];
      }),
    );
    return new Map(
      memberNos.flatMap((memberNo) => {
        const found = known.get(persons.get(memberNo)?.memberNo ?? memberNo);
        return found === undefined ? [] : [[memberNo, found] as const];
      }),
    );
  }
}

async function rowsOf(manager: EntityManager, numbers: readonly number[]): Promise<readonly Row[]> {
  const { sql, values } = among('member_no', numbers);
  const rows: unknown = await manager.query(
    `SELECT member_no AS memberNo, 'ASSESSED' AS kind, taken_at AS at, assessment_id AS assessmentId, level,
       horizon_months AS horizonMonths, types, valid_until AS validUntil, is_held AS isHeld,
       ${step('CONFIRMED')} AS isConfirmed, ${step('RELEASED')} AS isReleased, ${step('REFUSED')} AS isRefused
     FROM suitability_assessments a WHERE ${sql}
     UNION ALL
     SELECT member_no, kind, stated_at, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0
     FROM suitability_statements WHERE ${sql}`,
    [...values, ...values],
  );
  return z.array(Row).parse(rows);
}

function knownOf(rows: readonly Row[], traits: Traits | undefined): KnownInvestor {
  if (traits === undefined) throw new Error('nothing was told of a person');
  const counted = countedAssessment(rows.flatMap((row) => toldOf(row) ?? []));
  const answeredAt = Math.max(...rows.map(({ kind, at }) => (kind === 'ASSESSED' ? at : -Infinity)));
  const since = counted?.assessment.takenAt ?? -Infinity;
  return {
    investor: {
      ...traits,
      level: counted?.level ?? null,
      validUntil: counted?.assessment.validUntil ?? null,
      // What was said in the moment of the answers came after them.
      hasChanged: rows.some(({ kind, at }) => kind === 'FACTS_CHANGED' && at >= since),
      hasRefusedInformation: rows.some(({ kind, at }) => kind === 'INFORMATION_REFUSED' && at >= answeredAt),
      goals: counted?.assessment.goals ?? null,
    },
    assessmentId: counted?.assessment.assessmentId ?? null,
  };
}

function toldOf({
  assessmentId,
  level,
  validUntil,
  types,
  horizonMonths,
  at,
  ...row
}: Row): ToldAssessment | null {
  if (assessmentId === null || level === null || validUntil === null) return null;
  const { isHeld, isConfirmed, isReleased, isRefused } = row;
  return {
    assessmentId,
    level,
    goals: { horizonMonths, types: Types.parse(JSON.parse(types ?? '[]')) },
    takenAt: at,
    validUntil: epochDay(validUntil),
    isHeld,
    isConfirmed,
    isReleased,
    isRefused,
  };
}
