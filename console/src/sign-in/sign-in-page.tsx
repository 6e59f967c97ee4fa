import { LOGIN_NAME_MAX, PASSWORD_MAX } from '@siyu/shared/contracts/identity.limits';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { returnPath } from '../app/return-path.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

export default function SignInPage() {
  const navigate = useNavigate();
  const { search } = useLocation();
  const runtime = useQuery({
    queryKey: ['runtime'],
    queryFn: ({ signal }) => call(identityRoutes.getRuntime, {}, signal),
    staleTime: Infinity,
  });
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () =>
      call(identityRoutes.openStaffSession, { body: { loginName: loginName.trim(), password } }),
    onSuccess: async (staff) => {
      queryClient.setQueryData(sessionQuery.queryKey, staff);
      await navigate(returnPath(search), { replace: true });
    },
    onError: () => setPassword(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <div className="sign-in">
      <form className="card sign-in-card" onSubmit={submit}>
        <div className="brand">私域 · 运营台</div>
        <h1>登录</h1>
        {search.includes('from=') && !signIn.error && <p className="note">登录后回到您刚才的页面。</p>}
        <FailureNotice error={signIn.error} />
        <label htmlFor="loginName">登录名</label>
        <Input
          id="loginName"
          autoFocus
          autoComplete="username"
          maxLength={LOGIN_NAME_MAX}
          value={loginName}
          onChange={(event) => setLoginName(event.target.value)}
        />
        <label htmlFor="password">密码</label>
        <Input.Password
          id="password"
          autoComplete="current-password"
          maxLength={PASSWORD_MAX}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          loading={signIn.isPending}
          disabled={loginName.trim() === '' || password === ''}
        >
          登录
        </Button>
      </form>
      {runtime.data && (
        <p className="note">
          {runtime.data.firmName} · 许可证号 {runtime.data.licenceNo}
        </p>
      )}
    </div>
  );
}
