import { Injectable } from '@nestjs/common';
import type { ExportRow } from '@siyu/shared/contracts/exports';
import { EXPORT_KINDS } from '@siyu/shared/contracts/exports.limits';
import type { Principal } from '../../platform/http/index.ts';
import { type Staff, StaffDirectory } from '../organisation/index.ts';
import type { ExportRecord } from './export.entity.ts';
import { exportNumber } from './export-text.ts';

/** Exports with the names of the people in them, as one caller sees them. */
@Injectable()
export class ExportRowsView {
  constructor(private readonly staff: StaffDirectory) {}

  async rowsOf(records: readonly ExportRecord[], caller: Principal): Promise<ExportRow[]> {
    const people = records.flatMap(({ requesterId, deciderId }) => [requesterId, deciderId ?? requesterId]);
    const staff = await this.staff.listStaffByIds(people);
    return records.map((record) => rowOf(record, caller, staff));
  }
}

function rowOf(record: ExportRecord, caller: Principal, staff: ReadonlyMap<string, Staff>): ExportRow {
  const { exportId, state, query, columns, reason, sha256, requesterId, deciderId, decidedAt } = record;
  const kind = EXPORT_KINDS.find((each) => each === record.kind);
  if (kind === undefined) throw new RangeError(`unknown kind of export ${record.kind}`);
  const nameOf = (staffId: string): string => staff.get(staffId)?.name ?? '';
  return {
    exportId,
    number: exportNumber(record),
    kind,
    state,
    query: { ...query },
    columns: [...columns],
    reason,
    isOwn: requesterId === caller.id,
    requestedByName: nameOf(requesterId),
    requestedAt: instant(record.requestedAt),
    sha256,
    decision:
      deciderId === null || decidedAt === null
        ? null
        : { isApproved: state !== 'REFUSED', byName: nameOf(deciderId), at: instant(decidedAt) },
    rowsExpected: record.rowsExpected,
    rowsDone: record.rowsDone,
    finishedAt: record.finishedAt === null ? null : instant(record.finishedAt),
    expiresAt: record.expiresAt === null ? null : instant(record.expiresAt),
    downloads: record.downloads,
    failureCode: record.failureCode,
  };
}

const instant = (at: number): string => new Date(at).toISOString();
