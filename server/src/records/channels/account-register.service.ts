import { Injectable } from '@nestjs/common';
import { PLACEMENTS_PER_ACCOUNT_MAX } from '@siyu/shared/contracts/channels.limits';
import { In } from 'typeorm';
import { Audit, type AuditEntry } from '../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { ChannelAccountEntry, PlacementEntry } from './channel-account.entity.ts';
import { makeChannelKey } from './channel-key.ts';
import type { ToldAccount } from './told-account.ts';
import type { AccountOwnerIds } from './told-owners.ts';

/** One account to be registered, with a placement where one is named. */
export type RegisteredAccount = Omit<ToldAccount, 'branch' | 'employee'> & AccountOwnerIds;

/** `differs`: the name on the platform stands for another account; what was registered first stays. */
export type RegisterVerdict = 'new' | 'duplicate' | 'differs' | 'full';

/** Registers many accounts at once. What is there already, or stands twice among them, is written once. */
@Injectable()
export class AccountRegister {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
  ) {}

  /** One verdict per account, in their order. */
  async register(
    tx: Transaction,
    accounts: readonly RegisteredAccount[],
    actor: Principal,
    importId: string,
  ): Promise<readonly RegisterVerdict[]> {
    const known = await this.#known(tx, accounts);
    const newAccounts: ChannelAccountEntry[] = [];
    const newPlacements: PlacementEntry[] = [];
    const verdicts = accounts.map((told): RegisterVerdict => {
      const found = known.accounts.get(keyOf(told));
      if (found !== undefined && !isSame(found, told)) return 'differs';
      const account = found ?? this.#accountOf(told);
      const names = known.placementNames.get(account.accountId) ?? new Set<string>();
      const isNewPlace = told.placement !== null && !names.has(told.placement);
      if (isNewPlace && names.size >= PLACEMENTS_PER_ACCOUNT_MAX) return 'full';
      if (found === undefined) {
        known.accounts.set(keyOf(told), account);
        newAccounts.push(account);
      }
      if (isNewPlace) {
        known.placementNames.set(account.accountId, names.add(told.placement));
        newPlacements.push(this.#placementOf(account, told.placement));
      }
      return found === undefined || isNewPlace ? 'new' : 'duplicate';
    });
    await insertRows(tx, ChannelAccountEntry, newAccounts);
    await insertRows(tx, PlacementEntry, newPlacements);
    await this.audit.recordAll(tx, [
      ...newAccounts.map((account) => accountNote(account, actor, importId)),
      ...newPlacements.map((placement) => placementNote(placement, actor, importId)),
    ]);
    return verdicts;
  }

  async #known({ manager }: Transaction, accounts: readonly RegisteredAccount[]) {
    const platform = In([...new Set(accounts.map((each) => each.platform))]);
    const handle = In([...new Set(accounts.map((each) => each.handle))]);
    const found = await manager.findBy(ChannelAccountEntry, { platform, handle });
    const accountId = In(found.map((each) => each.accountId));
    const placements = await manager.findBy(PlacementEntry, { accountId });
    const placementNames = new Map<string, Set<string>>();
    for (const { accountId: id, name } of placements)
      placementNames.set(id, (placementNames.get(id) ?? new Set<string>()).add(name));
    return { accounts: new Map(found.map((each) => [keyOf(each), each])), placementNames };
  }

  #accountOf({ owner, platform, name, handle, branchId, staffId }: RegisteredAccount): ChannelAccountEntry {
    const accountId = this.randomness.uuid();
    return { accountId, owner, platform, name, handle, branchId, staffId, createdAt: this.clock.now() };
  }

  #placementOf({ accountId }: ChannelAccountEntry, name: string): PlacementEntry {
    return {
      placementId: this.randomness.uuid(),
      accountId,
      placementKey: makeChannelKey(this.randomness),
      name,
      state: 'ACTIVE',
      lessonId: null,
      linkUrl: null,
      linkUntil: null,
      createdAt: this.clock.now(),
    };
  }
}

const keyOf = ({ platform, handle }: { readonly platform: string; readonly handle: string }): string =>
  `${platform} ${handle}`;

function isSame(kept: ChannelAccountEntry, told: RegisteredAccount): boolean {
  return (
    kept.owner === told.owner &&
    kept.name === told.name &&
    kept.branchId === told.branchId &&
    kept.staffId === told.staffId
  );
}

function accountNote(
  { accountId, owner, platform, branchId }: ChannelAccountEntry,
  actor: Principal,
  importId: string,
): AuditEntry {
  const inputs = { owner, platform, branchId, importId };
  return {
    actor,
    action: 'channels.create_account',
    subjectKind: 'channel_account',
    subjectId: accountId,
    inputs,
  };
}

function placementNote(
  { placementId, placementKey }: PlacementEntry,
  actor: Principal,
  importId: string,
): AuditEntry {
  const inputs = { placementKey, lessonId: null, importId };
  return {
    actor,
    action: 'channels.create_placement',
    subjectKind: 'placement',
    subjectId: placementId,
    inputs,
  };
}
