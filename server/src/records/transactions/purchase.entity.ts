import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A confirmed purchase as the core system told it. Append-only. */
@Entity('purchases')
@Index('uq_purchases_source', ['issuer', 'sourceId'], { unique: true })
export class PurchaseRow {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L2', primary: true }) purchaseId!: string;
  @Col.code(64, { grade: 'L2' }) issuer!: string;
  @Col.code(64, { grade: 'L3' }) sourceId!: string;
  @Col.code(32, { grade: 'L3' }) productCode!: string;
  @Col.instant({ grade: 'L4' }) occurredAt!: number;
  @Col.day({ grade: 'L4' }) occurredOn!: number;
  @Col.fen({ grade: 'L4' }) amountFen!: number;
  @Col.fen({ grade: 'L4' }) benefitFen!: number;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
  /** Clock of the member after the transaction that wrote this. */
  @Col.count({ grade: 'L2' }) seq!: number;
}
