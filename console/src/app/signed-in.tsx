import type { StaffProfile } from '@siyu/shared/contracts/identity';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { Navigate, useLocation } from 'react-router';
import { isSignedOut } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { FailureState } from '../list/failure-state.tsx';
import { signInPath } from './return-path.ts';
import { Shell } from './shell.tsx';

const StaffContext = createContext<StaffProfile | null>(null);

/** The person signed in; only below <SignedIn>. */
export function useStaff(): StaffProfile {
  const staff = useContext(StaffContext);
  if (staff === null) throw new Error('useStaff is used outside <SignedIn>');
  return staff;
}

export function SignedIn() {
  const session = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  if (isSignedOut(session.error)) return <Navigate replace to={signInPath(pathname + search)} />;
  if (session.data)
    return (
      <StaffContext.Provider value={session.data}>
        <Shell staff={session.data} />
      </StaffContext.Provider>
    );
  if (session.error) return <FailureState error={session.error} onRetry={() => void session.refetch()} />;
  return <div className="boot" role="status" aria-label="正在打开" />;
}
