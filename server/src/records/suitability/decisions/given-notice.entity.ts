import type { MoreInformation } from '@siyu/shared/contracts/product-shelf';
import type { InvestorLevel, NoticeKind, RiskLevel } from '@siyu/shared/suitability';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/**
 * A text that a member read to its end and confirmed, whole, with how it was read: what a recording is at the counter
 * (双录, REQ-SUIT-13). Append-only.
 */
@Entity('product_notices')
@Index('ix_product_notices_about', ['memberNo', 'productId', 'givenAt'])
export class GivenNoticeEntry {
  @Col.publicId({ grade: 'L2', primary: true }) noticeId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.publicId({ grade: 'L3' }) productId!: string;
  @Col.code(24, { grade: 'L2' }) kind!: NoticeKind;
  @Col.count({ grade: 'L1' }) textVersion!: number;
  @Col.longText({ grade: 'L1' }) text!: string;
  @Col.code(64, { grade: 'L1' }) textSha256!: string;
  /** Levels of which it spoke. */
  @Col.code(12, { grade: 'L3', nullable: true }) investorLevel!: InvestorLevel | null;
  @Col.code(8, { grade: 'L1', nullable: true }) productLevel!: RiskLevel | null;
  /** How long it was open, never more than the server's own clock bears out. */
  @Col.count({ grade: 'L2' }) dwellMs!: number;
  /** Its end was on the screen; what is not read to the end is not confirmed. */
  @Col.flag({ grade: 'L2' }) hasReachedEnd!: boolean;
  @Col.json({ grade: 'L3', nullable: true }) answers!: MoreInformation | null;
  /** When it was confirmed. */
  @Col.instant({ grade: 'L2' }) givenAt!: number;
  /** SHA-256 over all of this in canonical JSON. */
  @Col.code(64, { grade: 'L2' }) sha256!: string;
}
