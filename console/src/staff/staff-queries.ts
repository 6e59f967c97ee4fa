import type { StaffRow } from '@siyu/shared/contracts/staff';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { putAnswer } from '../api/put-answer.ts';

export const staffRowQuery = (staffId: string) =>
  queryOptions({
    queryKey: ['staff', 'row', staffId],
    queryFn: ({ signal }) => call(staffRoutes.getStaff, { params: { staffId } }, signal),
  });
export const branchesQuery = queryOptions({
  queryKey: ['staff', 'branches'],
  queryFn: ({ signal }) => call(staffRoutes.listBranches, {}, signal),
  staleTime: Infinity,
});
export const sessionsOfQuery = (staffId: string) =>
  queryOptions({
    queryKey: ['staff', 'sessions', staffId],
    queryFn: ({ signal }) => call(staffRoutes.listSessionsOf, { params: { staffId } }, signal),
  });

/** After an act: the row as it is now, and everything that was made from the old one. */
export function takeRow(row: StaffRow): void {
  putAnswer(staffRowQuery(row.staffId).queryKey, row);
  void queryClient.invalidateQueries({ queryKey: ['staff', 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['staff', 'sessions', row.staffId] });
}
