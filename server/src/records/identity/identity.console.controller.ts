import { Body, Controller, Req, Res } from '@nestjs/common';
import { OpenStaffSession, StaffProfile } from '@siyu/shared/contracts/identity';
import { ROLES } from '@siyu/shared/contracts/identity.limits';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, Bind, Caller, type Principal, StaffCookie } from '../../platform/http/index.ts';
import { STAFF_SESSION_MS } from './session.service.ts';
import { signInOrigin } from './sign-in-origin.ts';
import { StaffAccount } from './staff-account.service.ts';

const own = { audience: 'staff', roles: ROLES, isOwnMatter: true } as const;

@Controller()
export class IdentityConsoleController {
  constructor(
    private readonly account: StaffAccount,
    private readonly cookie: StaffCookie,
  ) {}

  @Bind(identityRoutes.openStaffSession, { response: StaffProfile, status: 201 })
  @Access({ audience: 'public' })
  async openStaffSession(
    @Body({ schema: OpenStaffSession }) body: OpenStaffSession,
    @Req() { headers, ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffProfile> {
    const origin = signInOrigin(headers['user-agent'], ip);
    const { session, profile } = await this.account.openSession(body, origin);
    this.cookie.write(reply, session.token, STAFF_SESSION_MS / 1000);
    return profile;
  }

  @Bind(identityRoutes.getStaffSession, { response: StaffProfile })
  @Access(own)
  getStaffSession(@Caller() caller: Principal): Promise<StaffProfile> {
    return this.account.getProfile(caller);
  }

  @Bind(identityRoutes.closeStaffSession)
  @Access(own)
  async closeStaffSession(
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.account.closeSession(caller);
    this.cookie.clear(reply);
  }
}
