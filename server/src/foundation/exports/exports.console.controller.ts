import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AskExport,
  ExportLink,
  ExportListQuery,
  ExportRow,
  ExportRows,
} from '@siyu/shared/contracts/exports';
import { exportsRoutes } from '@siyu/shared/contracts/exports.routes';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { ExportsDesk } from './exports-desk.ts';

/** Whoever uses a list that can be taken out; which one, its kind decides. */
const ASKERS: readonly Role[] = [
  'adviser',
  'relationshipManager',
  'branchHead',
  'operator',
  'analyst',
  'compliance',
  'finance',
  'auditAdmin',
];

@Controller()
export class ExportsConsoleController {
  constructor(private readonly desk: ExportsDesk) {}

  @Bind(exportsRoutes.askExport, { response: ExportRow, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: ASKERS })
  askExport(
    @Caller() asker: Principal,
    @Body({ schema: AskExport }) body: AskExport,
    @RequestKey() key: string | null,
  ): Promise<ExportRow> {
    return this.desk.ask(asker, body, key);
  }

  @Bind(exportsRoutes.listExports, { response: ExportRows })
  @Access({ audience: 'staff', roles: ASKERS })
  listExports(
    @Caller() caller: Principal,
    @Query({ schema: ExportListQuery }) query: z.output<typeof ExportListQuery>,
  ): Promise<ExportRows> {
    return this.desk.listRows(caller, query);
  }

  @Bind(exportsRoutes.getExport, { response: ExportRow })
  @Access({ audience: 'staff', roles: ASKERS })
  getExport(
    @Caller() caller: Principal,
    @Param('exportId', { schema: PublicId }) exportId: string,
  ): Promise<ExportRow> {
    return this.desk.getRow(caller, exportId);
  }

  @Bind(exportsRoutes.cancelExport, { response: ExportRow })
  @Access({ audience: 'staff', roles: ASKERS })
  cancelExport(
    @Caller() caller: Principal,
    @Param('exportId', { schema: PublicId }) exportId: string,
  ): Promise<ExportRow> {
    return this.desk.cancel(caller, exportId);
  }

  @Bind(exportsRoutes.linkExport, { response: ExportLink })
  @Access({ audience: 'staff', roles: ASKERS })
  linkExport(
    @Caller() caller: Principal,
    @Param('exportId', { schema: PublicId }) exportId: string,
  ): Promise<ExportLink> {
    return this.desk.link(caller, exportId);
  }
}
