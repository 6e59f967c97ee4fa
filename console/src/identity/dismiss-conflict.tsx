import type { IdentityConflict } from '@siyu/shared/contracts/member-links';
import { memberLinksRoutes } from '@siyu/shared/contracts/member-links.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { refreshIdentity } from './identity-queries.ts';

/** Looked into, and they are two persons; a conflict that was dismissed cannot be dismissed again. */
export function DismissConflict({ conflict }: { conflict: IdentityConflict }) {
  const { conflictId, claimant, holder } = conflict;
  const dismiss = useMutation({
    mutationFn: (note: string) =>
      call(memberLinksRoutes.dismissConflict, { params: { conflictId }, body: { note } }),
    onSettled: refreshIdentity,
  });
  return (
    <AskReason
      act="不是同一人"
      title={`${claimant.displayName} 和 ${holder.displayName} 不是同一人`}
      label="怎么核对的（记入留痕）"
      isPending={dismiss.isPending}
      error={dismiss.error}
      onReason={(note) => dismiss.mutate(note)}
    >
      <p>两份登记各自保留。同样的冲突再次发生时会重新打开。</p>
    </AskReason>
  );
}
