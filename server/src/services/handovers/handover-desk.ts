import { Injectable } from '@nestjs/common';
import type {
  HandOver,
  HandoverPeople,
  HandoverQuery,
  HandoverRow,
  HandoverRows,
} from '@siyu/shared/contracts/handovers';
import { z } from 'zod';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal, type Scope } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { AccountHandover } from '../../records/channels/index.ts';
import { GroupHandover } from '../../records/communities/index.ts';
import { BookHandover, StaffDesk } from '../../records/identity/index.ts';
import { HANDOVER_JOB } from './handover-work.ts';
import { alreadyRunning, leaverNotFound, noWecomName, successorNotFound } from './handovers.errors.ts';
import { StaffHandover } from './staff-handover.entity.ts';

const Made = z.object({ handoverId: z.string() });
const Position = z.tuple([z.string().max(36)]);
/** Far more than a firm has in years; looked through for those of the caller's reach. */
const LOOKED_AT = 500;
const KEEPERS = ['adviser', 'relationshipManager'] as const;
const isKeeper = ({ roles }: Staff): boolean => KEEPERS.some((role) => roles.includes(role));
/** Members are looked after by whoever may advise them (REQ-ADV-1). */
const maySucceed = ({ isRegistered, roles }: Staff): boolean => isRegistered && roles.includes('adviser');
const iso = (at: number): string => new Date(at).toISOString();

/** Handing over what was a leaver's, by the head of the branch (I-09, REQ-PUB-3). */
@Injectable()
export class HandoverDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly directory: StaffDirectory,
    private readonly desk: StaffDesk,
    private readonly book: BookHandover,
    private readonly accounts: AccountHandover,
    private readonly groups: GroupHandover,
  ) {}

  /** Those of the caller's reach who look after members, and who did. Three statements for all of them. */
  async listPeople({ id, scope }: Principal): Promise<HandoverPeople> {
    const staff = (await this.directory.listAllStaff()).filter(
      (each) => isKeeper(each) && each.staffId !== id && isInReach(scope, each),
    );
    const ids = staff.map(({ staffId }) => staffId);
    const [members, accounts, groups] = await Promise.all([
      this.book.sizesOf(ids),
      this.accounts.countsOf(ids),
      this.groups.countsOf(staff.flatMap(({ wecomUserId }) => wecomUserId ?? [])),
    ]);
    const people = staff.map((each) => ({
      staffId: each.staffId,
      name: each.name,
      branchName: each.branchName,
      registrationNo: each.isRegistered ? each.registrationNo : null,
      isServing: each.isServing,
      hasWecom: each.wecomUserId !== null,
      maySucceed: maySucceed(each),
      members: members.get(each.staffId) ?? 0,
      groups: groups.get(each.wecomUserId ?? '') ?? 0,
      accounts: accounts.get(each.staffId) ?? 0,
    }));
    return {
      people: people.filter((each) => each.isServing || each.members + each.groups + each.accounts > 0),
    };
  }

  /** The last begun first. */
  async list({ scope }: Principal, { limit, cursor }: z.output<typeof HandoverQuery>): Promise<HandoverRows> {
    const found = await this.database.read.find(StaffHandover, {
      order: { begunAt: 'DESC', handoverId: 'DESC' },
      take: LOOKED_AT,
    });
    const people = await this.directory.listStaffByIds(found.map(({ leaverId }) => leaverId));
    const seen = found.filter(({ leaverId }) => {
      const leaver = people.get(leaverId);
      return leaver !== undefined && isInReach(scope, leaver);
    });
    const after = decodeCursor(cursor, Position)?.[0];
    const from = after === undefined ? 0 : 1 + seen.findIndex(({ handoverId }) => handoverId === after);
    const page = seen.slice(from, from + limit);
    const last = seen.length > from + limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total: seen.length,
      nextCursor: last === undefined ? null : encodeCursor([last.handoverId]),
    };
  }

  /**
   * The account is closed and its codes are moved here and now; members, groups and contacts follow part by part.
   * @throws {AppError} handovers.leaver_not_found, handovers.successor_not_found, handovers.no_wecom_name,
   * handovers.already_running
   */
  async handOver(caller: Principal, wanted: HandOver, key: string | null): Promise<HandoverRow> {
    const asked = { principalId: caller.id, requestSha256: sha256OfJson(wanted), now: this.clock.now() };
    const work = async (tx: Transaction) => ({ handoverId: await this.#begin(tx, caller, wanted) });
    const { handoverId } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    const kept = await this.database.read.findOneByOrFail(StaffHandover, { handoverId });
    const [row] = await this.#rowsOf([kept]);
    if (row === undefined) throw new Error('a handover without a row');
    return row;
  }

  async #begin(
    tx: Transaction,
    caller: Principal,
    { leaverId, successorId, reason }: HandOver,
  ): Promise<string> {
    const people = await this.directory.listStaffByIds([leaverId, successorId], tx.manager);
    const [leaver, successor] = [people.get(leaverId), people.get(successorId)];
    const isLeaver = leaver !== undefined && isKeeper(leaver) && leaverId !== caller.id;
    if (!isLeaver || !isInReach(caller.scope, leaver)) throw leaverNotFound();
    const isSuccessor = successor !== undefined && successorId !== leaverId && maySucceed(successor);
    if (!isSuccessor || !isInReach(caller.scope, successor)) throw successorNotFound();
    if (leaver.wecomUserId !== null && successor.wecomUserId === null) throw noWecomName();
    await this.desk.switchOff(tx, caller, leaverId);
    if (await tx.manager.existsBy(StaffHandover, { leaverId, state: 'RUNNING' })) throw alreadyRunning();
    const now = this.clock.now();
    const accounts = await this.accounts.move(tx, leaverId, successor);
    const handoverId = this.randomness.uuid();
    const row: StaffHandover = {
      ...{ handoverId, leaverId, successorId, actorId: caller.id, reason, state: 'RUNNING' },
      ...{ members: 0, accounts, groups: 0, contacts: 0, refusals: [], isGroupsDone: false },
      ...{ afterContact: '', begunAt: now, nextAt: now, endedAt: null },
    };
    await insertRows(tx, StaffHandover, [row]);
    await this.audit.record(tx, {
      ...{ actor: caller, action: 'handovers.begin', subjectKind: 'staff', subjectId: leaverId },
      inputs: { handoverId, successorId, accounts, reason },
    });
    tx.afterCommit(() => this.jobs.wake(HANDOVER_JOB));
    return handoverId;
  }

  async #rowsOf(handovers: readonly StaffHandover[]): Promise<HandoverRow[]> {
    const people = await this.directory.listStaffByIds(
      handovers.flatMap(({ leaverId, successorId, actorId }) => [leaverId, successorId, actorId]),
    );
    const nameOf = (staffId: string) => people.get(staffId)?.name ?? '';
    return handovers.map(({ handoverId, leaverId, successorId, actorId, ...kept }) => ({
      handoverId,
      leaver: { staffId: leaverId, name: nameOf(leaverId) },
      successor: { staffId: successorId, name: nameOf(successorId) },
      actorName: nameOf(actorId),
      reason: kept.reason,
      state: kept.state,
      members: kept.members,
      groups: kept.groups,
      accounts: kept.accounts,
      contacts: kept.contacts,
      refusals: kept.refusals,
      begunAt: iso(kept.begunAt),
      endedAt: kept.endedAt === null ? null : iso(kept.endedAt),
    }));
  }
}

function isInReach(scope: Scope, { branchPath, staffId }: Staff): boolean {
  if (scope.kind === 'firm') return true;
  if (scope.kind === 'book') return scope.staffId === staffId;
  return branchPath?.startsWith(scope.branchPath) === true;
}
