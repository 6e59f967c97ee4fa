import type { RedemptionState } from '@siyu/shared/contracts/redemption.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** An exchange of points, or of a coupon, for an item. It can be given back once. */
@Entity('redemptions')
@Index('ix_redemptions_member', ['memberNo', 'redeemedAt', 'redemptionId'])
@Index('ix_redemptions_item', ['itemId', 'state'])
export class RedemptionEntry {
  /** Named by the client. */
  @Col.publicId({ grade: 'L2', primary: true }) redemptionId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  /** The number under which the person's own limit was counted. */
  @Col.memberNo({ grade: 'L2' }) takerNo!: number;
  @Col.publicId({ grade: 'L3' }) itemId!: string;
  @Col.count({ grade: 'L2' }) itemVersion!: number;
  @Col.count({ grade: 'L3' }) points!: number;
  @Col.publicId({ grade: 'L2', nullable: true }) couponId!: string | null;
  @Col.code(16, { grade: 'L3' }) state!: RedemptionState;
  @Col.instant({ grade: 'L3' }) redeemedAt!: number;
  @Col.instant({ grade: 'L3', nullable: true }) cancelledAt!: number | null;
}

/** How many of an item one person has taken and not given back. */
@Entity('catalogue_takers')
export class CatalogueTaker {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L3', primary: true }) itemId!: string;
  @Col.count({ grade: 'L3' }) taken!: number;
}
