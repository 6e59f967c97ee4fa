import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** How many messages of a template a member still allows. Always the sum of the ledger; never below nothing. */
@Entity('subscribe_balances')
export class SubscribeBalance {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(64, { grade: 'L1', primary: true }) templateId!: string;
  @Col.count({ grade: 'L2' }) messagesLeft!: number;
  /** When WeChat, or the member in WeChat's own settings, last said that none is left. */
  @Col.instant({ grade: 'L2', nullable: true }) emptiedAt!: number | null;
}

export const LEDGER_KINDS = ['ACCEPTED', 'HELD', 'RETURNED', 'REFUSED', 'TURNED_OFF'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** Why the balance changed, and by how much. Rows are only ever added. */
@Entity('subscribe_entries')
@Index('uq_subscribe_entries_source', ['sourceKey'], { unique: true })
@Index('ix_subscribe_entries_balance', ['memberNo', 'templateId', 'at'])
export class SubscribeEntry {
  @Col.publicId({ grade: 'L1', primary: true }) entryId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(64, { grade: 'L1' }) templateId!: string;
  @Col.code(16, { grade: 'L2' }) kind!: LedgerKind;
  @Col.count({ grade: 'L2' }) delta!: number;
  /** What the change came from, so that it is counted once. */
  @Col.code(96, { grade: 'L2' }) sourceKey!: string;
  @Col.instant({ grade: 'L2' }) at!: number;
}

/**
 * One accept, as the phone told it, as WeChat's event told it, or both. Either may be lost or late, and neither names
 * the other: an accept that only one side has told is taken by the next word of the other side.
 */
@Entity('subscribe_accepts')
@Index('uq_subscribe_accepts_phone', ['phoneKey'], { unique: true })
@Index('uq_subscribe_accepts_event', ['eventKey'], { unique: true })
@Index('ix_subscribe_accepts_member', ['memberNo', 'templateId', 'acceptedAt'])
export class SubscribeAccept {
  @Col.publicId({ grade: 'L1', primary: true }) acceptId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(64, { grade: 'L1' }) templateId!: string;
  @Col.instant({ grade: 'L2' }) acceptedAt!: number;
  @Col.code(96, { grade: 'L2', nullable: true }) phoneKey!: string | null;
  @Col.code(96, { grade: 'L2', nullable: true }) eventKey!: string | null;
}
