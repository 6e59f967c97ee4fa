import type {
  EntitlementKind,
  EntitlementSource,
  EntitlementState,
} from '@siyu/shared/contracts/entitlements.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Something a member may have or do, given once by what it came of. */
@Entity('entitlements')
@Index('uq_entitlements_source', ['sourceKind', 'sourceId'], { unique: true })
@Index('ix_entitlements_member', ['memberNo', 'grantedAt', 'entitlementId'])
@Index('ix_entitlements_held', ['memberNo', 'kind', 'target'])
export class Entitlement {
  @Col.publicId({ grade: 'L2', primary: true }) entitlementId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(16, { grade: 'L3' }) kind!: EntitlementKind;
  /** Code of a path, id of a live or of an item of the catalogue; null for what leads nowhere in the app. */
  @Col.code(40, { grade: 'L3', nullable: true }) target!: string | null;
  /** What it was called when it was given. */
  @Col.text(60, { grade: 'L3' }) title!: string;
  @Col.code(16, { grade: 'L2' }) sourceKind!: EntitlementSource;
  @Col.code(64, { grade: 'L2' }) sourceId!: string;
  @Col.instant({ grade: 'L3' }) grantedAt!: number;
  /** From this moment on it is worth nothing; null when it never ends. */
  @Col.instant({ grade: 'L3', nullable: true }) expiresAt!: number | null;
  @Col.code(16, { grade: 'L3' }) state!: EntitlementState;
  /** When it was used or cancelled. */
  @Col.instant({ grade: 'L3', nullable: true }) endedAt!: number | null;
  /** Whoever of staff honoured it; null where the member used it themselves. */
  @Col.publicId({ grade: 'L2', nullable: true }) endedById!: string | null;
}

/** A path that only its holders learn, by what keeps it so; it is open to everybody once nothing does. */
@Entity('kept_paths')
export class KeptPath {
  @Col.code(32, { grade: 'L1', primary: true }) pathCode!: string;
  @Col.publicId({ grade: 'L1', primary: true }) keeperId!: string;
  @Col.instant({ grade: 'L1' }) keptAt!: number;
}
