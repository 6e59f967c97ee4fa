import { signInRoutes } from '@siyu/shared/contracts/sign-in.routes';
import type { SecondFactorSecret } from '@siyu/shared/contracts/sign-in';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { CodeField } from './code-field.tsx';
import { isProofCode, isTotpCode, tidyCode } from './proof-code.ts';
import { RecoveryCodeList } from './recovery-code-list.tsx';

const EnrolmentCode = lazy(() => import('./enrolment-code.tsx'));

interface SecondFactorSetUpProps {
  /** Somebody who exchanges their app proves the old one first. */
  readonly hasOne: boolean;
  readonly onDone: () => void;
}

/** From the start to the recovery codes: secret shown once, confirmed by a code of it. */
export function SecondFactorSetUp({ hasOne, onDone }: SecondFactorSetUpProps) {
  const [proof, setProof] = useState('');
  const begin = useMutation({
    mutationFn: () => call(signInRoutes.beginSecondFactor, { body: hasOne ? { code: tidyCode(proof) } : {} }),
    onError: () => setProof(''),
  });
  if (begin.data) return <Confirm secret={begin.data} onDone={onDone} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <form className="own-form" onSubmit={submit}>
      {hasOne ? (
        <CodeField
          value={proof}
          onChange={setProof}
          hint="更换前先证明是您本人：输入现在这个验证器的验证码，或一个恢复码。"
        />
      ) : (
        <p className="note">
          准备一个验证器应用（如手机系统自带的密码应用，或任何支持 TOTP
          的应用），以后登录时除密码外还要输入它给出的六位验证码。
        </p>
      )}
      <FailureNotice error={begin.error} />
      <Button
        type="primary"
        htmlType="submit"
        loading={begin.isPending}
        disabled={hasOne && !isProofCode(proof)}
      >
        {hasOne ? '更换验证器' : '开始设置'}
      </Button>
    </form>
  );
}

function Confirm({ secret, onDone }: { secret: SecondFactorSecret; onDone: () => void }) {
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => call(signInRoutes.confirmSecondFactor, { body: { code: tidyCode(code) } }),
    onError: () => setCode(''),
  });
  if (confirm.data) return <RecoveryCodeList codes={confirm.data.recoveryCodes} onKept={onDone} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className="own-form" onSubmit={submit}>
      <p>用验证器应用扫描下面的二维码；不能扫描时，手动输入密钥。二维码和密钥只显示这一次。</p>
      <Suspense fallback={<ListSkeleton rows={4} />}>
        <EnrolmentCode uri={secret.uri} />
      </Suspense>
      <p>
        <span className="note">密钥</span> <code className="secret">{secret.secret}</code>
      </p>
      <CodeField value={code} onChange={setCode} hint="输入应用现在显示的六位验证码，设置才会生效。" />
      <FailureNotice error={confirm.error} />
      <Button type="primary" htmlType="submit" loading={confirm.isPending} disabled={!isTotpCode(code)}>
        确认绑定
      </Button>
    </form>
  );
}
