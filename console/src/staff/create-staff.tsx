import { LOGIN_NAME_MAX } from '@siyu/shared/contracts/identity.limits';
import type { OneTimePassword } from '@siyu/shared/contracts/staff';
import { LOGIN_NAME_PATTERN, STAFF_NAME_MAX } from '@siyu/shared/contracts/staff.limits';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { BranchField } from './branch-field.tsx';
import { takeRow } from './staff-queries.ts';

const nobody = { loginName: '', name: '', branchId: null };
interface Draft {
  readonly loginName: string;
  readonly name: string;
  readonly branchId: string | null;
}

interface CreateStaffProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onCreated: (created: OneTimePassword) => void;
}

/** An account without roles; a security administrator asks for those. */
export function CreateStaff({ isOpen, onClose, onCreated }: CreateStaffProps) {
  const [draft, setDraft] = useState<Draft>(nobody);
  const create = useMutation({
    mutationFn: () =>
      call(staffRoutes.createStaff, {
        body: { ...draft, loginName: draft.loginName.trim(), name: draft.name.trim() },
      }),
    onSuccess: (created) => {
      takeRow(created.staff);
      onCreated(created);
    },
  });
  const isNameFit = LOGIN_NAME_PATTERN.test(draft.loginName.trim());
  return (
    <Modal
      open={isOpen}
      title="新建账号"
      okText="创建并生成一次性密码"
      cancelText="取消"
      okButtonProps={{ disabled: !isNameFit || draft.name.trim() === '', loading: create.isPending }}
      onOk={() => create.mutate()}
      onCancel={onClose}
      afterClose={() => {
        setDraft(nobody);
        create.reset();
      }}
    >
      <div className="own-form">
        <div>
          <label htmlFor="new-staff-name">姓名</label>
          <Input
            id="new-staff-name"
            maxLength={STAFF_NAME_MAX}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor="new-staff-login">登录名</label>
          <Input
            id="new-staff-login"
            autoComplete="off"
            maxLength={LOGIN_NAME_MAX}
            value={draft.loginName}
            onChange={(event) => setDraft({ ...draft, loginName: event.target.value })}
          />
          <p className="note">
            {draft.loginName !== '' && !isNameFit
              ? '登录名只能用字母、数字、点、横线和下划线，至少两个字符。'
              : '字母、数字、点、横线和下划线；创建后不能改。'}
          </p>
        </div>
        <BranchField value={draft.branchId} onChange={(branchId) => setDraft({ ...draft, branchId })} />
        <FailureNotice error={create.error} />
      </div>
    </Modal>
  );
}
