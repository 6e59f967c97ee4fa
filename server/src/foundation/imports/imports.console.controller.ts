import { Controller, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ImportKindParam, ImportListQuery, ImportRow, ImportRows } from '@siyu/shared/contracts/imports';
import { IMPORT_FILE_BYTES_MAX, type ImportKindCode } from '@siyu/shared/contracts/imports.limits';
import { importsRoutes } from '@siyu/shared/contracts/imports.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { ImportsDesk } from './imports-desk.ts';
import { fileMissing } from './imports.errors.ts';

@Controller()
export class ImportsConsoleController {
  constructor(private readonly desk: ImportsDesk) {}

  @Bind(importsRoutes.listImports, { response: ImportRows })
  @Access({ audience: 'staff', roles: ['operator', 'systemAdmin'] })
  listImports(
    @Query({ schema: ImportListQuery }) query: z.output<typeof ImportListQuery>,
  ): Promise<ImportRows> {
    return this.desk.listRows(query);
  }

  @Bind(importsRoutes.uploadFile, { response: ImportRow, status: 201, takesFile: true })
  @Access({ audience: 'staff', roles: ['operator', 'systemAdmin'] })
  async uploadFile(
    @Caller() actor: Principal,
    @Param('kind', { schema: ImportKindParam }) kind: ImportKindCode,
    @Req() request: FastifyRequest,
  ): Promise<ImportRow> {
    // One byte more, so that it is us who say that a file is too large.
    const limits = { fileSize: IMPORT_FILE_BYTES_MAX + 1 };
    const part = request.isMultipart() ? await request.file({ limits }) : undefined;
    if (part === undefined) throw fileMissing();
    return this.desk.upload({ stream: part.file, name: part.filename }, kind, actor);
  }

  @Bind(importsRoutes.getImport, { response: ImportRow })
  @Access({ audience: 'staff', roles: ['operator', 'systemAdmin'] })
  getImport(@Param('importId', { schema: PublicId }) importId: string): Promise<ImportRow> {
    return this.desk.getRow(importId);
  }

  @Bind(importsRoutes.openRejects, { givesFile: true })
  @Access({ audience: 'staff', roles: ['operator', 'systemAdmin'] })
  async openRejects(
    @Caller() actor: Principal,
    @Param('importId', { schema: PublicId }) importId: string,
  ): Promise<StreamableFile> {
    const { stream, bytes } = await this.desk.openRejects(importId, actor);
    const disposition = `attachment; filename="rejects-${importId}.csv"`;
    return new StreamableFile(stream, { type: 'text/csv; charset=utf-8', length: bytes, disposition });
  }

  @Bind(importsRoutes.cancelImport, { response: ImportRow })
  @Access({ audience: 'staff', roles: ['operator', 'systemAdmin'] })
  cancelImport(
    @Caller() actor: Principal,
    @Param('importId', { schema: PublicId }) importId: string,
  ): Promise<ImportRow> {
    return this.desk.cancel(importId, actor);
  }
}
