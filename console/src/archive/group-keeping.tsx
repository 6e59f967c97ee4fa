import { analyticsRoutes } from '@siyu/shared/contracts/analytics.routes';
import { UNKEPT } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** Beside the name of a group: whether what is said in it is kept. */
export function GroupKeeping({ groupId }: { groupId: string }) {
  const found = useQuery({
    queryKey: ['archive', 'group', groupId],
    queryFn: ({ signal }) => call(analyticsRoutes.getGroupArchive, { params: { groupId } }, signal),
  });
  if (!found.data) return null;
  return found.data.isKept ? (
    <span className="chip chip-success">会话留痕</span>
  ) : (
    <span className="chip chip-warning" title="群里没有员工有存档席位">
      {UNKEPT}
    </span>
  );
}
