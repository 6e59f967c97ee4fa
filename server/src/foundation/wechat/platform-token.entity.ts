import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A platform's access token, shared by all processes; the row also says who is fetching the next one. */
@Entity('platform_tokens')
export class PlatformToken {
  @Col.code(64, { grade: 'L1', primary: true }) name!: string;
  /** Encrypted; empty before the first one. */
  @Col.code(2_048, { grade: 'L4' }) sealed!: string;
  /** A little before it expires. */
  @Col.instant({ grade: 'L1' }) usedUntil!: number;
  @Col.code(64, { grade: 'L1', nullable: true }) fetcher!: string | null;
  @Col.instant({ grade: 'L1' }) fetcherUntil!: number;
}
