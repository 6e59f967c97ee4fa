import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One version of something the business decides: weights, cuts, texts. Immutable once live. */
@Entity('config_versions')
@Index('uq_config_versions_key', ['configKey', 'version'], { unique: true })
export class ConfigVersion {
  @Col.publicId({ grade: 'L1', primary: true }) configVersionId!: string;
  /** Business key such as `feed.weights`; (key, version) is unique. */
  @Col.code(64, { grade: 'L1' }) configKey!: string;
  @Col.count({ grade: 'L1' }) version!: number;
  /** From when decisions use it, epoch ms. */
  @Col.instant({ grade: 'L1' }) validFrom!: number;
  @Col.json({ grade: 'L1' }) json!: object;
  @Col.count({ grade: 'L1' }) schemaVersion!: number;
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  /** Staff id, or `system` for the value the software brought along. */
  @Col.code(64, { grade: 'L2' }) author!: string;
  @Col.code(64, { grade: 'L2', nullable: true }) reviewer!: string | null;
  /** `IN_REVIEW`, `LIVE` or `REJECTED`. */
  @Col.code(16, { grade: 'L1' }) state!: string;
  @Col.instant({ grade: 'L1' }) createdAt!: number;
}
