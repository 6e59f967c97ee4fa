import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** An incentive rule as it stands now: what is written beside its approved versions, and how far it has come. */
@Entity('incentive_rules')
@Index('uq_incentive_rules_no', ['ruleNo'], { unique: true })
@Index('ix_incentive_rules_changed', ['changedAt', 'ruleId'])
@Index('ix_incentive_rules_state', ['state', 'ruleNo'])
export class IncentiveRule {
  @Col.publicId({ grade: 'L1', primary: true }) ruleId!: string;
  /** Awards and budgets know the rule by it. */
  @Col.count({ grade: 'L1' }) ruleNo!: number;
  @Col.text(30, { grade: 'L1' }) name!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  /** What is written and not approved, as JSON; null when all of it is. */
  @Col.longText({ grade: 'L1', nullable: true }) draft!: string | null;
  /** The last one that was approved; 0 before there is one. */
  @Col.count({ grade: 'L1' }) latestVersion!: number;
  /** Everybody who wrote a part of the draft: none of them may review it. */
  @Col.json({ grade: 'L2' }) editorIds!: string[];
  /** The open review of the draft. */
  @Col.publicId({ grade: 'L1', nullable: true }) reviewId!: string | null;
  /** Number of the last step. */
  @Col.count({ grade: 'L1' }) stepNo!: number;
  /** Counts every change, so that one names what it was made from. */
  @Col.count({ grade: 'L1' }) revision!: number;
  /** Who wrote last. */
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  /** Written by every act on it, so that two people who act at once wait for each other. */
  @Col.instant({ grade: 'L1' }) changedAt!: number;
}

/** What was approved: never changed, but that a newer version ends its days. */
@Entity('incentive_rule_versions')
export class IncentiveRuleVersion {
  @Col.publicId({ grade: 'L1', primary: true }) ruleId!: string;
  @Col.count({ grade: 'L1', primary: true }) version!: number;
  /** As its author wrote it, as JSON. */
  @Col.longText({ grade: 'L1' }) written!: string;
  /** As it is decided by, as JSON: segments stand expanded in it, its value is what it was worth at approval. */
  @Col.longText({ grade: 'L1' }) frozen!: string;
  /** Over both, as the reviewer saw them. */
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  @Col.publicId({ grade: 'L1' }) reviewId!: string;
  @Col.publicId({ grade: 'L2' }) approvedById!: string;
  @Col.instant({ grade: 'L1' }) approvedAt!: number;
  @Col.instant({ grade: 'L1' }) validFrom!: number;
  /** Exclusive; the beginning of the next version where that comes first. */
  @Col.instant({ grade: 'L1' }) validUntil!: number;
}

/** What was done with a rule; only ever appended. */
@Entity('incentive_rule_steps')
export class IncentiveRuleStep {
  @Col.publicId({ grade: 'L1', primary: true }) ruleId!: string;
  @Col.count({ grade: 'L1', primary: true }) stepNo!: number;
  @Col.code(16, { grade: 'L1' }) act!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  /** Null: the system, when a budget had no room. */
  @Col.publicId({ grade: 'L2', nullable: true }) actorId!: string | null;
  @Col.text(200, { grade: 'L1', nullable: true }) reason!: string | null;
  @Col.instant({ grade: 'L1' }) at!: number;
}

/** What a rule may give over all its versions, and what it has given. Changed by conditional updates only. */
@Entity('incentive_budgets')
export class IncentiveBudget {
  @Col.count({ grade: 'L1', primary: true }) ruleNo!: number;
  @Col.count({ grade: 'L1' }) awardsMax!: number;
  @Col.fen({ grade: 'L1' }) valueFenMax!: number;
  @Col.count({ grade: 'L1' }) awardsUsed!: number;
  @Col.fen({ grade: 'L1' }) pointsUsed!: number;
  @Col.fen({ grade: 'L1' }) valueFenUsed!: number;
}
