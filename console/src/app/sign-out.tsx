import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

export function SignOut() {
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => call(identityRoutes.closeStaffSession, {}),
    onSettled: async () => {
      await navigate('/sign-in', { replace: true });
      queryClient.clear();
    },
  });
  return (
    <Button size="small" loading={signOut.isPending} onClick={() => signOut.mutate()}>
      退出登录
    </Button>
  );
}
