import { Injectable } from '@nestjs/common';
import { GROUPS, STAGES, type GroupCode, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { FactsSink, type KeptScore, type MemberFacts } from '../scoring/index.ts';
import { MemberFactsRow } from './member-facts.entity.ts';

/** What a feed or a segment may ask about one member. */
interface KnownFacts {
  readonly stage: StageCode;
  readonly group: GroupCode | null;
  readonly isProfiled: boolean;
  readonly lessonsCompleted: number;
  readonly seq: number;
}

const noScore = {
  modelId: null,
  modelVersion: null,
  windowDays: null,
  purchases: null,
  amountFen: null,
  benefitFen: null,
  amountBand: null,
  frequencyBand: null,
  benefitBand: null,
  scoreHundredths: null,
  groupCode: null,
  groupRow: null,
  lastPurchaseOn: null,
} as const;

@Injectable()
export class Segments extends FactsSink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async replaceFacts(tx: Transaction, facts: readonly MemberFacts[]): Promise<void> {
    if (facts.length === 0) return;
    const updatedAt = this.clock.now();
    const rows = facts.map(({ score, ...known }) => ({ ...known, ...scoreColumns(score), updatedAt }));
    const columns = this.database.read.connection
      .getMetadata(MemberFactsRow)
      .columns.filter((column) => !column.isPrimary)
      .map((column) => column.databaseName);
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MemberFactsRow)
      .values(rows)
      .orUpdate(columns, ['member_no'])
      .updateEntity(false)
      .execute();
  }

  /** Null until the member has been scored for the first time. */
  async factsOf(memberNo: number): Promise<KnownFacts | null> {
    const row = await this.database.read.findOneBy(MemberFactsRow, { memberNo });
    if (row === null) return null;
    const { isProfiled, lessonsCompleted, seq } = row;
    const group = GROUPS.find((code) => code === row.groupCode) ?? null;
    const stage = STAGES.find((code) => code === row.stage) ?? 'STRANGER';
    return { stage, group, isProfiled, lessonsCompleted, seq };
  }
}

function scoreColumns(score: KeptScore | null) {
  if (score === null) return noScore;
  const { group, ...measures } = score;
  return { ...measures, groupCode: group };
}
