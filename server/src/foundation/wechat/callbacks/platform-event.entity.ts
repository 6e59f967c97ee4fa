import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';
import type { PlatformName } from '../client/wechat-error.ts';

/** What a platform told us, once however often it was told. */
@Entity('platform_events')
@Index('uq_platform_events_key', ['eventKey'], { unique: true })
@Index('ix_platform_events_received', ['receivedAt'])
export class PlatformEventRow {
  @Col.publicId({ grade: 'L1', primary: true }) eventId!: string;
  @Col.code(16, { grade: 'L1' }) platform!: PlatformName;
  @Col.code(64, { grade: 'L2' }) eventKey!: string;
  @Col.code(64, { grade: 'L1' }) type!: string;
  /** When it happened, as the platform says. */
  @Col.instant({ grade: 'L2' }) happenedAt!: number;
  @Col.instant({ grade: 'L2' }) receivedAt!: number;
  /** Encrypted: who it is about and what they did. */
  @Col.longText({ grade: 'L4' }) facts!: string;
}

/** A signed call that was taken. Somebody who recorded it cannot use its signature for anything else. */
@Entity('platform_nonces')
@Index('ix_platform_nonces_seen', ['seenAt'])
export class PlatformNonce {
  @Col.code(64, { grade: 'L1', primary: true }) nonceKey!: string;
  @Col.code(64, { grade: 'L1' }) bodySha256!: string;
  @Col.instant({ grade: 'L1' }) seenAt!: number;
}
