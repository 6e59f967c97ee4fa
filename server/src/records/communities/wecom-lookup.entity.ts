import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

export type LookupKind = 'CONTACT' | 'GROUP';

/** What WeCom is to be asked about, once however often it was told to have changed. */
@Entity('wecom_lookups')
@Index('ix_wecom_lookups_next', ['nextAt'])
export class WecomLookup {
  @Col.code(16, { grade: 'L1', primary: true }) kind!: LookupKind;
  @Col.code(128, { grade: 'L3', primary: true }) externalId!: string;
  /** Told anew meanwhile, it is another one: what was found out before may be of no use. */
  @Col.publicId({ grade: 'L1' }) wantedId!: string;
  @Col.instant({ grade: 'L1' }) nextAt!: number;
  @Col.count({ grade: 'L1' }) tries!: number;
}
