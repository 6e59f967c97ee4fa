import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/**
 * An assessment or a consultation as another system told it, under the customer it is about. Append-only. Once the
 * customer is a member it stands in the member's log too.
 */
@Entity('service_facts')
@Index('uq_service_facts_source', ['issuer', 'sourceId'], { unique: true })
export class ServiceFactRow {
  @Col.count({ grade: 'L2', primary: true }) accountNo!: number;
  @Col.code(64, { grade: 'L2', primary: true }) issuer!: string;
  @Col.code(64, { grade: 'L3', primary: true }) sourceId!: string;
  @Col.code(24, { grade: 'L3' }) kind!: string;
  @Col.instant({ grade: 'L3' }) occurredAt!: number;
  @Col.day({ grade: 'L3' }) occurredOn!: number;
  /** Of a rating: the consultation that was closed. */
  @Col.code(64, { grade: 'L3', nullable: true }) refSourceId!: string | null;
  /** Of a risk assessment: the first day on which it is valid no more. */
  @Col.day({ grade: 'L3', nullable: true }) validUntil!: number | null;
  /** The member the customer was when this was written; null for nobody's. */
  @Col.memberNo({ grade: 'L2', nullable: true }) memberNo!: number | null;
  /** Clock of that member after the transaction that wrote this; 0 for nobody's. */
  @Col.count({ grade: 'L2' }) seq!: number;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
  /** The import it came with; null when it came by API. */
  @Col.publicId({ grade: 'L2', nullable: true }) importId!: string | null;
}
