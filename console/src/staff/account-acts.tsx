import type { OneTimePassword, StaffRow } from '@siyu/shared/contracts/staff';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeRow } from './staff-queries.ts';

type Act = 'disable' | 'activate' | 'resetPassword' | 'removeSecondFactor';
const acts = {
  disable: ['停用账号', '停用后立即退出所有登录，不能再登录；名字仍保留在历史记录里。'],
  activate: ['恢复账号', '恢复后可以用原来的密码重新登录。'],
  resetPassword: ['重置密码', '会生成新的一次性密码，原密码失效，并退出所有登录。'],
  removeSecondFactor: ['解除两步验证', '用于手机丢失且没有恢复码时。会退出所有登录，请先核实对方身份。'],
} as const satisfies Record<Act, readonly [string, string]>;

interface AccountActsProps {
  readonly row: StaffRow;
  readonly onReset: (made: OneTimePassword) => void;
}

/** What an administrator does to another one's account; each act asks first and says what follows. */
export function AccountActs({ row, onReset }: AccountActsProps) {
  const { roles } = useStaff();
  const { staffId, state, hasSecondFactor } = row;
  const [asked, setAsked] = useState<Act | null>(null);
  const act = useMutation({
    mutationFn: async (chosen: Act) => {
      const params = { staffId };
      if (chosen === 'removeSecondFactor')
        return takeRow(await call(staffRoutes.removeSecondFactor, { params }));
      if (chosen === 'resetPassword') {
        const made = await call(staffRoutes.resetPassword, { params });
        takeRow(made.staff);
        return onReset(made);
      }
      const body = { state: chosen === 'disable' ? 'DISABLED' : 'ACTIVE' } as const;
      return takeRow(await call(staffRoutes.setStaffState, { params, body }));
    },
  });
  const possible: readonly Act[] = [
    ...(roles.includes('systemAdmin')
      ? ([state === 'ACTIVE' ? 'disable' : 'activate', 'resetPassword'] as const)
      : []),
    ...(roles.includes('securityAdmin') && hasSecondFactor ? (['removeSecondFactor'] as const) : []),
  ];
  return (
    <>
      <div className="staff-acts">
        {possible.map((each) => (
          <Button
            key={each}
            danger={each !== 'activate'}
            loading={act.isPending && act.variables === each}
            disabled={act.isPending}
            onClick={() => setAsked(each)}
          >
            {acts[each][0]}
          </Button>
        ))}
      </div>
      <FailureNotice error={act.error} />
      {/* One of its own for each act: a dialogue that is still leaving must not become the next one. */}
      {asked !== null && (
        <Modal
          key={asked}
          open
          title={`${acts[asked][0]}：${row.name}`}
          okText={`确认${acts[asked][0]}`}
          okButtonProps={{ danger: asked !== 'activate' }}
          cancelText="取消"
          onCancel={() => setAsked(null)}
          onOk={() => {
            setAsked(null);
            act.mutate(asked);
          }}
        >
          {acts[asked][1]}
        </Modal>
      )}
    </>
  );
}
