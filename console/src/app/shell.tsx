import type { StaffProfile } from '@siyu/shared/contracts/identity';
import { roleNames } from '@siyu/shared/messages';
import { Suspense } from 'react';
import { NavLink, Outlet } from 'react-router';
import { FirmBrakeBanner } from '../brakes/firm-brake-banner.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { pagesFor } from './pages.ts';
import { SignOut } from './sign-out.tsx';
import { useStaff } from './signed-in.tsx';

export function Shell() {
  const staff = useStaff();
  return (
    <div className="shell">
      <nav className="nav" aria-label="主导航">
        <div className="brand">私域 · 运营台</div>
        {pagesFor(staff.roles).map((page, at, pages) => (
          <div key={page.path}>
            {page.stage !== pages[at - 1]?.stage && <div className="nav-stage">{page.stage}</div>}
            <NavLink to={page.path} className="nav-link">
              {page.title}
            </NavLink>
          </div>
        ))}
        <WhoAmI staff={staff} />
      </nav>
      <main className="main">
        <FirmBrakeBanner />
        <Suspense fallback={<ListSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function WhoAmI({ staff }: { staff: StaffProfile }) {
  return (
    <div className="who">
      <div className="who-name">{staff.name}</div>
      <div className="note">{staff.roles.map((role) => roleNames[role]).join('、')}</div>
      {staff.branchName !== null && <div className="note">{staff.branchName}</div>}
      <SignOut />
    </div>
  );
}
