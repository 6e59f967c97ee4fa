import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/**
 * What a customer said to being recorded, with an employee or in a group. It holds from then until the next word of
 * them: in whatever order the words arrive, the intervals between them are the same.
 */
@Entity('archive_consents')
export class ArchiveConsent {
  @Col.code(128, { grade: 'L3', primary: true }) contactId!: string;
  /** A userid of WeCom, or the chat id of a group. */
  @Col.code(128, { grade: 'L2', primary: true }) withId!: string;
  @Col.instant({ grade: 'L2', primary: true }) changedAt!: number;
  @Col.flag({ grade: 'L2', primary: true }) isAgreed!: boolean;
  @Col.instant({ grade: 'L2' }) heardAt!: number;
}
