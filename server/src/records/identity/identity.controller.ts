import { Body, Controller, Req } from '@nestjs/common';
import {
  ConsentList,
  CoreCustomerLink,
  DecideConsents,
  LinkCoreCustomer,
  MemberProfile,
  MemberSession,
  OpenSession,
} from '@siyu/shared/contracts/identity';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import type { FastifyRequest } from 'fastify';
import { Access, Bind, Caller, originOf, type Principal } from '../../platform/http/index.ts';
import { MemberAccount } from './member-account.service.ts';

@Controller()
export class IdentityController {
  constructor(private readonly account: MemberAccount) {}

  @Bind(identityRoutes.openSession, { response: MemberSession, status: 201 })
  @Access({ audience: 'public' })
  openSession(
    @Body({ schema: OpenSession }) body: OpenSession,
    @Req() request: FastifyRequest,
  ): Promise<MemberSession> {
    return this.account.openSession(body.code, originOf(request));
  }

  @Bind(identityRoutes.closeSession)
  @Access({ audience: 'member' })
  closeSession(@Caller() caller: Principal): Promise<void> {
    return this.account.closeSession(caller);
  }

  @Bind(identityRoutes.getMe, { response: MemberProfile })
  @Access({ audience: 'member' })
  getMe(@Caller() caller: Principal): Promise<MemberProfile> {
    return this.account.getProfile(caller);
  }

  @Bind(identityRoutes.listConsents, { response: ConsentList })
  @Access({ audience: 'member' })
  listConsents(@Caller() caller: Principal): Promise<ConsentList> {
    return this.account.listConsents(caller);
  }

  @Bind(identityRoutes.decideConsents, { response: ConsentList })
  @Access({ audience: 'member' })
  decideConsents(
    @Caller() caller: Principal,
    @Body({ schema: DecideConsents }) body: DecideConsents,
    @Req() request: FastifyRequest,
  ): Promise<ConsentList> {
    return this.account.decideConsents(caller, body, originOf(request));
  }

  @Bind(identityRoutes.linkCoreCustomer, { response: CoreCustomerLink })
  @Access({ audience: 'machine' })
  linkCoreCustomer(
    @Caller() caller: Principal,
    @Body({ schema: LinkCoreCustomer }) body: LinkCoreCustomer,
  ): Promise<CoreCustomerLink> {
    return this.account.linkCoreCustomer(caller, body);
  }
}
