import { Body, Controller, Param, Query } from '@nestjs/common';
import { Finding, FindingQuery, Findings, HandleFinding } from '@siyu/shared/contracts/archive';
import { archiveRoutes } from '@siyu/shared/contracts/archive.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { FindingDesk } from './finding-desk.ts';

const compliance = { audience: 'staff', roles: ['compliance'] } as const;

@Controller()
export class ArchiveConsoleController {
  constructor(private readonly findings: FindingDesk) {}

  @Bind(archiveRoutes.listFindings, { response: Findings })
  @Access(compliance)
  listFindings(
    @Caller() caller: Principal,
    @Query({ schema: FindingQuery }) query: z.output<typeof FindingQuery>,
  ): Promise<Findings> {
    return this.findings.list(caller.scope, query);
  }

  @Bind(archiveRoutes.getFinding, { response: Finding })
  @Access(compliance)
  getFinding(
    @Caller() caller: Principal,
    @Param('findingId', { schema: PublicId }) findingId: string,
  ): Promise<Finding> {
    return this.findings.get(caller, findingId);
  }

  @Bind(archiveRoutes.handleFinding)
  @Access(compliance)
  handleFinding(
    @Caller() caller: Principal,
    @Param('findingId', { schema: PublicId }) findingId: string,
    @Body({ schema: HandleFinding }) { note }: HandleFinding,
  ): Promise<void> {
    return this.findings.handle(caller, findingId, note);
  }
}
