import type { IdentityConflict } from '@siyu/shared/contracts/member-links';
import { memberLinksRoutes } from '@siyu/shared/contracts/member-links.routes';
import { useMutation } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { refreshIdentity } from './identity-queries.ts';
import { LinkImpactFigures } from './link-impact.tsx';

/** Asks that one of two registrations be read as the other; a second person decides. */
export function RequestMerge({ conflict: { claimant, holder } }: { conflict: IdentityConflict }) {
  const [keptId, setKeptId] = useState(holder.memberId);
  const [key] = useState(newRequestKey);
  const [kept, double] = keptId === holder.memberId ? [holder, claimant] : [claimant, holder];
  const request = useMutation({
    mutationFn: (reason: string) =>
      callOnce(
        memberLinksRoutes.requestMerge,
        { body: { memberId: double.memberId, intoMemberId: kept.memberId, reason } },
        key,
      ),
    onSettled: refreshIdentity,
  });
  if (request.data)
    return (
      <div className="notice notice-success" role="status">
        已提交合并申请，等合规同事复核。通过以前两份登记都不变。
      </div>
    );
  return (
    <AskReason
      act="申请合并"
      title={`合并 ${claimant.displayName} 和 ${holder.displayName}`}
      label="为什么是同一人（复核的同事会看到）"
      isPrimary
      isPending={request.isPending}
      error={request.error}
      onReason={(reason) => request.mutate(reason)}
    >
      <p>通过复核后，另一份登记的记录当作保留的登记来读；两边的原始记录都不改，随时可以拆开。</p>
      <Radio.Group
        aria-label="保留哪一份登记"
        value={keptId}
        options={[holder, claimant].map(({ memberId, displayName }) => ({
          value: memberId,
          label: `保留 ${displayName}`,
        }))}
        onChange={(event) =>
          setKeptId(event.target.value === claimant.memberId ? claimant.memberId : holder.memberId)
        }
      />
      <LinkImpactFigures kind="MERGE" member={double} into={kept} />
    </AskReason>
  );
}
