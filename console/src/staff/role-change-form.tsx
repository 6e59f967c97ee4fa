import { ROLES } from '@siyu/shared/contracts/identity.limits';
import type { StaffRow } from '@siyu/shared/contracts/staff';
import { ROLE_REASON_MAX, STAFF_SCOPES } from '@siyu/shared/contracts/staff.limits';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { roleNames, staffScopeNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { BranchField } from './branch-field.tsx';

/** Asks for other roles or another reach; in force when compliance agrees. */
export function RoleChangeForm({ row }: { row: StaffRow }) {
  const { staffId, isChangePending } = row;
  const [roles, setRoles] = useState(row.roles);
  const [scopeKind, setScopeKind] = useState(row.scopeKind);
  const [branchId, setBranchId] = useState(row.branchId);
  const [reason, setReason] = useState('');
  const request = useMutation({
    mutationFn: () =>
      call(staffRoutes.requestRoleChange, {
        params: { staffId },
        body: { roles, scopeKind, branchId, reason: reason.trim() },
      }),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['staff'] }),
        queryClient.invalidateQueries({ queryKey: ['reviews'] }),
      ]),
  });
  if (isChangePending)
    return (
      <section aria-label="岗位和范围">
        <h2>岗位和范围</h2>
        <div className="notice" role="status">
          有一份变更正在等合规同事复核，决定之前不能再提交。
        </div>
      </section>
    );
  const isBranchMissing = scopeKind === 'branch' && branchId === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate();
  };
  return (
    <section aria-label="岗位和范围">
      <h2>岗位和范围</h2>
      <form className="own-form" onSubmit={submit}>
        <Checkbox.Group
          className="role-choices"
          value={roles}
          options={ROLES.map((value) => ({ value, label: roleNames[value] }))}
          onChange={(chosen) => setRoles([...chosen])}
        />
        <Radio.Group
          aria-label="范围"
          value={scopeKind}
          options={STAFF_SCOPES.map((value) => ({ value, label: staffScopeNames[value] }))}
          onChange={(event) => {
            const chosen = STAFF_SCOPES.find((each) => each === event.target.value);
            if (chosen) setScopeKind(chosen);
          }}
        />
        <BranchField value={branchId} onChange={setBranchId} />
        {isBranchMissing && <p className="note">范围是营业部时，须选择一个营业部。</p>}
        <div>
          <label htmlFor="role-reason">理由</label>
          <Input.TextArea
            id="role-reason"
            rows={2}
            maxLength={ROLE_REASON_MAX}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <FailureNotice error={request.error} />
        <Button
          type="primary"
          htmlType="submit"
          loading={request.isPending}
          disabled={reason.trim() === '' || isBranchMissing}
        >
          提交复核
        </Button>
      </form>
    </section>
  );
}
