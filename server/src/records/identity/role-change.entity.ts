import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';
import type { Standing } from '../../foundation/organisation/index.ts';

/** Other roles, or another reach, that an administrator asks for somebody; in force when a second person agrees. */
@Entity('role_changes')
@Index('uq_role_changes_staff', ['staffId', 'version'], { unique: true })
@Index('ix_role_changes_state', ['state', 'staffId'])
export class RoleChange {
  @Col.publicId({ grade: 'L2', primary: true }) changeId!: string;
  @Col.publicId({ grade: 'L2' }) staffId!: string;
  @Col.count({ grade: 'L1' }) version!: number;
  @Col.json({ grade: 'L2' }) beforeJson!: Standing;
  @Col.json({ grade: 'L2' }) afterJson!: Standing;
  @Col.text(200, { grade: 'L2' }) reason!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  @Col.publicId({ grade: 'L2' }) requesterId!: string;
  @Col.instant({ grade: 'L2' }) requestedAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
}
