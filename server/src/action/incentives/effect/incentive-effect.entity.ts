import { Entity } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** What came of a rule as it was counted last: sums over its members, none of them named. */
@Entity('incentive_effects')
export class IncentiveEffectRow {
  @Col.count({ grade: 'L1', primary: true }) ruleNo!: number;
  /** The version that was the latest then. */
  @Col.count({ grade: 'L1' }) version!: number;
  /** First day of that version: one that begins at another moment is counted anew. */
  @Col.instant({ grade: 'L1' }) validFrom!: number;
  /** Shanghai's day; counted anew on the next one. */
  @Col.day({ grade: 'L1' }) countedOn!: number;
  @Col.instant({ grade: 'L1' }) countedAt!: number;
  @Col.json({ grade: 'L1' }) figures!: object;
}
