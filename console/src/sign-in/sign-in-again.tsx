import type { StaffProfile } from '@siyu/shared/contracts/identity';
import { useNavigate } from 'react-router';
import { queryClient } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { SignInForm } from './sign-in-form.tsx';

/**
 * Over a page that was left alone: what was written there is kept behind it, out of sight, for the person who wrote it.
 * Somebody else begins anew.
 */
export default function SignInAgain({ was }: { was: StaffProfile }) {
  const navigate = useNavigate();
  return (
    <SignInForm
      note="您离开了一段时间，为了安全，请重新登录。页面上没有提交的内容还在。"
      onSignedIn={async (staff) => {
        if (staff.staffId !== was.staffId) {
          queryClient.clear();
          await navigate('/', { replace: true });
        }
        queryClient.setQueryData(sessionQuery.queryKey, staff);
        await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      }}
    />
  );
}
