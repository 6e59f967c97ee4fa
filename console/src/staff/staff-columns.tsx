import type { StaffRow } from '@siyu/shared/contracts/staff';
import { roleNames, staffScopeNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';

interface StaffColumn extends TableColumnType<StaffRow> {
  readonly key: string;
  readonly title: string;
  readonly isFixedIn?: boolean;
}

export const staffColumns: readonly StaffColumn[] = [
  {
    key: 'name',
    title: '员工',
    isFixedIn: true,
    render: (_, { name, loginName }) => (
      <>
        <div className="strong">{name}</div>
        <div className="note">{loginName}</div>
      </>
    ),
  },
  {
    key: 'roles',
    title: '岗位',
    render: (_, row) => (
      <>
        {rolesInWords(row.roles)}
        {row.isChangePending && (
          <div>
            <span className="chip chip-warning">变更待复核</span>
          </div>
        )}
      </>
    ),
  },
  {
    key: 'scope',
    title: '范围',
    width: 190,
    render: (_, row) => (
      <>
        <div>{staffScopeNames[row.scopeKind]}</div>
        {row.branchName !== null && <div className="note">{row.branchName}</div>}
      </>
    ),
  },
  {
    key: 'secondFactor',
    title: '两步验证',
    width: 110,
    render: (_, { hasSecondFactor }) =>
      hasSecondFactor ? (
        <span className="chip chip-success">已绑定</span>
      ) : (
        <span className="chip chip-quiet">未绑定</span>
      ),
  },
  { key: 'state', title: '状态', width: 110, render: (_, row) => <StaffStateChip row={row} /> },
];

export const rolesInWords = (roles: StaffRow['roles']): string =>
  roles.length === 0 ? '还没有岗位' : roles.map((role) => roleNames[role]).join('、');

export function StaffStateChip({ row }: { row: Pick<StaffRow, 'state' | 'mustChangePassword'> }) {
  if (row.state === 'DISABLED') return <span className="chip chip-error">已停用</span>;
  if (row.mustChangePassword) return <span className="chip chip-warning">待首次登录</span>;
  return <span className="chip chip-success">在用</span>;
}
