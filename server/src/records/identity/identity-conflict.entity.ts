import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Two registrations claim what can only belong to one person. Told again it is the same conflict. */
@Entity('identity_conflicts')
@Index('uq_identity_conflicts_claim', ['kind', 'issuer', 'externalId', 'claimantNo'], { unique: true })
@Index('ix_identity_conflicts_state', ['state', 'lastAt', 'conflictId'])
export class IdentityConflict {
  @Col.publicId({ grade: 'L1', primary: true }) conflictId!: string;
  @Col.code(24, { grade: 'L2' }) kind!: string;
  @Col.code(64, { grade: 'L2' }) issuer!: string;
  @Col.code(128, { grade: 'L3' }) externalId!: string;
  @Col.memberNo({ grade: 'L2' }) claimantNo!: number;
  @Col.memberNo({ grade: 'L2' }) holderNo!: number;
  @Col.instant({ grade: 'L2' }) firstAt!: number;
  @Col.instant({ grade: 'L2' }) lastAt!: number;
  @Col.count({ grade: 'L2' }) times!: number;
  /** OPEN, SETTLED by a merge, or DISMISSED by somebody who looked into it. */
  @Col.code(16, { grade: 'L2' }) state!: string;
  @Col.publicId({ grade: 'L2', nullable: true }) deciderId!: string | null;
  @Col.text(200, { grade: 'L3', nullable: true }) note!: string | null;
}
