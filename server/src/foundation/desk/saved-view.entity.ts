import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A view of a list of the console that one person keeps. */
@Entity('saved_views')
@Index('ix_saved_views_staff', ['staffId', 'list'])
export class SavedViewRow {
  @Col.publicId({ grade: 'L1', primary: true }) viewId!: string;
  @Col.publicId({ grade: 'L2' }) staffId!: string;
  @Col.code(16, { grade: 'L1' }) list!: string;
  @Col.text(20, { grade: 'L2' }) name!: string;
  /** May name a client who was searched for. */
  @Col.text(500, { grade: 'L3' }) query!: string;
}
