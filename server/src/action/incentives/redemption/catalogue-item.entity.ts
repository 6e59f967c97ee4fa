import type { CatalogueKind, ItemState } from '@siyu/shared/contracts/redemption.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** Something that points are exchanged for. Its terms change in no state but DRAFT. */
@Entity('catalogue_items')
@Index('ix_catalogue_items_state', ['state', 'createdAt', 'itemId'])
@Index('ix_catalogue_items_made', ['createdAt', 'itemId'])
export class CatalogueItem {
  @Col.publicId({ grade: 'L1', primary: true }) itemId!: string;
  @Col.code(16, { grade: 'L1' }) state!: ItemState;
  /** Counts what was handed in. */
  @Col.count({ grade: 'L1' }) version!: number;
  @Col.code(16, { grade: 'L1' }) kind!: CatalogueKind;
  @Col.code(40, { grade: 'L1', nullable: true }) target!: string | null;
  @Col.text(60, { grade: 'L1' }) title!: string;
  @Col.text(200, { grade: 'L1' }) summary!: string;
  @Col.count({ grade: 'L1' }) points!: number;
  @Col.fen({ grade: 'L1' }) valueFen!: number;
  @Col.count({ grade: 'L1' }) stock!: number;
  /** Changed by statements that add one or take one, never by one that sets it. */
  @Col.count({ grade: 'L1' }) taken!: number;
  @Col.count({ grade: 'L1' }) perMember!: number;
  @Col.instant({ grade: 'L1' }) fromAt!: number;
  @Col.instant({ grade: 'L1' }) untilAt!: number;
  @Col.count({ grade: 'L1', nullable: true }) validDays!: number | null;
  /** SHA-256 over all terms that a person wrote. */
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  /** Everybody who wrote a part: none of them may publish it. */
  @Col.json({ grade: 'L2' }) editorIds!: string[];
  @Col.publicId({ grade: 'L1', nullable: true }) reviewId!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) publishedAt!: number | null;
  @Col.text(200, { grade: 'L2', nullable: true }) withdrawalReason!: string | null;
  @Col.instant({ grade: 'L1' }) createdAt!: number;
  /** Written by every act on it, so that two people who act at once wait for each other. */
  @Col.instant({ grade: 'L1' }) updatedAt!: number;
}
