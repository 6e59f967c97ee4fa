import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

export type SpeakerKind = 'STAFF' | 'CONTACT';

/** What was said between staff and a customer. Rows are only ever added; one that was taken back has another that names it. */
@Entity('archive_messages')
@Index('uq_archive_messages_seq', ['seq'], { unique: true })
@Index('uq_archive_messages_msgid', ['msgid'], { unique: true })
@Index('ix_archive_messages_contact', ['contactId', 'sentAt', 'messageId'])
@Index('ix_archive_messages_chat', ['chatKey', 'sentAt', 'messageId'])
@Index('ix_archive_messages_recalled', ['recalledMsgid'])
export class ArchiveMessage {
  @Col.publicId({ grade: 'L1', primary: true }) messageId!: string;
  @Col.count({ grade: 'L1' }) seq!: number;
  @Col.code(128, { grade: 'L2' }) msgid!: string;
  /** The chat it stands in, be it a group or two people. */
  @Col.code(200, { grade: 'L3' }) chatKey!: string;
  /** Null between two people. */
  @Col.code(128, { grade: 'L2', nullable: true }) chatId!: string | null;
  @Col.code(8, { grade: 'L2' }) fromKind!: SpeakerKind;
  /** Of staff: who speaks in a group, and the one of two people. */
  @Col.code(64, { grade: 'L2', nullable: true }) wecomUserId!: string | null;
  /** The customer whose it is: who speaks in a group, and the other one of two people. */
  @Col.code(128, { grade: 'L3', nullable: true }) contactId!: string | null;
  @Col.instant({ grade: 'L2' }) sentAt!: number;
  @Col.instant({ grade: 'L2' }) heardAt!: number;
  @Col.code(32, { grade: 'L2' }) kind!: string;
  /** The key its text is sealed with; null for what has no text. */
  @Col.publicId({ grade: 'L1', nullable: true }) keyId!: string | null;
  @Col.longText({ grade: 'L4', nullable: true }) sealedText!: string | null;
  /** What WeCom calls the file; the file itself is not fetched. */
  @Col.text(1_024, { grade: 'L3', nullable: true }) fileId!: string | null;
  @Col.code(32, { grade: 'L2', nullable: true }) fileMd5!: string | null;
  @Col.count({ grade: 'L2', nullable: true }) fileBytes!: number | null;
  /** The message that this one takes back. */
  @Col.code(128, { grade: 'L2', nullable: true }) recalledMsgid!: string | null;
}

/** A key that the texts of one customer, or of staff in one group, are sealed with. Without it they are gone for good. */
@Entity('archive_keys')
@Index('ix_archive_keys_owner', ['ownerId'])
export class ArchiveKey {
  @Col.publicId({ grade: 'L1', primary: true }) keyId!: string;
  @Col.code(128, { grade: 'L3' }) ownerId!: string;
  /** Null: destroyed with the account. */
  @Col.text(255, { grade: 'L4', nullable: true }) sealedKey!: string | null;
  @Col.instant({ grade: 'L2' }) madeAt!: number;
}
