import { canonicalJson, sha256OfJson } from './canonical-json.ts';
import type { AuditRow, AuditSeal } from './audit-row.entity.ts';
import { leafHash, merkleRoot } from './merkle.ts';

/** What the first seal names as the one before it. */
export const NO_SEAL_BEFORE = '0'.repeat(64);
/** Rows under one seal: `[id, hash]` of each fits the 64 KB of a text column with room to spare. */
export const ROWS_PER_SEAL = 400;

/** Leaf hash over everything the row says, in hexadecimal. */
export function hashOfRow(row: AuditRow): string {
  const {
    rowId,
    recordedAt,
    actorKind,
    actorId,
    action,
    subjectKind,
    subjectId,
    subjectNo,
    reasonCode,
    inputs,
  } = row;
  const content = [
    rowId,
    recordedAt,
    actorKind,
    actorId,
    action,
    subjectKind,
    subjectId,
    subjectNo,
    reasonCode,
    inputs,
  ];
  return leafHash(canonicalJson(content)).toString('hex');
}

/** Merkle root over the leaf hashes of a seal, in their order. */
export function rootOfLeaves(leaves: AuditSeal['leaves']): string {
  // The id goes under the root together with its hash, so that neither can be exchanged alone.
  return merkleRoot(leaves.map(([rowId, hash]) => leafHash(`${rowId} ${hash}`))).toString('hex');
}

/** Hash that chains a seal to the one before it. */
export function hashOfSeal(seal: Omit<AuditSeal, 'sealHash'>): string {
  const { sequence, previousSealHash, merkleRoot: root, leaves, sealedAt } = seal;
  return sha256OfJson({ sequence, previousSealHash, root, rows: leaves.length, sealedAt });
}

/** The seal that follows `previous` over the given rows. */
export function sealRows(
  rows: readonly AuditRow[],
  previous: Pick<AuditSeal, 'sequence' | 'sealHash'> | null,
  sealedAt: number,
): AuditSeal {
  const leaves = rows.map((row) => [row.rowId, hashOfRow(row)] as const);
  const unhashed = {
    sequence: (previous?.sequence ?? 0) + 1,
    previousSealHash: previous?.sealHash ?? NO_SEAL_BEFORE,
    merkleRoot: rootOfLeaves(leaves),
    leaves,
    sealedAt,
  };
  return { ...unhashed, sealHash: hashOfSeal(unhashed) };
}
