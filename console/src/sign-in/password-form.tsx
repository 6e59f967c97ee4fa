import { PASSWORD_MAX } from '@siyu/shared/contracts/identity.limits';
import { signInRoutes } from '@siyu/shared/contracts/sign-in.routes';
import { PASSWORD_MIN } from '@siyu/shared/contracts/staff.limits';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { ownSessionsKey } from './own-queries.ts';

const fields = [
  ['password', '当前密码', 'current-password'],
  ['newPassword', '新密码', 'new-password'],
  ['repeated', '再输入一次新密码', 'new-password'],
] as const;
const nothing = { password: '', newPassword: '', repeated: '' };

/** Exchanges the own password; whoever else is signed in with the old one is signed out. */
export function PasswordForm({ onChanged }: { onChanged?: () => void }) {
  const [typed, setTyped] = useState(nothing);
  const { password, newPassword, repeated } = typed;
  const change = useMutation({
    mutationFn: () => call(signInRoutes.changePassword, { body: { password, newPassword } }),
    onSuccess: () => {
      setTyped(nothing);
      onChanged?.();
      void queryClient.invalidateQueries({ queryKey: ownSessionsKey });
    },
  });
  const fault = faultOf(newPassword, repeated);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form className="own-form" onSubmit={submit}>
      {fields.map(([name, label, autoComplete]) => (
        <div key={name}>
          <label htmlFor={`own-${name}`}>{label}</label>
          <Input.Password
            id={`own-${name}`}
            autoComplete={autoComplete}
            maxLength={PASSWORD_MAX}
            value={typed[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
          />
        </div>
      ))}
      <p className="note">{fault ?? `至少 ${PASSWORD_MIN} 个字符；换好后，其他设备上的登录会结束。`}</p>
      <FailureNotice error={change.error} />
      {change.isSuccess && (
        <div className="notice notice-success" role="status">
          密码已换好。
        </div>
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={change.isPending}
        disabled={password === '' || newPassword === '' || repeated === '' || fault !== null}
      >
        更换密码
      </Button>
    </form>
  );
}

function faultOf(newPassword: string, repeated: string): string | null {
  if (newPassword !== '' && newPassword.length < PASSWORD_MIN) return `新密码至少 ${PASSWORD_MIN} 个字符。`;
  return repeated !== '' && repeated !== newPassword ? '两次输入的新密码不一样。' : null;
}
