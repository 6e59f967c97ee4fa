import type { StaffProfile } from '@siyu/shared/contracts/identity';
import { LOGIN_NAME_MAX, PASSWORD_MAX } from '@siyu/shared/contracts/identity.limits';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { call } from '../api/call.ts';
import { hasCode } from '../api/problem-error.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { CodeField } from './code-field.tsx';
import { isProofCode, tidyCode } from './proof-code.ts';

interface SignInFormProps {
  /** Why it is asked, or what comes after it. */
  readonly note: string | null;
  readonly onSignedIn: (staff: StaffProfile) => void | Promise<void>;
}

/** Name and password first; whoever has set up a second factor is asked for its code then. */
export function SignInForm({ note, onSignedIn }: SignInFormProps) {
  const runtime = useQuery({
    queryKey: ['runtime'],
    queryFn: ({ signal }) => call(identityRoutes.getRuntime, {}, signal),
    staleTime: Infinity,
  });
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  const signIn = useMutation({
    mutationFn: () =>
      call(identityRoutes.openStaffSession, {
        body: { loginName: loginName.trim(), password, ...(isCodeAsked && { code: tidyCode(code) }) },
      }),
    onSuccess: onSignedIn,
    onError: (error) => {
      setCode('');
      if (hasCode(error, 'identity.code_required')) setIsCodeAsked(true);
      else if (!isCodeAsked || hasCode(error, 'identity.wrong_login')) {
        setPassword('');
        setIsCodeAsked(false);
      }
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  const error = hasCode(signIn.error, 'identity.code_required') ? null : signIn.error;
  const isComplete = isCodeAsked ? isProofCode(code) : loginName.trim() !== '' && password !== '';
  return (
    <div className="sign-in">
      <form className="card sign-in-card" onSubmit={submit}>
        <div className="brand">私域 · 运营台</div>
        <h1>{isCodeAsked ? '两步验证' : '登录'}</h1>
        {note !== null && !error && <p className="note">{note}</p>}
        <FailureNotice error={error} />
        {isCodeAsked ? (
          <CodeField
            value={code}
            onChange={setCode}
            hint="打开验证器应用，输入六位验证码；手机不在身边时，可以用一个恢复码。"
          />
        ) : (
          <>
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
          </>
        )}
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          loading={signIn.isPending}
          disabled={!isComplete}
        >
          {isCodeAsked ? '验证并登录' : '登录'}
        </Button>
        {isCodeAsked && (
          <Button
            type="text"
            block
            onClick={() => {
              signIn.reset();
              setPassword('');
              setIsCodeAsked(false);
            }}
          >
            换一个账号
          </Button>
        )}
      </form>
      {runtime.data && (
        <p className="note">
          {runtime.data.firmName} · 许可证号 {runtime.data.licenceNo}
        </p>
      )}
    </div>
  );
}
