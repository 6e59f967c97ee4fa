import { Controller, Query } from '@nestjs/common';
import { OwnEntitlementQuery, OwnEntitlements as Page } from '@siyu/shared/contracts/entitlements';
import { entitlementsRoutes } from '@siyu/shared/contracts/entitlements.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { Identity } from '../identity/index.ts';
import { consentRequired } from './entitlements.errors.ts';
import { OwnEntitlements } from './own-entitlements.ts';

@Controller()
export class EntitlementsController {
  constructor(
    private readonly identity: Identity,
    private readonly own: OwnEntitlements,
  ) {}

  @Bind(entitlementsRoutes.listOwn, { response: Page })
  @Access({ audience: 'member' })
  async listOwn(
    @Caller() { memberNo }: Principal,
    @Query({ schema: OwnEntitlementQuery }) query: z.output<typeof OwnEntitlementQuery>,
  ): Promise<Page> {
    if (memberNo === null || !(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
    return this.own.list(memberNo, query);
  }
}
