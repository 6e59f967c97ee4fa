import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** An office of the firm. Its path holds the codes of those above it, such as `/gz/tianhe/`. */
@Entity('branches')
@Index('uq_branches_path', ['path'], { unique: true })
export class Branch {
  @Col.publicId({ grade: 'L1', primary: true }) branchId!: string;
  @Col.code(190, { grade: 'L1' }) path!: string;
  @Col.text(60, { grade: 'L1' }) name!: string;
}
