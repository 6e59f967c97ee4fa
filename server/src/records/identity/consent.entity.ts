import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One decision of a member about one text. Append-only: the proof of what was agreed to, and when. */
@Entity('consents')
@Index('ix_consents_member', ['memberNo', 'decidedAt'])
export class Consent {
  @Col.publicId({ grade: 'L2', primary: true }) consentId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(16, { grade: 'L1' }) purpose!: string;
  @Col.code(32, { grade: 'L1' }) textVersion!: string;
  @Col.code(64, { grade: 'L1' }) textSha256!: string;
  @Col.code(16, { grade: 'L1' }) channel!: string;
  @Col.flag({ grade: 'L2' }) isGranted!: boolean;
  @Col.instant({ grade: 'L2' }) decidedAt!: number;
}

/** The last decision per purpose, kept in the transaction that appends the decision. */
@Entity('current_consents')
export class CurrentConsent {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(16, { grade: 'L1', primary: true }) purpose!: string;
  @Col.code(32, { grade: 'L1' }) textVersion!: string;
  @Col.flag({ grade: 'L2' }) isGranted!: boolean;
  @Col.instant({ grade: 'L2' }) decidedAt!: number;
}
