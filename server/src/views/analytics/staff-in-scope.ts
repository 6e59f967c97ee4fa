import type { Scope } from '../../platform/http/index.ts';

/** A condition with its values in the order of their marks. Aliases: s staff, b branches. */
export interface StaffCondition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Who of the staff is in a scope. */
export function staffInScope(scope: Scope): StaffCondition {
  if (scope.kind === 'firm') return { sql: '1 = 1', values: [] };
  if (scope.kind === 'book') return { sql: 's.staff_id = ?', values: [scope.staffId] };
  const path = scope.branchPath.replace(/[!%_]/g, (sign) => `!${sign}`);
  return { sql: "b.path LIKE ? ESCAPE '!'", values: [`${path}%`] };
}

/** Whose conversations are looked at. Without an archive nobody's are kept, whatever was known of seats before. */
export interface KeptQuestion {
  readonly scope: StaffCondition;
  readonly isOn: boolean;
  /** Epoch day: whoever's last day is over serves no more. */
  readonly today: number;
}

/** Advisers who serve now and have a name in WeCom. */
export const ADVISERS = `staff s LEFT JOIN branches b ON b.branch_id = s.branch_id
  LEFT JOIN archive_seats seat ON seat.wecom_user_id = s.wecom_user_id`;
export const IS_ADVISER = `s.wecom_user_id IS NOT NULL AND s.is_active = 1 AND (s.valid_until IS NULL OR s.valid_until >= ?)
  AND s.registration_no IS NOT NULL`;

/** Groups that are there, with whoever they belong to. */
export const GROUPS = `community_groups g LEFT JOIN staff s ON s.wecom_user_id = g.owner_wecom_user_id
  LEFT JOIN branches b ON b.branch_id = s.branch_id`;
/** Somebody of the firm who sits in it has a seat of the archive. */
export const IS_GROUP_KEPT = `EXISTS (SELECT 1 FROM group_seats sits JOIN archive_seats seat ON seat.wecom_user_id = sits.person_id
  WHERE sits.group_id = g.group_id AND sits.kind = 'STAFF' AND sits.left_at IS NULL)`;
