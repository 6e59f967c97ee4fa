import type { MemberLinkRequest } from '@siyu/shared/contracts/member-links';
import { memberLinksRoutes } from '@siyu/shared/contracts/member-links.routes';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { refreshIdentity } from './identity-queries.ts';
import { LinkImpactFigures } from './link-impact.tsx';

/** Asks that a merged registration stand for itself again; a second person decides. */
export function RequestSeparation({ link: { member, into } }: { link: MemberLinkRequest }) {
  const [key] = useState(newRequestKey);
  const request = useMutation({
    mutationFn: (reason: string) =>
      callOnce(memberLinksRoutes.requestSeparation, { body: { memberId: member.memberId, reason } }, key),
    onSettled: refreshIdentity,
  });
  if (request.data)
    return (
      <div className="notice notice-success" role="status">
        已提交拆分申请，等合规同事复核。通过以前仍按合并处理。
      </div>
    );
  return (
    <AskReason
      act="申请拆分"
      title={`把 ${member.displayName} 从 ${into.displayName} 拆开`}
      label="为什么拆开（复核的同事会看到）"
      isPending={request.isPending}
      error={request.error}
      onReason={(reason) => request.mutate(reason)}
    >
      <p>通过复核后，两份登记各自恢复合并前的记录。</p>
      <LinkImpactFigures kind="SEPARATE" member={member} into={into} />
    </AskReason>
  );
}
