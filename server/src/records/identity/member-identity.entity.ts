import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One name of a member in another system. */
@Entity('member_identities')
@Index('ix_member_identities_member', ['memberNo'])
export class MemberIdentity {
  @Col.code(24, { grade: 'L2', primary: true }) kind!: string;
  @Col.code(64, { grade: 'L2', primary: true }) issuer!: string;
  @Col.code(128, { grade: 'L3', primary: true }) externalId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.instant({ grade: 'L2' }) linkedAt!: number;
}

/**
 * From `validFrom` to `validTo` the records of `memberNo` are read as those of `intoMemberNo`. Meanwhile both
 * clocks stand alike, so that [fromSeq, toSeq) bounds the same time for a replay.
 */
@Entity('member_links')
@Index('ix_member_links_into', ['intoMemberNo'])
export class MemberLink {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.instant({ grade: 'L2', primary: true }) validFrom!: number;
  @Col.memberNo({ grade: 'L2' }) intoMemberNo!: number;
  @Col.instant({ grade: 'L2', nullable: true }) validTo!: number | null;
  @Col.count({ grade: 'L2' }) fromSeq!: number;
  @Col.count({ grade: 'L2', nullable: true }) toSeq!: number | null;
}
