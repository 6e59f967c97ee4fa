import { Injectable } from '@nestjs/common';
import type { CandidateQuery, Candidates } from '@siyu/shared/contracts/care-desk';
import type { z } from 'zod';
import type { Principal } from '../../platform/http/index.ts';
import { CallDesk } from './call-desk.ts';
import { CareScope } from './care-scope.ts';
import { ComplaintDesk } from './complaint-desk.ts';

/** To whom a complaint or a call can be given. */
@Injectable()
export class CareCandidates {
  constructor(
    private readonly scope: CareScope,
    private readonly complaints: ComplaintDesk,
    private readonly calls: CallDesk,
  ) {}

  /** @throws {AppError} care.complaint_not_found, care.call_not_found */
  async list(caller: Principal, { of, id, search }: z.output<typeof CandidateQuery>): Promise<Candidates> {
    const placed =
      of === 'call'
        ? { ...(await this.calls.find(caller, id)), appealedFromId: null }
        : await this.complaints.find(caller, id);
    const staff = await this.scope.candidates(placed, search, placed.appealedFromId);
    return { staff: staff.map(({ staffId, name, branchName }) => ({ staffId, name, branchName })) };
  }
}
