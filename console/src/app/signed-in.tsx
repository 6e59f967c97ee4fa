import type { StaffProfile } from '@siyu/shared/contracts/identity';
import { useQuery } from '@tanstack/react-query';
import { createContext, lazy, Suspense, useContext, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { isIdle, isSignedOut } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { FailureState } from '../list/failure-state.tsx';
import { signInPath } from './return-path.ts';

const SignInAgain = lazy(() => import('../sign-in/sign-in-again.tsx'));
const SetUpPage = lazy(() => import('../sign-in/set-up-page.tsx'));
const StaffContext = createContext<StaffProfile | null>(null);

/** The person signed in; only below <SignedIn>. */
export function useStaff(): StaffProfile {
  const staff = useContext(StaffContext);
  if (staff === null) throw new Error('useStaff is used outside <SignedIn>');
  return staff;
}

/** Its pages are for people who have signed in and finished what their sign-in asks for. */
export function SignedIn() {
  const session = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  // Held until the person has finished a step: a refetch meanwhile must not take recovery codes off the screen.
  const [settingUp, setSettingUp] = useState<StaffProfile | null>(null);
  const step = session.data?.stepsToDo[0];
  if (session.data && settingUp === null && step !== undefined) setSettingUp(session.data);
  const isLeftAlone = session.data !== undefined && isIdle(session.error);
  // Drawers and dialogs hang on the body, outside of what is hidden here.
  useEffect(() => {
    document.body.classList.toggle('is-left-alone', isLeftAlone);
  }, [isLeftAlone]);
  if (!isLeftAlone && isSignedOut(session.error))
    return <Navigate replace to={signInPath(pathname + search)} />;
  if (settingUp !== null)
    return (
      <Suspense fallback={<div className="boot" role="status" aria-label="正在打开" />}>
        <SetUpPage
          key={settingUp.stepsToDo[0]}
          staff={settingUp}
          onDone={() => void session.refetch().then(() => setSettingUp(null))}
        />
      </Suspense>
    );
  if (session.data)
    return (
      <StaffContext.Provider key={session.data.staffId} value={session.data}>
        <div className={isLeftAlone ? 'left-alone' : 'page-kept'}>
          <Outlet />
        </div>
        {isLeftAlone && (
          <Suspense fallback={<div className="boot" role="status" aria-label="正在打开" />}>
            <SignInAgain was={session.data} />
          </Suspense>
        )}
      </StaffContext.Provider>
    );
  if (session.error) return <FailureState error={session.error} onRetry={() => void session.refetch()} />;
  return <div className="boot" role="status" aria-label="正在打开" />;
}
