import type { StaffProfile } from '@siyu/shared/contracts/identity';
import { SignOut } from '../app/sign-out.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorSetUp } from './second-factor-set-up.tsx';

/** What stands between a sign-in and the console: a password nobody else knows, and the second factor. */
export default function SetUpPage({ staff, onDone }: { staff: StaffProfile; onDone: () => void }) {
  const step = staff.stepsToDo[0];
  return (
    <div className="sign-in">
      <div className="card sign-in-card">
        <div className="brand">私域 · 运营台</div>
        <h1>{step === 'PASSWORD' ? '换掉一次性密码' : '绑定两步验证'}</h1>
        <p className="note">
          {staff.name}，您好。
          {step === 'PASSWORD'
            ? '您现在的密码是管理员生成的，请换成只有您知道的密码。'
            : '公司要求每位同事登录时使用验证码，绑定后即可进入运营台。'}
        </p>
        {step === 'PASSWORD' ? (
          <PasswordForm onChanged={onDone} />
        ) : (
          <SecondFactorSetUp hasOne={false} onDone={onDone} />
        )}
        <SignOut />
      </div>
    </div>
  );
}
