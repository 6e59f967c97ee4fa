import type { ProductState, ProductType, RiskLevel } from '@siyu/shared/suitability';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Something the firm sells or explains. Its terms change neither on sale nor once it is retired. */
@Entity('products')
@Index('uq_products_code', ['code'], { unique: true })
@Index('ix_products_state', ['state', 'createdAt', 'productId'])
@Index('ix_products_made', ['createdAt', 'productId'])
export class Product {
  @Col.publicId({ grade: 'L1', primary: true }) productId!: string;
  @Col.code(32, { grade: 'L1' }) code!: string;
  @Col.text(60, { grade: 'L1' }) name!: string;
  @Col.code(24, { grade: 'L1' }) type!: ProductType;
  @Col.code(16, { grade: 'L1' }) state!: ProductState;
  /** Null: nobody rated it. */
  @Col.code(8, { grade: 'L1', nullable: true }) level!: RiskLevel | null;
  /** The first day on which the level counts no more. */
  @Col.day({ grade: 'L1', nullable: true }) levelValidUntil!: number | null;
  @Col.count({ grade: 'L1', nullable: true }) horizonMonths!: number | null;
  @Col.flag({ grade: 'L1' }) isPrivate!: boolean;
  /** Counts what was handed in. */
  @Col.count({ grade: 'L1' }) version!: number;
  /** SHA-256 over all terms that a person wrote. */
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  /** Everybody who wrote a part: none of them may put it on sale. */
  @Col.json({ grade: 'L2' }) editorIds!: string[];
  @Col.publicId({ grade: 'L1', nullable: true }) reviewId!: string | null;
  @Col.text(200, { grade: 'L2', nullable: true }) endReason!: string | null;
  @Col.instant({ grade: 'L1' }) createdAt!: number;
  /** Written by every act on it, so that two people who act at once wait for each other. */
  @Col.instant({ grade: 'L1' }) updatedAt!: number;
}

/** A level that two people agreed on. Append-only: years later it is asked what was known on a day (REQ-SUIT-15). */
@Entity('product_levels')
export class ProductLevelEntry {
  @Col.publicId({ grade: 'L1', primary: true }) productId!: string;
  @Col.count({ grade: 'L1', primary: true }) version!: number;
  @Col.code(8, { grade: 'L1' }) level!: RiskLevel;
  @Col.day({ grade: 'L1' }) validUntil!: number;
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.publicId({ grade: 'L2' }) deciderId!: string;
  @Col.instant({ grade: 'L1' }) decidedAt!: number;
}
