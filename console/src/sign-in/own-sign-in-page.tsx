import { ownSignInPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { PhoneCard } from './phone-card.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';

/** What each of the staff does about the own sign-in. */
export default function OwnSignInPage() {
  const { roles } = useStaff();
  return (
    <>
      <PageHeader crumb={ownSignInPage.stage} title={ownSignInPage.title} />
      <div className="own-cards">
        <section className="card" aria-label="登录中的设备">
          <h2>登录中的设备</h2>
          <OwnSessions />
        </section>
        <section className="card" aria-label="两步验证">
          <h2>两步验证</h2>
          <SecondFactorCard />
        </section>
        {roles.includes('adviser') && (
          <section className="card" aria-label="手机绑定">
            <h2>手机绑定</h2>
            <PhoneCard />
          </section>
        )}
        <section className="card" aria-label="密码">
          <h2>密码</h2>
          <PasswordForm />
        </section>
      </div>
    </>
  );
}
