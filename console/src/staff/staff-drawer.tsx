import type { OneTimePassword, StaffRow } from '@siyu/shared/contracts/staff';
import { staffScopeNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { AccountActs } from './account-acts.tsx';
import { RegistrationForm } from './registration-form.tsx';
import { RoleChangeForm } from './role-change-form.tsx';
import { rolesInWords, StaffStateChip } from './staff-columns.tsx';
import { staffRowQuery } from './staff-queries.ts';
import { SessionsOf } from './sessions-of.tsx';
import { WecomUserForm } from './wecom-user-form.tsx';

interface StaffDrawerProps {
  readonly staffId: string | null;
  readonly onClose: () => void;
  readonly onReset: (made: OneTimePassword) => void;
}

export function StaffDrawer({ staffId, onClose, onReset }: StaffDrawerProps) {
  return (
    <RowDrawer isOpen={staffId !== null} onClose={onClose} width={560} title="员工">
      {staffId !== null && <Opened key={staffId} staffId={staffId} onReset={onReset} />}
    </RowDrawer>
  );
}

function Opened({ staffId, onReset }: { staffId: string; onReset: StaffDrawerProps['onReset'] }) {
  const person = useQuery(staffRowQuery(staffId));
  if (person.data) return <Person row={person.data} onReset={onReset} />;
  if (person.error) return <FailureState error={person.error} onRetry={() => void person.refetch()} />;
  return <ListSkeleton rows={6} />;
}

function Person({ row, onReset }: { row: StaffRow; onReset: StaffDrawerProps['onReset'] }) {
  const me = useStaff();
  const isOwn = me.staffId === row.staffId;
  return (
    <>
      <p className="say">
        {row.name} <StaffStateChip row={row} />
      </p>
      <Facts
        facts={[
          ['登录名', row.loginName],
          ['岗位', rolesInWords(row.roles)],
          ['范围', staffScopeNames[row.scopeKind]],
          ['营业部', row.branchName ?? '总部'],
          ['企业微信账号', row.wecomUserId ?? '未登记'],
          ['登记编码', registrationInWords(row)],
          ['两步验证', row.hasSecondFactor ? '已绑定' : '未绑定'],
          ['开通', formatInstant(row.createdAt)],
        ]}
      />
      {isOwn ? (
        <div className="notice" role="status">
          这是您自己的账号，需要由另一位管理员处理。
        </div>
      ) : (
        <AccountActs row={row} onReset={onReset} />
      )}
      {!isOwn && me.roles.includes('systemAdmin') && (
        <>
          <RegistrationForm row={row} />
          <WecomUserForm row={row} />
        </>
      )}
      {!isOwn && me.roles.includes('securityAdmin') && <RoleChangeForm row={row} />}
      <SessionsOf staffId={row.staffId} />
    </>
  );
}

/** @example registrationInWords({ registrationNo: null, registrationUntil: null, isRegistered: false }) // => '未登记' */
function registrationInWords({
  registrationNo,
  registrationUntil,
  isRegistered,
}: Pick<StaffRow, 'registrationNo' | 'registrationUntil' | 'isRegistered'>): string {
  if (registrationNo === null) return '未登记';
  const until = registrationUntil === null ? '' : `，有效期至 ${registrationUntil}`;
  return `${registrationNo}${until}${isRegistered ? '' : '（已失效）'}`;
}
