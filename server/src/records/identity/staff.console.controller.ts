import { Body, Controller, Param, Query } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import {
  BranchList,
  CreateStaff,
  OneTimePassword,
  RequestRoleChange,
  RoleChange,
  SetRegistration,
  SetStaffState,
  SetWecomUser,
  StaffListQuery,
  StaffRow,
  StaffRows,
  StaffSessionRows,
} from '@siyu/shared/contracts/staff';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RoleChangeDesk } from './role-change-desk.service.ts';
import { StaffDesk } from './staff-desk.service.ts';
import { StaffList } from './staff-list.service.ts';
import { StaffSessions } from './staff-sessions.service.ts';

const Version = z.coerce.number().int().min(1).max(1_000_000);
/** Separated administration: one makes accounts, another one says what they may, and both see them. */
const accounts = { audience: 'staff', roles: ['systemAdmin'] } as const;
const grants = { audience: 'staff', roles: ['securityAdmin'] } as const;
const both = { audience: 'staff', roles: ['systemAdmin', 'securityAdmin'] } as const;
const Id = { schema: PublicId };

@Controller()
export class StaffConsoleController {
  constructor(
    private readonly list: StaffList,
    private readonly desk: StaffDesk,
    private readonly roleChanges: RoleChangeDesk,
    private readonly sessions: StaffSessions,
  ) {}

  @Bind(staffRoutes.listStaff, { response: StaffRows })
  @Access(both)
  listStaff(@Query({ schema: StaffListQuery }) query: z.output<typeof StaffListQuery>): Promise<StaffRows> {
    return this.list.listStaff(query);
  }

  @Bind(staffRoutes.getStaff, { response: StaffRow })
  @Access(both)
  getStaff(@Param('staffId', Id) staffId: string): Promise<StaffRow> {
    return this.list.getRow(staffId);
  }

  @Bind(staffRoutes.listBranches, { response: BranchList })
  @Access(both)
  listBranches(): Promise<BranchList> {
    return this.list.listBranches();
  }

  @Bind(staffRoutes.createStaff, { response: OneTimePassword, status: 201 })
  @Access(accounts)
  createStaff(
    @Caller() caller: Principal,
    @Body({ schema: CreateStaff }) body: CreateStaff,
  ): Promise<OneTimePassword> {
    return this.desk.create(caller, body);
  }

  @Bind(staffRoutes.setStaffState, { response: StaffRow })
  @Access(accounts)
  async setStaffState(
    @Caller() caller: Principal,
    @Param('staffId', Id) staffId: string,
    @Body({ schema: SetStaffState }) { state }: SetStaffState,
  ): Promise<StaffRow> {
    await this.desk.setActive(caller, staffId, state === 'ACTIVE');
    return this.list.getRow(staffId);
  }

  @Bind(staffRoutes.setWecomUser, { response: StaffRow })
  @Access(accounts)
  async setWecomUser(
    @Caller() caller: Principal,
    @Param('staffId', Id) staffId: string,
    @Body({ schema: SetWecomUser }) { wecomUserId }: SetWecomUser,
  ): Promise<StaffRow> {
    await this.desk.setWecomUser(caller, staffId, wecomUserId);
    return this.list.getRow(staffId);
  }

  @Bind(staffRoutes.setRegistration, { response: StaffRow })
  @Access(accounts)
  async setRegistration(
    @Caller() caller: Principal,
    @Param('staffId', Id) staffId: string,
    @Body({ schema: SetRegistration }) registration: SetRegistration,
  ): Promise<StaffRow> {
    await this.desk.setRegistration(caller, staffId, registration);
    return this.list.getRow(staffId);
  }

  @Bind(staffRoutes.resetPassword, { response: OneTimePassword, status: 201 })
  @Access(accounts)
  resetPassword(
    @Caller() caller: Principal,
    @Param('staffId', Id) staffId: string,
  ): Promise<OneTimePassword> {
    return this.desk.resetPassword(caller, staffId);
  }

  @Bind(staffRoutes.removeSecondFactor, { response: StaffRow })
  @Access(grants)
  async removeSecondFactor(
    @Caller() caller: Principal,
    @Param('staffId', Id) staffId: string,
  ): Promise<StaffRow> {
    await this.desk.removeSecondFactor(caller, staffId);
    return this.list.getRow(staffId);
  }

  @Bind(staffRoutes.requestRoleChange, { response: RoleChange, status: 201 })
  @Access(grants)
  async requestRoleChange(
    @Caller() caller: Principal,
    @Param('staffId', Id) staffId: string,
    @Body({ schema: RequestRoleChange }) { reason, ...standing }: RequestRoleChange,
  ): Promise<RoleChange> {
    const version = await this.roleChanges.request(caller, staffId, standing, reason);
    return this.roleChanges.getChange(staffId, version);
  }

  /** Compliance is the second person, who decides with the other reviews. */
  @Bind(staffRoutes.getRoleChange, { response: RoleChange })
  @Access({ audience: 'staff', roles: ['securityAdmin', 'compliance'] })
  getRoleChange(
    @Param('staffId', Id) staffId: string,
    @Param('version', { schema: Version }) version: number,
  ): Promise<RoleChange> {
    return this.roleChanges.getChange(staffId, version);
  }

  @Bind(staffRoutes.listSessionsOf, { response: StaffSessionRows })
  @Access(both)
  async listSessionsOf(
    @Caller() { sessionId }: Principal,
    @Param('staffId', Id) staffId: string,
  ): Promise<StaffSessionRows> {
    return { sessions: await this.sessions.list(staffId, sessionId) };
  }

  @Bind(staffRoutes.endSessionsOf, { response: StaffSessionRows })
  @Access(both)
  async endSessionsOf(
    @Caller() caller: Principal,
    @Param('staffId', Id) staffId: string,
  ): Promise<StaffSessionRows> {
    await this.sessions.endAllOf(caller, staffId);
    return { sessions: await this.sessions.list(staffId, caller.sessionId) };
  }
}
