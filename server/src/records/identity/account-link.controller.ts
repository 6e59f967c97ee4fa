import { Body, Controller } from '@nestjs/common';
import { FinishAccountLink, SentLinkCode, StartAccountLink } from '@siyu/shared/contracts/account-link';
import { accountLinkRoutes } from '@siyu/shared/contracts/account-link.routes';
import { MemberProfile } from '@siyu/shared/contracts/identity';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { AccountLinks } from './account-links.service.ts';

@Controller()
export class AccountLinkController {
  constructor(private readonly links: AccountLinks) {}

  @Bind(accountLinkRoutes.startAccountLink, { response: SentLinkCode, status: 201 })
  @Access({ audience: 'member' })
  startAccountLink(
    @Caller() caller: Principal,
    @Body({ schema: StartAccountLink }) body: StartAccountLink,
  ): Promise<SentLinkCode> {
    return this.links.start(caller, body);
  }

  @Bind(accountLinkRoutes.finishAccountLink, { response: MemberProfile })
  @Access({ audience: 'member' })
  finishAccountLink(
    @Caller() caller: Principal,
    @Body({ schema: FinishAccountLink }) body: FinishAccountLink,
  ): Promise<MemberProfile> {
    return this.links.finish(caller, body.code);
  }
}
