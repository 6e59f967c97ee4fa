import type { SuppressionReason } from '@siyu/shared/contracts/notifications.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Makes those who want to contact the same member wait for each other. */
@Entity('contact_turns')
export class ContactTurn {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L1' }) turns!: number;
}

/** A marketing contact that was let through, or the reason why it was not. Rows are only ever added. */
@Entity('marketing_contacts')
@Index('ix_marketing_contacts_member', ['memberNo', 'onDay'])
@Index('ix_marketing_contacts_key', ['businessKey', 'isAdmitted'])
export class MarketingContact {
  @Col.publicId({ grade: 'L1', primary: true }) contactId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(32, { grade: 'L1' }) channel!: string;
  /** What was to be sent; carries nothing personal. */
  @Col.code(128, { grade: 'L1' }) businessKey!: string;
  @Col.flag({ grade: 'L2' }) isAdmitted!: boolean;
  @Col.code(16, { grade: 'L2', nullable: true }) reason!: SuppressionReason | null;
  @Col.day({ grade: 'L2' }) onDay!: number;
  @Col.instant({ grade: 'L2' }) at!: number;
  /** Version of the budget's rules. */
  @Col.count({ grade: 'L1' }) ruleVersion!: number;
}
