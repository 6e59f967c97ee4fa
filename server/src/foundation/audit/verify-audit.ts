import { In, MoreThan, type EntityManager } from 'typeorm';
import { AuditPendingRow, AuditRow, AuditSeal } from './audit-row.entity.ts';
import { NO_SEAL_BEFORE, hashOfRow, hashOfSeal, rootOfLeaves } from './seal.ts';

const SEALS_AT_ONCE = 20;
const ROWS_AT_ONCE = 1000;

export interface AuditBreak {
  readonly kind: 'row_altered' | 'row_missing' | 'row_inserted' | 'seal_altered' | 'seal_missing';
  readonly rowId: string | null;
  readonly sealSequence: number | null;
}

export interface AuditVerdict {
  /** The first break in the order of the seals, then rows that no seal knows; null when the trail is whole. */
  readonly firstBreak: AuditBreak | null;
  readonly rows: number;
  readonly seals: number;
  readonly unsealedRows: number;
  /** When the oldest row that awaits its seal was recorded, epoch ms. */
  readonly oldestUnsealedAt: number | null;
  /** Hash of the last seal: noted outside the database, it proves later that nothing was cut off the end. */
  readonly lastSealHash: string | null;
}

async function firstBreakUnder(manager: EntityManager, seal: AuditSeal): Promise<AuditBreak | null> {
  const at = (kind: AuditBreak['kind'], rowId: string | null): AuditBreak => ({
    kind,
    rowId,
    sealSequence: seal.sequence,
  });
  if (seal.leaves.length === 0 || rootOfLeaves(seal.leaves) !== seal.merkleRoot)
    return at('seal_altered', null);
  const rows = await manager.findBy(AuditRow, { rowId: In(seal.leaves.map(([rowId]) => rowId)) });
  const rowOf = new Map(rows.map((row) => [row.rowId, row]));
  for (const [rowId, hash] of seal.leaves) {
    const row = rowOf.get(rowId);
    if (row === undefined) return at('row_missing', rowId);
    if (hashOfRow(row) !== hash) return at('row_altered', rowId);
  }
  return null;
}

/** The oldest row that neither a seal nor the waiting list knows. */
async function findStranger(manager: EntityManager, sealed: ReadonlySet<string>): Promise<string | null> {
  let after = '';
  for (;;) {
    const rows = await manager.find(AuditRow, {
      select: { rowId: true },
      where: { rowId: MoreThan(after) },
      order: { rowId: 'ASC' },
      take: ROWS_AT_ONCE,
    });
    const last = rows.at(-1);
    if (last === undefined) return null;
    const unsealed = rows.map(({ rowId }) => rowId).filter((rowId) => !sealed.has(rowId));
    const pending = await manager.findBy(AuditPendingRow, { rowId: In(unsealed) });
    const known = new Set(pending.map(({ rowId }) => rowId));
    const stranger = unsealed.find((rowId) => !known.has(rowId));
    if (stranger !== undefined) return stranger;
    after = last.rowId;
  }
}

/** The row that has waited longest for its seal. */
export async function findOldestPending(manager: EntityManager): Promise<AuditRow | null> {
  return manager
    .createQueryBuilder(AuditRow, 'audit_row')
    .innerJoin(AuditPendingRow, 'pending', 'pending.rowId = audit_row.rowId')
    .orderBy('audit_row.recordedAt', 'ASC')
    .limit(1)
    .getOne();
}

/** A waiting id whose row has gone: deleted before its seal. */
async function findLostPending(manager: EntityManager): Promise<string | null> {
  const lost = await manager
    .createQueryBuilder(AuditPendingRow, 'pending')
    .leftJoin(AuditRow, 'audit_row', 'audit_row.rowId = pending.rowId')
    .where('audit_row.rowId IS NULL')
    .orderBy('pending.rowId', 'ASC')
    .limit(1)
    .getOne();
  return lost?.rowId ?? null;
}

/**
 * Recomputes every seal and every sealed row. Give it a manager inside one read transaction: the answer then
 * speaks of one moment even while the server writes.
 */
export async function verifyAudit(manager: EntityManager): Promise<AuditVerdict> {
  const sealed = new Set<string>();
  let firstBreak: AuditBreak | null = null;
  let previous: Pick<AuditSeal, 'sequence' | 'sealHash'> = { sequence: 0, sealHash: NO_SEAL_BEFORE };
  for (;;) {
    const seals = await manager.find(AuditSeal, {
      where: { sequence: MoreThan(previous.sequence) },
      order: { sequence: 'ASC' },
      take: SEALS_AT_ONCE,
    });
    if (seals.length === 0) break;
    for (const seal of seals) {
      const expected = previous.sequence + 1;
      const isChained = seal.previousSealHash === previous.sealHash && hashOfSeal(seal) === seal.sealHash;
      if (seal.sequence !== expected) {
        firstBreak ??= { kind: 'seal_missing', rowId: null, sealSequence: expected };
      }
      firstBreak ??= await firstBreakUnder(manager, seal);
      if (!isChained) firstBreak ??= { kind: 'seal_altered', rowId: null, sealSequence: seal.sequence };
      for (const [rowId] of seal.leaves) sealed.add(rowId);
      previous = seal;
    }
  }
  const oldest = await findOldestPending(manager);
  const lost = await findLostPending(manager);
  const stranger = firstBreak === null && lost === null ? await findStranger(manager, sealed) : null;
  if (lost !== null) firstBreak ??= { kind: 'row_missing', rowId: lost, sealSequence: null };
  if (stranger !== null) firstBreak ??= { kind: 'row_inserted', rowId: stranger, sealSequence: null };
  return {
    firstBreak,
    rows: await manager.count(AuditRow),
    seals: previous.sequence,
    unsealedRows: await manager.count(AuditPendingRow),
    oldestUnsealedAt: oldest?.recordedAt ?? null,
    lastSealHash: previous.sequence === 0 ? null : previous.sealHash,
  };
}
