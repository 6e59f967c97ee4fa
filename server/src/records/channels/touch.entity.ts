import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A cold start that came by a key of ours. Starts without one leave nothing. */
@Entity('touches')
@Index('ix_touches_member', ['memberNo', 'occurredAt'])
export class TouchEntry {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  /** The phone's own id: a repeat meets it. */
  @Col.publicId({ grade: 'L1', primary: true }) touchId!: string;
  @Col.code(16, { grade: 'L2' }) kind!: string;
  @Col.publicId({ grade: 'L2', nullable: true }) placementId!: string | null;
  @Col.memberNo({ grade: 'L2', nullable: true }) inviterNo!: number | null;
  @Col.count({ grade: 'L1' }) scene!: number;
  @Col.instant({ grade: 'L2' }) occurredAt!: number;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
}

/** How somebody became a member, written once in the act of joining: the primary key is the member. */
@Entity('first_touches')
@Index('ix_first_touches_arrivals', ['kind', 'joinedAt'])
@Index('ix_first_touches_placement', ['placementId', 'joinedAt'])
@Index('ix_first_touches_last', ['lastPlacementId', 'joinedAt'])
@Index('ix_first_touches_inviter', ['inviterNo', 'joinedAt'])
export class FirstTouch {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(16, { grade: 'L2' }) kind!: string;
  @Col.publicId({ grade: 'L2', nullable: true }) placementId!: string | null;
  @Col.memberNo({ grade: 'L2', nullable: true }) inviterNo!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) touchedAt!: number | null;
  /** The last touch before joining; the same one where there was only one. */
  @Col.code(16, { grade: 'L2' }) lastKind!: string;
  @Col.publicId({ grade: 'L2', nullable: true }) lastPlacementId!: string | null;
  @Col.instant({ grade: 'L2' }) joinedAt!: number;
  /** Version of `channels.attribution` it was decided with; null for who joined before touches were kept. */
  @Col.count({ grade: 'L1', nullable: true }) configVersion!: number | null;
}

/** The key that the cards carry which a member shares. */
@Entity('share_keys')
@Index('uq_share_keys_key', ['shareKey'], { unique: true })
export class ShareKeyEntry {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(10, { grade: 'L2' }) shareKey!: string;
}
