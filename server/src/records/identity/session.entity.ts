import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A sign-in of a member (bearer) or of staff (cookie). The token itself is stored nowhere. */
@Entity('sessions')
@Index('uq_sessions_session_id', ['sessionId'], { unique: true })
@Index('ix_sessions_expires_at', ['expiresAt'])
@Index('ix_sessions_staff_id', ['staffId'])
@Index('ix_sessions_member', ['memberNo', 'openedAt'])
@Index('ix_sessions_device', ['deviceMark', 'openedAt'])
export class Session {
  @Col.code(64, { grade: 'L3', primary: true }) tokenSha256!: string;
  @Col.publicId({ grade: 'L2' }) sessionId!: string;
  @Col.code(8, { grade: 'L1' }) audience!: string;
  @Col.memberNo({ grade: 'L2', nullable: true }) memberNo!: number | null;
  @Col.publicId({ grade: 'L2', nullable: true }) staffId!: string | null;
  @Col.instant({ grade: 'L2' }) openedAt!: number;
  @Col.instant({ grade: 'L2' }) expiresAt!: number;
  /** When somebody last worked with it, to the minute; of staff only, and null until the first minute is over. */
  @Col.instant({ grade: 'L2', nullable: true }) usedAt!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) revokedAt!: number | null;
  /** Browser and system of staff, in short. */
  @Col.text(60, { grade: 'L2', nullable: true }) device!: string | null;
  /** Where staff signed in from, its second half hidden before it is stored. */
  @Col.code(45, { grade: 'L2', nullable: true }) address!: string | null;
  /** Of a member who has joined: the same for sign-ins from one phone. Neither phone nor address can be read out of it. */
  @Col.code(22, { grade: 'L3', nullable: true }) deviceMark!: string | null;
}

/** Wrong passwords in a row for a login name, whether or not it exists. */
@Entity('staff_login_attempts')
export class StaffLoginAttempt {
  @Col.code(64, { grade: 'L2', primary: true }) loginName!: string;
  @Col.count({ grade: 'L2' }) attempts!: number;
  @Col.instant({ grade: 'L2' }) firstAt!: number;
}
