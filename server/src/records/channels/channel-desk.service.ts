import { Injectable } from '@nestjs/common';
import type { ChannelOwners, CreateChannelAccount, CreatePlacement } from '@siyu/shared/contracts/channels';
import {
  OWNERS_SHOWN,
  PLACEMENTS_PER_ACCOUNT_MAX,
  type PlacementState,
} from '@siyu/shared/contracts/channels.limits';
import { z } from 'zod';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { Organisation, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { ChannelAccountEntry, PlacementEntry } from './channel-account.entity.ts';
import { makeChannelKey } from './channel-key.ts';
import { ChannelLists } from './channel-lists.service.ts';
import { ChannelScope, isInReach } from './channel-scope.service.ts';
import { PlacementLessons } from './placement-lessons.ts';
import {
  handleTaken,
  ownerMissing,
  ownerOutOfReach,
  placementNameTaken,
  tooManyPlacements,
} from './channels.errors.ts';

const Made = z.object({ id: z.string() });

/** What staff do with accounts and placements. Nothing here changes a key or deletes a row: codes are on paper. */
@Injectable()
export class ChannelDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
    private readonly scope: ChannelScope,
    private readonly lists: ChannelLists,
    private readonly lessons: PlacementLessons,
    private readonly audit: Audit,
  ) {}

  /** Whose a new account may be: branches of the caller's reach, and people of those by name. */
  async listOwners({ scope }: Principal, search = ''): Promise<ChannelOwners> {
    const reach = await this.scope.reachOf(scope);
    const branches = await this.organisation.listBranches();
    const people = await this.staff.listServingStaff();
    return {
      branches: branches
        .filter(({ branchId }) => isInReach(reach, branchId))
        .map(({ branchId, name }) => ({ branchId, name })),
      staff: people
        .filter(({ branchId, name }) => isInReach(reach, branchId) && name.includes(search))
        .slice(0, OWNERS_SHOWN)
        .map(({ staffId, name, branchName }) => ({ staffId, name, branchName })),
    };
  }

  /**
   * @returns the id of the account
   * @throws {AppError} channels.handle_taken, channels.owner_missing, channels.owner_out_of_reach
   */
  async createAccount(caller: Principal, wanted: CreateChannelAccount, key: string | null): Promise<string> {
    const { branchId, staffId } = await this.#ownerOf(caller, wanted);
    return this.#once(caller, key, wanted, async (tx) => {
      const accountId = this.randomness.uuid();
      const { owner, platform, name, handle } = wanted;
      const row = {
        accountId,
        owner,
        platform,
        name,
        handle,
        branchId,
        staffId,
        createdAt: this.clock.now(),
      };
      await insertNew(tx, ChannelAccountEntry, row);
      // UNIQUE decides between two creators; whose row is there tells who won.
      const kept = await tx.manager.findOneBy(ChannelAccountEntry, { platform, handle });
      if (kept?.accountId !== accountId) throw handleTaken();
      await this.#note(tx, caller, 'channels.create_account', 'channel_account', accountId, {
        owner,
        platform,
        branchId,
      });
      return { id: accountId };
    });
  }

  /**
   * Gives out a key, for good.
   * @throws {AppError} channels.placement_name_taken, channels.too_many_placements, channels.lesson_not_published
   */
  async createPlacement(
    caller: Principal,
    accountId: string,
    { name, lessonId = null }: CreatePlacement,
    key: string | null,
  ): Promise<void> {
    await this.lists.findAccount(caller.scope, accountId);
    const wanted = { accountId, name, ...(lessonId !== null && { lessonId }) };
    await this.#once(caller, key, wanted, async (tx) => {
      await this.lessons.refuseUnpublished(lessonId);
      const count = await tx.manager.countBy(PlacementEntry, { accountId });
      if (count >= PLACEMENTS_PER_ACCOUNT_MAX) throw tooManyPlacements(PLACEMENTS_PER_ACCOUNT_MAX);
      const placementId = this.randomness.uuid();
      const placementKey = makeChannelKey(this.randomness);
      const createdAt = this.clock.now();
      await insertNew(tx, PlacementEntry, {
        placementId,
        accountId,
        placementKey,
        name,
        state: 'ACTIVE',
        lessonId,
        linkUrl: null,
        linkUntil: null,
        createdAt,
      });
      const kept = await tx.manager.findOneBy(PlacementEntry, { accountId, name });
      if (kept?.placementId !== placementId) throw placementNameTaken();
      await this.#note(tx, caller, 'channels.create_placement', 'placement', placementId, {
        placementKey,
        lessonId,
      });
      return { id: placementId };
    });
  }

  /**
   * Takes a placement out of use, or back. Its key keeps working: who scans an old poster is still counted to it.
   * @returns the id of its account
   */
  async setState(caller: Principal, placementId: string, state: PlacementState): Promise<string> {
    const { accountId } = await this.lists.findPlacement(caller.scope, placementId);
    await this.database.runInTransaction(async (tx) => {
      const kept = await tx.manager.findOneBy(PlacementEntry, { placementId });
      if (kept === null || kept.state === state) return;
      await tx.manager.update(PlacementEntry, { placementId }, { state });
      const action = state === 'RETIRED' ? 'channels.retire_placement' : 'channels.restore_placement';
      await this.#note(tx, caller, action, 'placement', placementId, {});
    });
    return accountId;
  }

  async #ownerOf(
    { scope }: Principal,
    { owner, branchId, staffId }: CreateChannelAccount,
  ): Promise<{ readonly branchId: string | null; readonly staffId: string | null }> {
    const reach = await this.scope.reachOf(scope);
    const found =
      owner === 'FIRM'
        ? { branchId: null, staffId: null }
        : owner === 'BRANCH'
          ? { branchId, staffId: null }
          : { branchId: await this.#branchOf(staffId), staffId };
    if ((owner === 'BRANCH' && branchId === null) || (owner === 'EMPLOYEE' && staffId === null))
      throw ownerMissing();
    const isKnown =
      found.branchId === null ||
      (await this.organisation.listBranches()).some((each) => each.branchId === found.branchId);
    if (!isKnown || !isInReach(reach, found.branchId)) throw ownerOutOfReach();
    return found;
  }

  async #branchOf(staffId: string | null): Promise<string | null> {
    return staffId === null ? null : (await this.staff.getStaff(staffId)).branchId;
  }

  async #once(
    caller: Principal,
    key: string | null,
    wanted: object,
    work: (tx: Transaction) => Promise<z.infer<typeof Made>>,
  ): Promise<string> {
    const asked = { principalId: caller.id, requestSha256: sha256OfJson(wanted), now: this.clock.now() };
    const { id } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return id;
  }

  #note(
    tx: Transaction,
    actor: Principal,
    action: string,
    subjectKind: string,
    subjectId: string,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subjectKind, subjectId, inputs });
  }
}

/** Leaves what is there alone; the caller looks whose row it is. */
async function insertNew(
  { manager }: Transaction,
  entity: new () => object,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(row)
    .orIgnore()
    .updateEntity(false)
    .execute();
}
