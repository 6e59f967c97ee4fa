import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TrailExportQuery } from '@siyu/shared/contracts/exports';
import type { TrailRow } from '@siyu/shared/contracts/trail';
import { actorKindNames, trailActionNames, trailSubjectNames } from '@siyu/shared/messages';
import { type Principal, ValidationFailed } from '../../platform/http/index.ts';
import { type ExportKind, ExportKinds, type ExportPage } from '../exports/index.ts';
import { TrailDesk } from './trail-desk.ts';
import { AUDITORS } from './trail.console.controller.ts';

/** Lets the trail out as a file: acts name customers by their id, so a second person agrees here as well. */
@Injectable()
export class TrailExport implements ExportKind, OnModuleInit {
  readonly name = 'audit';
  readonly roles = AUDITORS;

  constructor(
    private readonly desk: TrailDesk,
    private readonly kinds: ExportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async count(_: Principal, query: Readonly<Record<string, string>>, max: number): Promise<number> {
    return this.desk.countTrail(filterOf(query), max);
  }

  async page(
    _: Principal,
    query: Readonly<Record<string, string>>,
    after: string | null,
    limit: number,
  ): Promise<ExportPage> {
    const place = { limit, ...(after !== null && { cursor: after }) };
    const { rows, nextCursor } = await this.desk.listPage({ ...filterOf(query), ...place });
    return { rows: rows.map(cellsOf), after: nextCursor };
  }
}

function filterOf(query: Readonly<Record<string, string>>) {
  const parsed = TrailExportQuery.safeParse(query);
  if (!parsed.success) throw new ValidationFailed([{ path: 'query', message: 'not a filter of the list' }]);
  return parsed.data;
}

function cellsOf(row: TrailRow): Readonly<Record<string, string>> {
  return {
    recordedAt: row.recordedAt,
    actor: row.actorName ?? actorKindNames[row.actorKind] ?? row.actorKind,
    action: trailActionNames[row.action] ?? row.action,
    subjectKind: trailSubjectNames[row.subjectKind] ?? row.subjectKind,
    subjectId: row.subjectId,
    reason: row.reasonCode ?? '',
    inputs: row.inputs === null ? '' : JSON.stringify(row.inputs),
    sealed: row.isSealed ? '是' : '否',
  };
}
