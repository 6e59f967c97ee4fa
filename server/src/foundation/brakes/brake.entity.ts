import type { BrakeKind, BrakeState } from '@siyu/shared/contracts/brakes.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Something that was stopped at once by one person, until two let it go again. */
@Entity('brakes')
@Index('uq_brakes_open_key', ['openKey'], { unique: true })
@Index('ix_brakes_state', ['state', 'putOnAt', 'brakeId'])
export class Brake {
  @Col.publicId({ grade: 'L1', primary: true }) brakeId!: string;
  @Col.code(16, { grade: 'L1' }) kind!: BrakeKind;
  /** Id of a branch, adviser or text, code of a product, name of a channel; empty for the firm. */
  @Col.code(64, { grade: 'L1' }) target!: string;
  /** What it was called when it was stopped. */
  @Col.text(60, { grade: 'L1' }) targetName!: string;
  /** Of a branch, and of the one that an adviser worked in; null for what is nobody's alone. */
  @Col.code(190, { grade: 'L1', nullable: true }) branchPath!: string | null;
  @Col.code(16, { grade: 'L1' }) state!: BrakeState;
  /** Kind and target while it is on, null after: UNIQUE, so that a thing is stopped by one brake at a time. */
  @Col.code(90, { grade: 'L1', nullable: true }) openKey!: string | null;
  @Col.text(200, { grade: 'L2' }) reason!: string;
  @Col.publicId({ grade: 'L2' }) putOnById!: string;
  @Col.instant({ grade: 'L1' }) putOnAt!: number;
  /** How often its release was asked for; the last request is told below while nobody has decided on it. */
  @Col.count({ grade: 'L1' }) askedTimes!: number;
  @Col.text(200, { grade: 'L2', nullable: true }) askedReason!: string | null;
  @Col.publicId({ grade: 'L2', nullable: true }) askedById!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) askedAt!: number | null;
  @Col.publicId({ grade: 'L2', nullable: true }) releasedById!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) releasedAt!: number | null;
}
