import type { StaffRow } from '@siyu/shared/contracts/staff';
import { WECOM_USER_ID_MAX, WECOM_USER_ID_PATTERN } from '@siyu/shared/contracts/staff.limits';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeRow } from './staff-queries.ts';

/** What WeCom calls the person; without it their groups and customers there belong to nobody here. */
export function WecomUserForm({ row: { staffId, wecomUserId } }: { row: StaffRow }) {
  const [draft, setDraft] = useState(wecomUserId ?? '');
  const wanted = draft.trim() === '' ? null : draft.trim();
  const isFit = wanted === null || WECOM_USER_ID_PATTERN.test(wanted);
  const note = useMutation({
    mutationFn: () => call(staffRoutes.setWecomUser, { params: { staffId }, body: { wecomUserId: wanted } }),
    onSuccess: takeRow,
  });
  return (
    <div className="own-form">
      <div>
        <label htmlFor="wecom-user">企业微信账号</label>
        <Input
          id="wecom-user"
          autoComplete="off"
          maxLength={WECOM_USER_ID_MAX}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
        <p className="note">
          {isFit
            ? '与企业微信通讯录里的账号一致；留空表示这位同事不用企业微信。'
            : '账号只能用字母、数字、点、横线、下划线和 @，以字母或数字开头。'}
        </p>
      </div>
      <Button
        disabled={!isFit || wanted === wecomUserId}
        loading={note.isPending}
        onClick={() => note.mutate()}
      >
        保存企业微信账号
      </Button>
      <FailureNotice error={note.error} />
    </div>
  );
}
