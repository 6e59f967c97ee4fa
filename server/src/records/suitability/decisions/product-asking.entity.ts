import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** A member named a product that nobody had spoken of (REQ-SUIT-3). Append-only. */
@Entity('product_askings')
@Index('ix_product_askings_member', ['memberNo', 'askedAt'])
export class ProductAsking {
  /** Made by the phone. */
  @Col.publicId({ grade: 'L2', primary: true }) askingId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.publicId({ grade: 'L3' }) productId!: string;
  @Col.instant({ grade: 'L3' }) askedAt!: number;
  /** SHA-256 over all of this in canonical JSON. */
  @Col.code(64, { grade: 'L2' }) sha256!: string;
}
