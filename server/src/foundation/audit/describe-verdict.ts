import type { AuditBreak, AuditVerdict } from './verify-audit.ts';

const BREAKS: Record<AuditBreak['kind'], (found: AuditBreak) => string> = {
  row_altered: ({ rowId, sealSequence }) =>
    `row ${rowId} under seal ${sealSequence} was altered after it was sealed`,
  row_missing: ({ rowId, sealSequence }) =>
    sealSequence === null
      ? `row ${rowId} was deleted before it was sealed`
      : `row ${rowId} under seal ${sealSequence} was deleted`,
  row_inserted: ({ rowId }) => `row ${rowId} was inserted past the audit trail: no seal knows it`,
  seal_altered: ({ sealSequence }) => `seal ${sealSequence} was altered`,
  seal_missing: ({ sealSequence }) => `seal ${sealSequence} was deleted`,
};

/**
 * The verdict in sentences for a person at a terminal.
 * @param now epoch milliseconds, to tell how long the oldest row has waited.
 */
export function describeVerdict(verdict: AuditVerdict, now: number): string[] {
  const { firstBreak, rows, seals, unsealedRows, oldestUnsealedAt, lastSealHash } = verdict;
  const waiting =
    oldestUnsealedAt === null
      ? 'none waits for a seal'
      : `${unsealedRows} wait for a seal, the oldest for ${Math.max(0, Math.round((now - oldestUnsealedAt) / 1000))} s`;
  return [
    firstBreak === null
      ? 'Audit trail whole.'
      : `Audit trail BROKEN: ${BREAKS[firstBreak.kind](firstBreak)}.`,
    `${rows} rows under ${seals} seals; ${waiting}.`,
    `Last seal: ${lastSealHash ?? 'none'} (note it elsewhere: it proves later that nothing was cut off the end).`,
  ];
}
