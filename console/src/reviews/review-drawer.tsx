import { ASSESSMENT_SUBJECT } from '@siyu/shared/contracts/assessments.limits';
import { BRAKE_SUBJECT } from '@siyu/shared/contracts/brakes.limits';
import { CAMPAIGN_SUBJECT } from '@siyu/shared/contracts/campaigns.limits';
import { GROUP_NOTICE_SUBJECT } from '@siyu/shared/contracts/communities-desk.limits';
import { INCENTIVE_SUBJECT } from '@siyu/shared/contracts/incentive-rules.limits';
import { LIVE_FILING_SUBJECT, LIVE_SUBJECT } from '@siyu/shared/contracts/live.limits';
import { PATH_SUBJECT } from '@siyu/shared/contracts/paths.limits';
import { PROFESSIONAL_SUBJECT } from '@siyu/shared/contracts/professional.limits';
import { PRODUCT_SUBJECT } from '@siyu/shared/contracts/products.limits';
import { CATALOGUE_ITEM_SUBJECT } from '@siyu/shared/contracts/redemption.limits';
import type { ReviewRow } from '@siyu/shared/contracts/reviews';
import { ASSESSED_SUBJECT } from '@siyu/shared/contracts/suitability.limits';
import { lazy, Suspense } from 'react';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import type { ReviewedProps } from './link-review.tsx';
import { subjectTitle } from './subject-title.ts';

// Who opens one kind does not fetch the others.
const AssessmentReview = lazy(() =>
  import('./assessment-review.tsx').then((of) => ({ default: of.AssessmentReview })),
);
const BrakeReview = lazy(() => import('./brake-review.tsx').then((of) => ({ default: of.BrakeReview })));
const CampaignReview = lazy(() =>
  import('./campaign-review.tsx').then((of) => ({ default: of.CampaignReview })),
);
const ConfigurationReview = lazy(() =>
  import('./configuration-review.tsx').then((of) => ({ default: of.ConfigurationReview })),
);
const ExportReview = lazy(() => import('./export-review.tsx').then((of) => ({ default: of.ExportReview })));
const HeldAssessmentReview = lazy(() =>
  import('./held-assessment-review.tsx').then((of) => ({ default: of.HeldAssessmentReview })),
);
const IncentiveReview = lazy(() =>
  import('./incentive-review.tsx').then((of) => ({ default: of.IncentiveReview })),
);
const ItemReview = lazy(() => import('./item-review.tsx').then((of) => ({ default: of.ItemReview })));
const LessonReview = lazy(() => import('./lesson-review.tsx').then((of) => ({ default: of.LessonReview })));
const LinkReview = lazy(() => import('./link-review.tsx').then((of) => ({ default: of.LinkReview })));
const LiveFilingReview = lazy(() =>
  import('./live-filing-review.tsx').then((of) => ({ default: of.LiveFilingReview })),
);
const LiveReview = lazy(() => import('./live-review.tsx').then((of) => ({ default: of.LiveReview })));
const NoticeReview = lazy(() => import('./notice-review.tsx').then((of) => ({ default: of.NoticeReview })));
const PathReview = lazy(() => import('./path-review.tsx').then((of) => ({ default: of.PathReview })));
const ProductReview = lazy(() =>
  import('./product-review.tsx').then((of) => ({ default: of.ProductReview })),
);
const ProfessionalReview = lazy(() =>
  import('./professional-review.tsx').then((of) => ({ default: of.ProfessionalReview })),
);
const RoleReview = lazy(() => import('./role-review.tsx').then((of) => ({ default: of.RoleReview })));

export function ReviewDrawer({ review, onClose }: { review: ReviewRow | null; onClose: () => void }) {
  return (
    <RowDrawer
      isOpen={review !== null}
      onClose={onClose}
      width={720}
      title={review ? subjectTitle(review) : '复核'}
    >
      {review && (
        <Suspense fallback={<ListSkeleton rows={5} />}>
          <Subject review={review} onDecided={onClose} />
        </Suspense>
      )}
    </RowDrawer>
  );
}

/** What is to be decided, by its kind. */
function Subject({ review, onDecided }: ReviewedProps) {
  switch (review.subjectKind) {
    case 'lesson':
      return <LessonReview review={review} onDecided={onDecided} />;
    case PATH_SUBJECT:
      return <PathReview review={review} onDecided={onDecided} />;
    case CATALOGUE_ITEM_SUBJECT:
      return <ItemReview review={review} onDecided={onDecided} />;
    case PRODUCT_SUBJECT:
      return <ProductReview review={review} onDecided={onDecided} />;
    case PROFESSIONAL_SUBJECT:
      return <ProfessionalReview review={review} onDecided={onDecided} />;
    case GROUP_NOTICE_SUBJECT:
      return <NoticeReview review={review} onDecided={onDecided} />;
    case LIVE_SUBJECT:
      return <LiveReview review={review} onDecided={onDecided} />;
    case LIVE_FILING_SUBJECT:
      return <LiveFilingReview review={review} onDecided={onDecided} />;
    case CAMPAIGN_SUBJECT:
      return <CampaignReview review={review} onDecided={onDecided} />;
    case INCENTIVE_SUBJECT:
      return <IncentiveReview review={review} onDecided={onDecided} />;
    case 'member_link':
      return <LinkReview review={review} onDecided={onDecided} />;
    case 'configuration':
      return <ConfigurationReview review={review} onDecided={onDecided} />;
    case 'staff_roles':
      return <RoleReview review={review} onDecided={onDecided} />;
    case 'export':
      return <ExportReview review={review} onDecided={onDecided} />;
    case ASSESSED_SUBJECT:
      return <HeldAssessmentReview review={review} onDecided={onDecided} />;
    case ASSESSMENT_SUBJECT:
      return <AssessmentReview review={review} onDecided={onDecided} />;
    case BRAKE_SUBJECT:
      return <BrakeReview review={review} onDecided={onDecided} />;
    default:
      return (
        <div className="notice" role="status">
          这份复核的内容不能在这里展开，所以也不能在这里决定。
        </div>
      );
  }
}
