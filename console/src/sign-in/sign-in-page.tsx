import { useLocation, useNavigate } from 'react-router';
import { queryClient } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { returnPath } from '../app/return-path.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The door of the console; it leads back to the page that was asked for. */
export default function SignInPage() {
  const navigate = useNavigate();
  const { search } = useLocation();
  return (
    <SignInForm
      note={search.includes('from=') ? '登录后回到您刚才的页面。' : null}
      onSignedIn={async (staff) => {
        queryClient.setQueryData(sessionQuery.queryKey, staff);
        await navigate(returnPath(search), { replace: true });
      }}
    />
  );
}
