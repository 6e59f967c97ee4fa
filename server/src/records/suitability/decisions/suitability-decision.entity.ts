import type { Door, Match, MatchRecord } from '@siyu/shared/suitability';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/**
 * Whether a product might reach a member, as it was decided, with everything it rested on (适当性匹配; REQ-SUIT-14,
 * REQ-SUIT-15). Append-only, kept for twenty years.
 */
@Entity('suitability_decisions')
@Index('ix_suitability_decisions_about', ['memberNo', 'productId', 'door', 'decidedAt'])
export class SuitabilityDecision {
  @Col.publicId({ grade: 'L2', primary: true }) decisionId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.publicId({ grade: 'L2' }) productId!: string;
  @Col.code(16, { grade: 'L2' }) door!: Door;
  /** What asked, such as `productShelf.listShown`: which door it was, among those of its kind. */
  @Col.code(64, { grade: 'L2' }) purpose!: string;
  @Col.code(16, { grade: 'L3' }) verdict!: Match['verdict'];
  @Col.flag({ grade: 'L3' }) isOpen!: boolean;
  /** The assessment that counted; null: none. */
  @Col.publicId({ grade: 'L2', nullable: true }) assessmentId!: string | null;
  /** Of the terms of the product. */
  @Col.code(64, { grade: 'L1' }) productSha256!: string;
  /** The same facts with the same answer have the same, whatever the moment. */
  @Col.code(64, { grade: 'L2' }) outcomeSha256!: string;
  @Col.json({ grade: 'L3' }) record!: MatchRecord;
  /** SHA-256 over all of this in canonical JSON. */
  @Col.code(64, { grade: 'L2' }) sha256!: string;
  @Col.instant({ grade: 'L2' }) decidedAt!: number;
  /** The member may buy until then; null: this lets nobody buy. */
  @Col.instant({ grade: 'L3', nullable: true }) clearedUntil!: number | null;
}
