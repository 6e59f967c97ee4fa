import { Body, Controller, Param } from '@nestjs/common';
import { CloseAccount, ClosedAccount } from '@siyu/shared/contracts/account-closing';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { AccountClosings } from './account-closings.service.ts';
import { memberNotFound } from './identity.errors.ts';

@Controller()
export class AccountClosingController {
  constructor(private readonly closings: AccountClosings) {}

  @Bind(accountClosingRoutes.closeAccount, { response: ClosedAccount })
  @Access({ audience: 'member' })
  async closeAccount(
    @Caller() caller: Principal,
    @Param('closingId', { schema: PublicId }) closingId: string,
    @Body({ schema: CloseAccount }) body: CloseAccount,
  ): Promise<ClosedAccount> {
    if (caller.memberNo === null) throw memberNotFound();
    return this.closings.close(caller, caller.memberNo, closingId, body);
  }
}
