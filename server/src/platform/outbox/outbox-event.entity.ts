import { Entity, Index } from 'typeorm';
import { Col } from '../database/index.ts';

/** A past fact, written in the transaction that made it true. Carries no personal data. */
@Entity('outbox_events')
export class OutboxEvent {
  @Col.publicId({ grade: 'L1', primary: true }) id!: string;
  @Col.code(64, { grade: 'L1' }) type!: string;
  @Col.count({ grade: 'L1' }) version!: number;
  @Col.memberNo({ grade: 'L2', nullable: true }) subjectNo!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) subjectSeq!: number | null;
  @Col.instant({ grade: 'L2' }) occurredAt!: number;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
  @Col.code(64, { grade: 'L1', nullable: true }) causationId!: string | null;
  @Col.json({ grade: 'L2' }) payload!: unknown;
}

export const DELIVERY_STATES = ['PENDING', 'DONE', 'PARKED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One consumer's share of an event; claimed by its state. */
@Entity('outbox_deliveries')
@Index('ix_outbox_deliveries_order', ['state', 'consumer', 'nextAt', 'subjectSeq', 'eventId'])
@Index('ix_outbox_deliveries_subject', ['consumer', 'subjectNo', 'subjectSeq'])
export class OutboxDelivery {
  @Col.publicId({ grade: 'L1', primary: true }) eventId!: string;
  @Col.code(64, { grade: 'L1', primary: true }) consumer!: string;
  @Col.code(16, { grade: 'L1' }) state!: DeliveryState;
  @Col.memberNo({ grade: 'L2', nullable: true }) subjectNo!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) subjectSeq!: number | null;
  @Col.count({ grade: 'L1' }) attempts!: number;
  @Col.instant({ grade: 'L1' }) nextAt!: number;
  @Col.instant({ grade: 'L1', nullable: true }) doneAt!: number | null;
  @Col.text(500, { grade: 'L2', nullable: true }) lastError!: string | null;
}
