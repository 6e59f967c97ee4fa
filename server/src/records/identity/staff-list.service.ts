import { Injectable } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import type { BranchList, StaffRow, StaffRows } from '@siyu/shared/contracts/staff';
import { epochDay, formatDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Organisation, type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { RoleChangeDesk } from './role-change-desk.service.ts';
import { SecondFactors } from './second-factors.service.ts';

const Position = z.tuple([z.string()]);

export interface StaffFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
  readonly state?: StaffRow['state'] | undefined;
}

/** The people of the firm as administrators see them. A firm's people are a few thousand short rows at most. */
@Injectable()
export class StaffList {
  constructor(
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
    private readonly secondFactors: SecondFactors,
    private readonly roleChanges: RoleChangeDesk,
  ) {}

  /** By login name. */
  async listStaff({ limit, cursor, search = '', role, state }: StaffFilter): Promise<StaffRows> {
    const words = search.toLowerCase();
    const matching = (await this.staff.listAllStaff()).filter(
      (person) =>
        (role === undefined || person.roles.includes(role)) &&
        (state === undefined || stateOf(person) === state) &&
        (person.name.includes(search) || person.loginName.toLowerCase().includes(words)),
    );
    const after = decodeCursor(cursor, Position)?.[0];
    const from = after === undefined ? 0 : 1 + matching.findIndex(({ loginName }) => loginName === after);
    const page = matching.slice(from, from + limit);
    const last = matching.length > from + limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total: matching.length,
      nextCursor: last === undefined ? null : encodeCursor([last.loginName]),
    };
  }

  /** @throws {AppError} organisation.staff_not_found */
  async getRow(staffId: string): Promise<StaffRow> {
    const staff = await this.staff.getStaff(staffId);
    const confirmed = await this.secondFactors.listConfirmed([staffId]);
    const pending = await this.roleChanges.listPending([staffId]);
    return rowOf(staff, confirmed, pending);
  }

  async listBranches(): Promise<BranchList> {
    return { branches: await this.organisation.listBranches() };
  }

  async #rowsOf(page: readonly Staff[]): Promise<StaffRow[]> {
    const staffIds = page.map(({ staffId }) => staffId);
    const confirmed = await this.secondFactors.listConfirmed(staffIds);
    const pending = await this.roleChanges.listPending(staffIds);
    return page.map((person) => rowOf(person, confirmed, pending));
  }
}

const stateOf = ({ isServing }: Staff): StaffRow['state'] => (isServing ? 'ACTIVE' : 'DISABLED');

function rowOf(staff: Staff, confirmed: ReadonlySet<string>, pending: ReadonlySet<string>): StaffRow {
  const { staffId, loginName, name, roles, scopeKind, branchId, branchName, mustChangePassword } = staff;
  return {
    staffId,
    loginName,
    name,
    roles: [...roles],
    scopeKind,
    branchId,
    branchName,
    state: stateOf(staff),
    wecomUserId: staff.wecomUserId,
    registrationNo: staff.registrationNo,
    registrationUntil: staff.registrationUntil === null ? null : formatDay(epochDay(staff.registrationUntil)),
    isRegistered: staff.isRegistered,
    hasSecondFactor: confirmed.has(staffId),
    mustChangePassword,
    isChangePending: pending.has(staffId),
    createdAt: new Date(staff.createdAt).toISOString(),
  };
}
