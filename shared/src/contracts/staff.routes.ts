import { defineRoute } from './route.ts';
import type {
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
} from './staff.ts';

type OfStaff = { params: { staffId: string } };

export const staffRoutes = {
  listStaff: defineRoute<{ query: StaffListQuery }, StaffRows>(
    'staff.listStaff',
    'staff',
    'GET',
    '/v1/console/staff',
  ),
  getStaff: defineRoute<OfStaff, StaffRow>('staff.getStaff', 'staff', 'GET', '/v1/console/staff/:staffId'),
  listBranches: defineRoute<{}, BranchList>('staff.listBranches', 'staff', 'GET', '/v1/console/branches'),
  createStaff: defineRoute<{ body: CreateStaff }, OneTimePassword>(
    'staff.createStaff',
    'staff',
    'POST',
    '/v1/console/staff',
  ),
  setStaffState: defineRoute<OfStaff & { body: SetStaffState }, StaffRow>(
    'staff.setStaffState',
    'staff',
    'PUT',
    '/v1/console/staff/:staffId/state',
  ),
  setWecomUser: defineRoute<OfStaff & { body: SetWecomUser }, StaffRow>(
    'staff.setWecomUser',
    'staff',
    'PUT',
    '/v1/console/staff/:staffId/wecom-user',
  ),
  setRegistration: defineRoute<OfStaff & { body: SetRegistration }, StaffRow>(
    'staff.setRegistration',
    'staff',
    'PUT',
    '/v1/console/staff/:staffId/registration',
  ),
  resetPassword: defineRoute<OfStaff, OneTimePassword>(
    'staff.resetPassword',
    'staff',
    'POST',
    '/v1/console/staff/:staffId/password-resets',
  ),
  removeSecondFactor: defineRoute<OfStaff, StaffRow>(
    'staff.removeSecondFactor',
    'staff',
    'DELETE',
    '/v1/console/staff/:staffId/second-factor',
  ),
  requestRoleChange: defineRoute<OfStaff & { body: RequestRoleChange }, RoleChange>(
    'staff.requestRoleChange',
    'staff',
    'POST',
    '/v1/console/staff/:staffId/role-changes',
  ),
  getRoleChange: defineRoute<{ params: { staffId: string; version: string } }, RoleChange>(
    'staff.getRoleChange',
    'staff',
    'GET',
    '/v1/console/staff/:staffId/role-changes/:version',
  ),
  listSessionsOf: defineRoute<OfStaff, StaffSessionRows>(
    'staff.listSessionsOf',
    'staff',
    'GET',
    '/v1/console/staff/:staffId/sessions',
  ),
  endSessionsOf: defineRoute<OfStaff, StaffSessionRows>(
    'staff.endSessionsOf',
    'staff',
    'DELETE',
    '/v1/console/staff/:staffId/sessions',
  ),
} as const;
