import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One thing somebody did. Written in the transaction of the act, never changed, sealed soon after. */
@Entity('audit_rows')
@Index('ix_audit_rows_actor', ['actorId', 'rowId'])
@Index('ix_audit_rows_subject', ['subjectId', 'rowId'])
@Index('ix_audit_rows_action', ['action', 'rowId'])
export class AuditRow {
  @Col.publicId({ grade: 'L2', primary: true }) rowId!: string;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
  /** `system`, `member`, `staff` or `machine`. */
  @Col.code(8, { grade: 'L2' }) actorKind!: string;
  @Col.code(64, { grade: 'L2', nullable: true }) actorId!: string | null;
  @Col.code(64, { grade: 'L2' }) action!: string;
  @Col.code(32, { grade: 'L2' }) subjectKind!: string;
  @Col.code(64, { grade: 'L2' }) subjectId!: string;
  @Col.memberNo({ grade: 'L2', nullable: true }) subjectNo!: number | null;
  @Col.code(64, { grade: 'L2', nullable: true }) reasonCode!: string | null;
  @Col.json({ grade: 'L3', nullable: true }) inputs!: object | null;
}

/** Ids of rows that await their seal: the trail itself is append-only and carries no mark of its own. */
@Entity('audit_pending_rows')
export class AuditPendingRow {
  @Col.publicId({ grade: 'L1', primary: true }) rowId!: string;
}

/** A batch of rows under one hash, chained to the batch before. */
@Entity('audit_seals')
export class AuditSeal {
  @Col.count({ grade: 'L1', primary: true }) sequence!: number;
  @Col.code(64, { grade: 'L1' }) previousSealHash!: string;
  @Col.code(64, { grade: 'L1' }) merkleRoot!: string;
  /** `[row id, leaf hash]` in order: the root guards the leaf hashes, the leaf hashes name the altered row. */
  @Col.json({ grade: 'L1' }) leaves!: (readonly [string, string])[];
  @Col.code(64, { grade: 'L1' }) sealHash!: string;
  @Col.instant({ grade: 'L1' }) sealedAt!: number;
}
