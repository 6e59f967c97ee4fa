import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Something a member did. Append-only; the id made on the phone takes effect once per member. */
@Entity('engagement_events')
@Index('ix_engagement_events_recorded', ['recordedAt'])
export class EngagementEvent {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L2', primary: true }) eventId!: string;
  @Col.code(32, { grade: 'L3' }) type!: string;
  @Col.instant({ grade: 'L3' }) occurredAt!: number;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
  @Col.publicId({ grade: 'L3', nullable: true }) contentId!: string | null;
  @Col.publicId({ grade: 'L3', nullable: true }) productId!: string | null;
  /** Channel and campaign that brought the member, and the visit it happened in, as the phone told them. */
  @Col.publicId({ grade: 'L2', nullable: true }) channelId!: string | null;
  @Col.publicId({ grade: 'L2', nullable: true }) campaignId!: string | null;
  @Col.publicId({ grade: 'L2', nullable: true }) sessionId!: string | null;
  /** `EventSource`: who saw it happen. */
  @Col.code(16, { grade: 'L1' }) source!: string;
  /** What the type measures: seconds for content_dwelled. */
  @Col.count({ grade: 'L3', nullable: true }) value!: number | null;
  @Col.count({ grade: 'L1' }) schemaVersion!: number;
  /** The phone's clock was off: `occurredAt` is the server's time and such an event is never rewarded. */
  @Col.flag({ grade: 'L2' }) isClockSuspect!: boolean;
  /** Clock of the member after the transaction that wrote this. */
  @Col.count({ grade: 'L2' }) seq!: number;
}

/** Events counted per member, day and type, so that readers need not walk the log. */
@Entity('engagement_days')
export class EngagementDay {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.day({ grade: 'L3', primary: true }) day!: number;
  @Col.code(32, { grade: 'L3', primary: true }) type!: string;
  @Col.count({ grade: 'L3' }) count!: number;
  @Col.count({ grade: 'L3' }) valueSum!: number;
  @Col.instant({ grade: 'L3' }) lastAt!: number;
}

/** Those events of a day whose phone had a wrong clock; they are in `engagement_days` too. Rarely any. */
@Entity('engagement_suspect_days')
export class EngagementSuspectDay {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.day({ grade: 'L3', primary: true }) day!: number;
  @Col.code(32, { grade: 'L3', primary: true }) type!: string;
  @Col.count({ grade: 'L3' }) count!: number;
  @Col.count({ grade: 'L3' }) valueSum!: number;
}
