import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { refreshAssessments } from '../assessments/assessment-queries.ts';
import { refreshBrakes } from '../brakes/brake-queries.ts';
import { refreshCampaigns } from '../campaigns/campaign-queries.ts';
import { refreshGroups } from '../groups/group-queries.ts';
import { refreshIdentity } from '../identity/identity-queries.ts';
import { refreshIncentives } from '../incentives/incentive-queries.ts';
import { refreshLives } from '../lives/live-queries.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { refreshInvestorCare } from '../suitability/suitability-queries.ts';
import { refreshProducts } from '../products/product-queries.ts';

const COMMENT_MAX = 500;

interface DecisionFormProps {
  readonly reviewId: string;
  readonly seenSha256: string;
  readonly onDecided: () => void;
  /** Places the reviewer ticked, and how many are still to be looked at before this can be approved. */
  readonly lookedAt?: readonly string[];
  readonly openLooks?: number;
}

export function DecisionForm({
  reviewId,
  seenSha256,
  onDecided,
  lookedAt = [],
  openLooks = 0,
}: DecisionFormProps) {
  const id = useId();
  const [comment, setComment] = useState('');
  const decide = useMutation({
    mutationFn: (isApproved: boolean) =>
      call(reviewsRoutes.decideReview, {
        params: { reviewId },
        body: {
          isApproved,
          comment: comment.trim(),
          subjectSha256: seenSha256,
          lookedAt: [...lookedAt],
        },
      }),
    onSuccess: onDecided,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['lessons'] }),
        queryClient.invalidateQueries({ queryKey: ['paths'] }),
        queryClient.invalidateQueries({ queryKey: ['catalogue'] }),
        queryClient.invalidateQueries({ queryKey: ['configuration'] }),
        refreshGroups(),
        refreshIdentity(),
        refreshAssessments(),
        refreshBrakes(),
        refreshCampaigns(),
        refreshIncentives(),
        refreshLives(),
        refreshProducts(),
        refreshInvestorCare(),
      ]),
  });
  const hasComment = comment.trim() !== '';
  return (
    <div className="decision">
      <label htmlFor={id}>意见（退回时必填，作者会看到）</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={COMMENT_MAX}
        showCount
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <FailureNotice error={decide.error} />
      <div className="actions">
        <Button
          type="primary"
          loading={decide.isPending && decide.variables}
          disabled={openLooks > 0 || decide.isPending}
          onClick={() => decide.mutate(true)}
        >
          通过
        </Button>
        <Button
          danger
          loading={decide.isPending && !decide.variables}
          disabled={!hasComment || decide.isPending}
          onClick={() => decide.mutate(false)}
        >
          退回
        </Button>
        {openLooks > 0 && <span className="note">还有 {openLooks} 处没有勾选，看过后才能通过。</span>}
        {!hasComment && <span className="note">写明原因后才能退回。</span>}
      </div>
    </div>
  );
}
