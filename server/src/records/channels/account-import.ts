import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PLACEMENTS_PER_ACCOUNT_MAX } from '@siyu/shared/contracts/channels.limits';
import { IMPORT_COLUMNS, IMPORT_ROLES } from '@siyu/shared/contracts/imports.limits';
import { principalOfStaff, StaffDirectory } from '../../foundation/organisation/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import {
  type ImportKind,
  ImportKinds,
  type ImportLine,
  type ImportSource,
  type LineVerdict,
} from '../../platform/imports/index.ts';
import { AccountRegister, type RegisteredAccount, type RegisterVerdict } from './account-register.service.ts';
import { ChannelScope, isInReach, type Reach } from './channel-scope.service.ts';
import { OUT_OF_REACH, TOLD_DIFFERENTLY, TOO_MANY_PLACEMENTS } from './channels.errors.ts';
import { type LineFault, readToldAccount } from './told-account.ts';
import { ToldOwners } from './told-owners.ts';

/** Files of the account register: a firm has a thousand accounts, and nobody registers those one by one. */
@Injectable()
export class AccountImport implements ImportKind, OnModuleInit {
  readonly name = 'channel_accounts';
  readonly required = IMPORT_COLUMNS.channel_accounts.required;
  readonly optional = IMPORT_COLUMNS.channel_accounts.optional;
  readonly wholeLinesMax = null;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly staff: StaffDirectory,
    private readonly scope: ChannelScope,
    private readonly owners: ToldOwners,
    private readonly accounts: AccountRegister,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async record(
    tx: Transaction,
    lines: readonly ImportLine[],
    { importId, requestedBy }: ImportSource,
  ): Promise<readonly LineVerdict[]> {
    const actor = await this.#actor(requestedBy);
    // Whoever has left or changed their post since they sent the file registers nothing any more.
    if (actor === null) return lines.map(() => refusal({ code: OUT_OF_REACH }));
    const reach = await this.scope.reachOf(actor.scope);
    const findOwner = await this.owners.finder();
    const read = lines.map(({ cells }): RegisteredAccount | LineFault => {
      const told = readToldAccount(cells);
      if ('code' in told) return told;
      const owner = findOwner(told);
      return 'code' in owner ? owner : withOwner({ ...told, ...owner }, reach);
    });
    const good = read.flatMap((each) => ('code' in each ? [] : [each]));
    const verdicts = (await this.accounts.register(tx, good, actor, importId)).values();
    return read.map((each) => {
      if ('code' in each) return refusal(each);
      const { value } = verdicts.next();
      if (value === undefined) throw new Error('an account was left without verdict');
      return lineVerdict(value);
    });
  }

  async #actor(staffId: string): Promise<Principal | null> {
    const person = await this.staff.findServingStaff(staffId);
    const mayImport = person?.roles.some((role) => IMPORT_ROLES.channel_accounts.some((may) => may === role));
    return person === null || mayImport !== true ? null : principalOfStaff(person, null);
  }
}

function withOwner(
  { platform, owner, name, handle, placement, branchId, staffId }: RegisteredAccount,
  reach: Reach,
): RegisteredAccount | LineFault {
  if (!isInReach(reach, branchId)) return { code: OUT_OF_REACH };
  return { platform, owner, name, handle, placement, branchId, staffId };
}

function lineVerdict(verdict: RegisterVerdict): LineVerdict {
  switch (verdict) {
    case 'new':
      return { verdict: 'recorded' };
    case 'duplicate':
      return { verdict: 'duplicate' };
    case 'differs':
      return refusal({ code: TOLD_DIFFERENTLY });
    case 'full':
      return refusal({ code: TOO_MANY_PLACEMENTS, details: { most: PLACEMENTS_PER_ACCOUNT_MAX } });
  }
}

const refusal = ({ code, details }: LineFault): LineVerdict => ({
  verdict: 'refused',
  code,
  ...(details !== undefined && { details }),
});
