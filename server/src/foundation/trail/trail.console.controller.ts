import { Controller, Query } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { TrailQuery, TrailRows, TrailState } from '@siyu/shared/contracts/trail';
import { trailRoutes } from '@siyu/shared/contracts/trail.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { TrailDesk } from './trail-desk.ts';
import { TrailVerifier } from './trail-verifier.ts';

/** Who reads the trail, and may ask for a file of it. */
export const AUDITORS: readonly Role[] = ['auditAdmin', 'compliance'];

@Controller()
export class TrailConsoleController {
  constructor(
    private readonly desk: TrailDesk,
    private readonly verifier: TrailVerifier,
  ) {}

  @Bind(trailRoutes.listTrail, { response: TrailRows })
  @Access({ audience: 'staff', roles: AUDITORS })
  listTrail(@Query({ schema: TrailQuery }) query: z.output<typeof TrailQuery>): Promise<TrailRows> {
    return this.desk.listTrail(query);
  }

  @Bind(trailRoutes.getTrailState, { response: TrailState })
  @Access({ audience: 'staff', roles: AUDITORS })
  getTrailState(): Promise<TrailState> {
    return this.desk.getState();
  }

  @Bind(trailRoutes.verifyTrail, { response: TrailState, status: 202 })
  @Access({ audience: 'staff', roles: AUDITORS })
  async verifyTrail(@Caller() requester: Principal): Promise<TrailState> {
    await this.verifier.request(requester);
    return this.desk.getState();
  }
}
