import { Injectable } from '@nestjs/common';
import { GROUPS, STAGES, type GroupCode, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { FactsSink, type KeptRfe, type KeptScore, type MemberFacts } from '../scoring/index.ts';
import { MemberFactsRow } from './member-facts.entity.ts';

/** What a feed or a segment may ask about one member. */
interface KnownFacts {
  readonly stage: StageCode;
  readonly group: GroupCode | null;
  readonly isProfiled: boolean;
  readonly lessonsCompleted: number;
  readonly seq: number;
}

@Injectable()
export class Segments extends FactsSink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async replaceFacts(tx: Transaction, facts: readonly MemberFacts[]): Promise<void> {
    const updatedAt = this.clock.now();
    const rows = facts.map(({ score, rfe, tie, ...known }) => ({
      ...known,
      ...scoreColumns(score),
      ...rfeColumns(rfe),
      tieBand: tie?.band ?? null,
      updatedAt,
    }));
    await upsertRows(tx, MemberFactsRow, rows);
  }

  override async removeFacts(tx: Transaction, memberNos: readonly number[]): Promise<void> {
    if (memberNos.length > 0) await tx.manager.delete(MemberFactsRow, { memberNo: In([...memberNos]) });
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
  return {
    modelId: score?.modelId ?? null,
    preset: score?.preset ?? null,
    modelVersion: score?.modelVersion ?? null,
    configVersion: score?.configVersion ?? null,
    windowDays: score?.windowDays ?? null,
    purchases: score?.purchases ?? null,
    amountFen: score?.amountFen ?? null,
    benefitFen: score?.benefitFen ?? null,
    amountBand: score?.amountBand ?? null,
    frequencyBand: score?.frequencyBand ?? null,
    benefitBand: score?.benefitBand ?? null,
    scoreHundredths: score?.scoreHundredths ?? null,
    groupCode: score?.groupCode ?? null,
    groupRow: score?.groupRow ?? null,
    isCore: score?.isCore ?? null,
    highBenefitTail: score?.highBenefitTail ?? null,
    lapsedKey: score?.lapsedKey ?? null,
    lastPurchaseOn: score?.lastPurchaseOn ?? null,
  };
}

function rfeColumns(rfe: KeptRfe | null) {
  return {
    rfeRecencyBand: rfe?.recencyBand ?? null,
    rfeFrequencyBand: rfe?.frequencyBand ?? null,
    rfeDepthBand: rfe?.depthBand ?? null,
    rfeActiveDays: rfe?.activeDays ?? null,
    rfeLastActiveOn: rfe?.lastActiveOn ?? null,
  };
}
