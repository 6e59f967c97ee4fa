import { Injectable } from '@nestjs/common';
import type { Investor } from '@siyu/shared/suitability';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { countedAssessment } from './counted-assessment.ts';
import { InvestorTraits, type Traits } from './investor-traits.ts';
import { readTold, type ToldRecords } from './told-assessments.ts';

/** A member as matching asks for them, with the assessment that says so. */
export interface KnownInvestor {
  readonly investor: Investor;
  /** The assessment that counts; null: none. */
  readonly assessmentId: string | null;
}

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
    const numbersOf = (memberNo: number) => persons.get(memberNo)?.numbers ?? [memberNo];
    const groups = [...new Map(memberNos.map(numbersOf).map((own) => [own[0], own])).values()];
    const [told, traits] = await Promise.all([
      readTold(manager, [...new Set(groups.flat())]),
      this.traits.of(groups, this.clock.now(), manager),
    ]);
    return new Map(
      memberNos.map((memberNo) => {
        const own = numbersOf(memberNo);
        return [memberNo, knownOf(toldOf(told, own), traits.get(own[0] ?? memberNo))];
      }),
    );
  }
}

function toldOf({ assessments, statements }: ToldRecords, numbers: readonly number[]): ToldRecords {
  const isOwn = ({ memberNo }: { readonly memberNo: number }) => numbers.includes(memberNo);
  return { assessments: assessments.filter(isOwn), statements: statements.filter(isOwn) };
}

function knownOf({ assessments, statements }: ToldRecords, traits: Traits | undefined): KnownInvestor {
  if (traits === undefined) throw new Error('nothing was told of a person');
  const counted = countedAssessment(assessments);
  // What was said in the moment of the answers came after them.
  const saidSince = (kind: 'FACTS_CHANGED' | 'INFORMATION_REFUSED', since: number | undefined): boolean =>
    statements.some((statement) => statement.kind === kind && statement.at >= (since ?? 0));
  return {
    investor: {
      ...traits,
      level: counted?.level ?? null,
      validUntil: counted?.assessment.validUntil ?? null,
      hasChanged: saidSince('FACTS_CHANGED', counted?.assessment.takenAt),
      hasRefusedInformation: saidSince('INFORMATION_REFUSED', assessments.at(-1)?.takenAt),
      goals: counted?.assessment.goals ?? null,
    },
    assessmentId: counted?.assessment.assessmentId ?? null,
  };
}
