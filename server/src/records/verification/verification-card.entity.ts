import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** The code under a card of ours. Rows are never deleted, so a code is never given to another card. */
@Entity('verification_cards')
@Index('uq_verification_cards_subject', ['kind', 'subjectKey'], { unique: true })
export class VerificationCard {
  @Col.code(8, { grade: 'L1', primary: true }) code!: string;
  @Col.code(16, { grade: 'L1' }) kind!: string;
  @Col.code(64, { grade: 'L1' }) subjectKey!: string;
  @Col.instant({ grade: 'L1' }) issuedAt!: number;
}
