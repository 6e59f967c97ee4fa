import type { RoleChange } from '@siyu/shared/contracts/staff';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { clientErrorSentence, staffScopeNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { rolesInWords } from '../staff/staff-columns.tsx';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

/** Other roles, or another reach, for somebody. */
export function RoleReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const { subjectId: staffId, subjectVersion } = review;
  const maySee = staff.roles.some((role) => role === 'compliance' || role === 'securityAdmin');
  const change = useQuery({
    queryKey: ['staff', 'role-change', staffId, subjectVersion],
    queryFn: ({ signal }) =>
      call(staffRoutes.getRoleChange, { params: { staffId, version: String(subjectVersion) } }, signal),
    enabled: maySee,
  });
  if (!maySee)
    return (
      <div className="notice" role="status">
        岗位变更的内容只给合规和安全管理员看，您可以在列表里看到进展。
      </div>
    );
  if (!change.data)
    return change.error ? (
      <FailureState error={change.error} onRetry={() => void change.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const { name, loginName, before, after, reason, sha256 } = change.data;
  const block =
    staffId === staff.staffId
      ? clientErrorSentence('identity.own_account')
      : decisionBlock({ review, staff, seenSha256: sha256 });
  return (
    <>
      <p className="say">
        通过后，{name}（{loginName}）从下一次操作起按新的岗位和范围使用系统。
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <Facts
        facts={[
          ['原岗位', rolesInWords(before.roles)],
          ['新岗位', <b>{rolesInWords(after.roles)}</b>],
          ['原范围', reachInWords(before)],
          ['新范围', <b>{reachInWords(after)}</b>],
          ['理由', reason],
          ['提交', `${review.requesterName} · ${formatInstant(review.requestedAt)}`],
          ['内容指纹', sha256.slice(0, 12)],
        ]}
      />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={sha256} onDecided={onDecided} />
      )}
    </>
  );
}

const reachInWords = ({ scopeKind, branchName }: RoleChange['before']): string =>
  `${staffScopeNames[scopeKind]} · ${branchName ?? '总部'}`;
