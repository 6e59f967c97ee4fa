import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/**
 * A fact as the core system told it, under the customer it is about. Append-only: a correction is another row
 * that names the first, and what both amount to is computed by whoever reads.
 */
@Entity('transaction_facts')
@Index('uq_transaction_facts_source', ['issuer', 'sourceId'], { unique: true })
export class TransactionFactRow {
  @Col.count({ grade: 'L2', primary: true }) accountNo!: number;
  @Col.code(64, { grade: 'L2', primary: true }) issuer!: string;
  @Col.code(64, { grade: 'L3', primary: true }) sourceId!: string;
  @Col.code(24, { grade: 'L3' }) kind!: string;
  @Col.instant({ grade: 'L4' }) occurredAt!: number;
  @Col.day({ grade: 'L4' }) occurredOn!: number;
  @Col.code(64, { grade: 'L3', nullable: true }) refSourceId!: string | null;
  @Col.code(32, { grade: 'L3', nullable: true }) productCode!: string | null;
  @Col.code(32, { grade: 'L3', nullable: true }) targetProductCode!: string | null;
  @Col.code(64, { grade: 'L3', nullable: true }) planId!: string | null;
  /** Foreign money at the mid rate of the row. */
  @Col.fen({ grade: 'L4', nullable: true }) amountFen!: number | null;
  /** Income told together with a confirmed purchase. */
  @Col.fen({ grade: 'L4', nullable: true }) benefitFen!: number | null;
  @Col.code(32, { grade: 'L3', nullable: true }) benefitSource!: string | null;
  @Col.code(3, { grade: 'L3' }) currency!: string;
  /** What was told in another currency, hundredths of its unit. */
  @Col.fen({ grade: 'L4', nullable: true }) foreignHundredths!: number | null;
  /** Yuan for one unit of that currency, decimal text. */
  @Col.code(20, { grade: 'L1', nullable: true }) midRate!: string | null;
  /** The member the customer was when this was written; null for nobody's. */
  @Col.memberNo({ grade: 'L2', nullable: true }) memberNo!: number | null;
  /** Clock of that member after the transaction that wrote this; 0 for nobody's. */
  @Col.count({ grade: 'L2' }) seq!: number;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
  /** The import it came with; null when it came by API. */
  @Col.publicId({ grade: 'L2', nullable: true }) importId!: string | null;
}
