import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Somebody of the firm asks that two registrations become one person, or two again; another one decides. */
@Entity('member_link_requests')
@Index('uq_member_link_requests_member', ['memberNo', 'version'], { unique: true })
@Index('ix_member_link_requests_requested', ['requestedAt', 'requestId'])
export class MemberLinkRequest {
  @Col.publicId({ grade: 'L1', primary: true }) requestId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  /** The how manieth request about this member: what its review is bound to. */
  @Col.count({ grade: 'L1' }) version!: number;
  @Col.memberNo({ grade: 'L2' }) intoMemberNo!: number;
  @Col.code(16, { grade: 'L2' }) kind!: string;
  @Col.text(200, { grade: 'L3' }) reason!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  @Col.publicId({ grade: 'L2' }) requesterId!: string;
  @Col.instant({ grade: 'L2' }) requestedAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
}
