import type { Role } from '@siyu/shared/contracts/identity.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A person who works for the firm and signs in to the console. */
@Entity('staff')
@Index('uq_staff_login_name', ['loginName'], { unique: true })
@Index('uq_staff_wecom_user', ['wecomUserId'], { unique: true })
export class StaffMember {
  @Col.publicId({ grade: 'L2', primary: true }) staffId!: string;
  @Col.code(64, { grade: 'L2' }) loginName!: string;
  @Col.text(40, { grade: 'L2' }) name!: string;
  /** argon2id in its own text form, salt and cost included. */
  @Col.code(255, { grade: 'L4' }) passwordHash!: string;
  @Col.json({ grade: 'L2' }) roles!: readonly Role[];
  /** `firm`, `branch` or `book`. */
  @Col.code(8, { grade: 'L2' }) scopeKind!: string;
  @Col.publicId({ grade: 'L2', nullable: true }) branchId!: string | null;
  /** Number of the practising registration; advisers and reviewers have one. */
  @Col.code(32, { grade: 'L1', nullable: true }) registrationNo!: string | null;
  /** Last day of that registration, epoch day; null while nobody has noted one. */
  @Col.day({ grade: 'L1', nullable: true }) registrationUntil!: number | null;
  /** What WeCom calls the person; null: nobody there, or not known yet. */
  @Col.code(64, { grade: 'L2', nullable: true }) wecomUserId!: string | null;
  /** Last day of the employment, epoch day; null while open. */
  @Col.day({ grade: 'L2', nullable: true }) validUntil!: number | null;
  @Col.flag({ grade: 'L2' }) isActive!: boolean;
  /** The password was made by somebody else; null for people from before there were such. */
  @Col.flag({ grade: 'L2', nullable: true }) mustChangePassword!: boolean | null;
  @Col.instant({ grade: 'L2' }) createdAt!: number;
}
