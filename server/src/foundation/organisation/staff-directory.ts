import { Injectable } from '@nestjs/common';
import { dayOfInstant } from '@siyu/shared/time';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Branch } from './branch.entity.ts';
import { staffNotFound } from './organisation.errors.ts';
import { isPasswordOf } from './password.ts';
import { StaffMember } from './staff-member.entity.ts';
import { isServingOn, staffOf, type Staff } from './staff.ts';

/** Who works for the firm, where, in which roles. */
@Injectable()
export class StaffDirectory {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The person with this name and password, or null: wrong password, nobody, inactive and expired look alike. */
  async verifyPassword(loginName: string, password: string): Promise<Staff | null> {
    const member = await this.database.read.findOneBy(StaffMember, { loginName });
    const isRight = await isPasswordOf(member?.passwordHash ?? null, password);
    if (member === null || !isRight || !isServingOn(member, this.#today())) return null;
    const [staff] = await this.#withBranches(this.database.read, [member]);
    return staff ?? null;
  }

  /** @throws organisation.staff_not_found */
  async getStaff(staffId: string): Promise<Staff> {
    const staff = (await this.listStaffByIds([staffId])).get(staffId);
    if (staff === undefined) throw staffNotFound();
    return staff;
  }

  /** The person as long as they may work: null when unknown, switched off or past their last day. */
  async findServingStaff(staffId: string): Promise<Staff | null> {
    const staff = (await this.listStaffByIds([staffId])).get(staffId);
    return staff?.isServing === true ? staff : null;
  }

  /** By id, everyone once named in a record: former staff keep their names there. Two queries for any number. */
  async listStaffByIds(
    staffIds: readonly string[],
    manager?: EntityManager,
  ): Promise<ReadonlyMap<string, Staff>> {
    const wanted = [...new Set(staffIds)];
    if (wanted.length === 0) return new Map();
    const reader = manager ?? this.database.read;
    const members = await reader.findBy(StaffMember, { staffId: In(wanted) });
    const staff = await this.#withBranches(reader, members);
    return new Map(staff.map((person) => [person.staffId, person]));
  }

  /** By what WeCom calls them, former staff too: a group may still be in their name. */
  async listByWecomUserIds(
    wecomUserIds: readonly string[],
    manager?: EntityManager,
  ): Promise<ReadonlyMap<string, Staff>> {
    const wanted = [...new Set(wecomUserIds)];
    if (wanted.length === 0) return new Map();
    const reader = manager ?? this.database.read;
    const members = await reader.findBy(StaffMember, { wecomUserId: In(wanted) });
    const staff = await this.#withBranches(reader, members);
    return new Map(
      staff.flatMap((person) => (person.wecomUserId === null ? [] : [[person.wecomUserId, person]])),
    );
  }

  /** What WeCom calls the people of these branches, former staff too: a group may still be in their name. */
  async wecomUserIdsOf(branchIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (branchIds.length === 0) return new Set();
    const members = await this.database.read.find(StaffMember, {
      select: { wecomUserId: true },
      where: { branchId: In([...branchIds]), wecomUserId: Not(IsNull()) },
    });
    return new Set(members.flatMap(({ wecomUserId }) => wecomUserId ?? []));
  }

  /** Who WeCom names by this id, as long as they may work here. */
  async findServingByWecomUserId(wecomUserId: string): Promise<Staff | null> {
    const staff = (await this.listByWecomUserIds([wecomUserId])).get(wecomUserId);
    return staff?.isServing === true ? staff : null;
  }

  /** Everyone who ever had an account, by login name. */
  async listAllStaff(): Promise<Staff[]> {
    const members = await this.database.read.find(StaffMember, { order: { loginName: 'ASC' } });
    return this.#withBranches(this.database.read, members);
  }

  /** Everyone who may work now, by name. */
  async listServingStaff(): Promise<Staff[]> {
    const members = await this.database.read.find(StaffMember, {
      where: { isActive: true },
      order: { loginName: 'ASC' },
    });
    const staff = await this.#withBranches(this.database.read, members);
    return staff.filter(({ isServing }) => isServing);
  }

  /**
   * Advisers who serve now and are registered, by the exact name or the exact number, as everybody may ask for them.
   * The database may hold equal what is not; a few of one name answer, never a list.
   */
  async listAdvisersBy(
    one: { readonly name: string } | { readonly registrationNo: string },
  ): Promise<Staff[]> {
    const members = await this.database.read.find(StaffMember, {
      where: { registrationNo: Not(IsNull()), ...one, isActive: true },
      order: { loginName: 'ASC' },
      take: 10,
    });
    const staff = await this.#withBranches(this.database.read, members);
    return staff.filter(
      (each) =>
        each.isRegistered &&
        each.roles.includes('adviser') &&
        ('name' in one ? each.name === one.name : each.registrationNo === one.registrationNo),
    );
  }

  #today(): number {
    return dayOfInstant(this.clock.now());
  }

  async #withBranches(manager: EntityManager, members: readonly StaffMember[]): Promise<Staff[]> {
    const branchIds = members.flatMap(({ branchId }) => branchId ?? []);
    const branches = branchIds.length === 0 ? [] : await manager.findBy(Branch, { branchId: In(branchIds) });
    const branchOf = new Map(branches.map((branch) => [branch.branchId, branch]));
    const today = this.#today();
    return members.map((member) => staffOf(member, branchOf.get(member.branchId ?? '') ?? null, today));
  }
}
