import type { ProfessionalGround, ProfessionalState } from '@siyu/shared/contracts/professional.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** A member's wish to be treated as a professional investor, and what two people made of it (REQ-SUIT-11). */
@Entity('professional_applications')
@Index('uq_professional_applications_open', ['openKey'], { unique: true })
@Index('ix_professional_applications_member', ['memberNo', 'appliedAt'])
@Index('ix_professional_applications_state', ['state', 'appliedAt', 'applicationId'])
export class ProfessionalApplication {
  /** Made by whoever sends it. */
  @Col.publicId({ grade: 'L1', primary: true }) applicationId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  /** The member while the firm owes a decision, null after: UNIQUE, so that one waits at a time. */
  @Col.code(24, { grade: 'L2', nullable: true }) openKey!: string | null;
  @Col.code(24, { grade: 'L3' }) ground!: ProfessionalGround;
  @Col.text(300, { grade: 'L3' }) experience!: string;
  /** Of the words on what a professional investor gives up, as the member read them. */
  @Col.count({ grade: 'L1' }) textVersion!: number;
  @Col.code(64, { grade: 'L1' }) textSha256!: string;
  /** Of all that is decided on: ground, words and evidence. */
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.code(16, { grade: 'L2' }) state!: ProfessionalState;
  @Col.instant({ grade: 'L2' }) appliedAt!: number;
  @Col.publicId({ grade: 'L2', nullable: true }) checkerId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) checkedAt!: number | null;
  @Col.publicId({ grade: 'L2', nullable: true }) deciderId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
  /** Why not, as the member is told. */
  @Col.text(500, { grade: 'L3', nullable: true }) refusal!: string | null;
  /** The first day on which it counts no more. */
  @Col.day({ grade: 'L3', nullable: true }) validUntil!: number | null;
  /** When the member withdrew it, or went back. */
  @Col.instant({ grade: 'L2', nullable: true }) endedAt!: number | null;
}

/** A picture of the evidence. Without an application for an hour it goes. */
@Entity('professional_pictures')
@Index('ix_professional_pictures_application', ['applicationId', 'uploadedAt'])
@Index('ix_professional_pictures_uploaded', ['uploadedAt'])
export class ProfessionalPicture {
  /** The id of its file. */
  @Col.publicId({ grade: 'L1', primary: true }) pictureId!: string;
  @Col.publicId({ grade: 'L1', nullable: true }) applicationId!: string | null;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.instant({ grade: 'L2' }) uploadedAt!: number;
}
