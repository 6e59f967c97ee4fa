import { lazy, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import {
  archivePage,
  awardsPage,
  assessmentsPage,
  brakesPage,
  campaignsPage,
  cataloguePage,
  channelsPage,
  commentsPage,
  complaintsPage,
  configurationPage,
  exportsPage,
  fakeReportsPage,
  followUpCallsPage,
  groupsPage,
  identityPage,
  importsPage,
  incentivesPage,
  jobsPage,
  lessonsPage,
  livesPage,
  mayUse,
  membersPage,
  noticesPage,
  ownSignInPage,
  pagesFor,
  pathsPage,
  pointsClosingsPage,
  pointsPage,
  productsPage,
  retentionPage,
  reviewsPage,
  segmentsPage,
  sendsPage,
  handoversPage,
  staffPage,
  suitabilityPage,
  trailPage,
  type Page,
} from './pages.ts';
import { newCampaignPath } from '../campaigns/campaign-address.ts';
import { configurationPath } from '../configuration/configuration-address.ts';
import { newIncentivePath } from '../incentives/incentive-address.ts';
import { newContentRoute } from '../lessons/content-address.ts';
import { newLivePath } from '../lives/live-address.ts';
import { newSegmentPath } from '../segments/segment-address.ts';
import { NothingHere } from './nothing-here.tsx';
import { Shell } from './shell.tsx';
import { SignedIn, useStaff } from './signed-in.tsx';

const SignInPage = lazy(() => import('../sign-in/sign-in-page.tsx'));
const ChannelsPage = lazy(() => import('../channels/channels-page.tsx'));
const GroupsPage = lazy(() => import('../groups/groups-page.tsx'));
const MembersPage = lazy(() => import('../members/members-page.tsx'));
const MemberPage = lazy(() => import('../members/member-page.tsx'));
const SegmentsPage = lazy(() => import('../segments/segments-page.tsx'));
const SegmentPage = lazy(() => import('../segments/segment-page.tsx'));
const IdentityPage = lazy(() => import('../identity/identity-page.tsx'));
const LessonsPage = lazy(() => import('../lessons/lessons-page.tsx'));
const LessonPage = lazy(() => import('../lessons/lesson-page.tsx'));
const NewContentPage = lazy(() => import('../lessons/new-content-page.tsx'));
const LivesPage = lazy(() => import('../lives/lives-page.tsx'));
const LivePage = lazy(() => import('../lives/live-page.tsx'));
const PathsPage = lazy(() => import('../paths/paths-page.tsx'));
const PathPage = lazy(() => import('../paths/path-page.tsx'));
const CampaignsPage = lazy(() => import('../campaigns/campaigns-page.tsx'));
const CampaignPage = lazy(() => import('../campaigns/campaign-page.tsx'));
const IncentivesPage = lazy(() => import('../incentives/incentives-page.tsx'));
const IncentivePage = lazy(() => import('../incentives/incentive-page.tsx'));
const PointsPage = lazy(() => import('../points/points-page.tsx'));
const PointsClosingsPage = lazy(() => import('../points/points-closings-page.tsx'));
const AwardsPage = lazy(() => import('../awards/awards-page.tsx'));
const CataloguePage = lazy(() => import('../catalogue/catalogue-page.tsx'));
const ProductsPage = lazy(() => import('../products/products-page.tsx'));
const CommentsPage = lazy(() => import('../comments/comments-page.tsx'));
const NoticesPage = lazy(() => import('../notices/notices-page.tsx'));
const ReviewsPage = lazy(() => import('../reviews/reviews-page.tsx'));
const BrakesPage = lazy(() => import('../brakes/brakes-page.tsx'));
const ConfigurationsPage = lazy(() => import('../configuration/configurations-page.tsx'));
const ConfigurationPage = lazy(() => import('../configuration/configuration-page.tsx'));
const HandoversPage = lazy(() => import('../handovers/handovers-page.tsx'));
const StaffPage = lazy(() => import('../staff/staff-page.tsx'));
const OwnSignInPage = lazy(() => import('../sign-in/own-sign-in-page.tsx'));
const ArchivePage = lazy(() => import('../archive/archive-page.tsx'));
const FakeReportsPage = lazy(() => import('../fake-reports/fake-reports-page.tsx'));
const RetentionPage = lazy(() => import('../retention/retention-page.tsx'));
const AssessmentsPage = lazy(() => import('../assessments/assessments-page.tsx'));
const ComplaintsPage = lazy(() => import('../complaints/complaints-page.tsx'));
const FollowUpCallsPage = lazy(() => import('../follow-up-calls/follow-up-calls-page.tsx'));
const SuitabilityPage = lazy(() => import('../suitability/suitability-page.tsx'));
const TrailPage = lazy(() => import('../trail/trail-page.tsx'));
const ImportsPage = lazy(() => import('../imports/imports-page.tsx'));
const ExportsPage = lazy(() => import('../exports/exports-page.tsx'));
const SendsPage = lazy(() => import('../sends/sends-page.tsx'));
const SidebarPage = lazy(() => import('../sidebar/sidebar-page.tsx'));
const JobsPage = lazy(() => import('../jobs/jobs-page.tsx'));

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route element={<SignedIn />}>
        {/* Beside a chat of WeCom there is no room for a navigation, and nothing to navigate to. */}
        <Route path="/sidebar" element={<SidebarPage />} />
        <Route element={<Shell />}>
          <Route index element={<FirstPage />} />
          <Route path={channelsPage.path} element={<For page={channelsPage} children={<ChannelsPage />} />} />
          <Route path={groupsPage.path} element={<For page={groupsPage} children={<GroupsPage />} />} />
          <Route path={membersPage.path} element={<For page={membersPage} children={<MembersPage />} />} />
          <Route
            path={`${membersPage.path}/:memberId`}
            element={<For page={membersPage} children={<MemberPage />} />}
          />
          <Route path={segmentsPage.path} element={<For page={segmentsPage} children={<SegmentsPage />} />} />
          <Route path={newSegmentPath} element={<For page={segmentsPage} children={<SegmentPage />} />} />
          <Route
            path={`${segmentsPage.path}/:segmentId`}
            element={<For page={segmentsPage} children={<SegmentPage />} />}
          />
          <Route path={identityPage.path} element={<For page={identityPage} children={<IdentityPage />} />} />
          <Route path={lessonsPage.path} element={<For page={lessonsPage} children={<LessonsPage />} />} />
          <Route path={newContentRoute} element={<For page={lessonsPage} children={<NewContentPage />} />} />
          <Route
            path={`${lessonsPage.path}/:lessonId`}
            element={<For page={lessonsPage} children={<LessonPage />} />}
          />
          <Route path={pathsPage.path} element={<For page={pathsPage} children={<PathsPage />} />} />
          <Route
            path={`${pathsPage.path}/:pathId`}
            element={<For page={pathsPage} children={<PathPage />} />}
          />
          <Route
            path={cataloguePage.path}
            element={<For page={cataloguePage} children={<CataloguePage />} />}
          />
          <Route path={livesPage.path} element={<For page={livesPage} children={<LivesPage />} />} />
          <Route path={newLivePath} element={<For page={livesPage} children={<LivePage />} />} />
          <Route
            path={`${livesPage.path}/:liveId`}
            element={<For page={livesPage} children={<LivePage />} />}
          />
          <Route
            path={campaignsPage.path}
            element={<For page={campaignsPage} children={<CampaignsPage />} />}
          />
          <Route path={newCampaignPath} element={<For page={campaignsPage} children={<CampaignPage />} />} />
          <Route
            path={`${campaignsPage.path}/:campaignId`}
            element={<For page={campaignsPage} children={<CampaignPage />} />}
          />
          <Route
            path={incentivesPage.path}
            element={<For page={incentivesPage} children={<IncentivesPage />} />}
          />
          <Route
            path={newIncentivePath}
            element={<For page={incentivesPage} children={<IncentivePage />} />}
          />
          <Route
            path={`${incentivesPage.path}/:ruleId`}
            element={<For page={incentivesPage} children={<IncentivePage />} />}
          />
          <Route path={pointsPage.path} element={<For page={pointsPage} children={<PointsPage />} />} />
          <Route
            path={pointsClosingsPage.path}
            element={<For page={pointsClosingsPage} children={<PointsClosingsPage />} />}
          />
          <Route path={awardsPage.path} element={<For page={awardsPage} children={<AwardsPage />} />} />
          <Route path={productsPage.path} element={<For page={productsPage} children={<ProductsPage />} />} />
          <Route path={commentsPage.path} element={<For page={commentsPage} children={<CommentsPage />} />} />
          <Route path={noticesPage.path} element={<For page={noticesPage} children={<NoticesPage />} />} />
          <Route path={reviewsPage.path} element={<For page={reviewsPage} children={<ReviewsPage />} />} />
          <Route path={brakesPage.path} element={<For page={brakesPage} children={<BrakesPage />} />} />
          <Route
            path={configurationPage.path}
            element={<For page={configurationPage} children={<ConfigurationsPage />} />}
          />
          <Route
            path={configurationPath}
            element={<For page={configurationPage} children={<ConfigurationPage />} />}
          />
          <Route path={archivePage.path} element={<For page={archivePage} children={<ArchivePage />} />} />
          <Route
            path={fakeReportsPage.path}
            element={<For page={fakeReportsPage} children={<FakeReportsPage />} />}
          />
          <Route
            path={retentionPage.path}
            element={<For page={retentionPage} children={<RetentionPage />} />}
          />
          <Route
            path={assessmentsPage.path}
            element={<For page={assessmentsPage} children={<AssessmentsPage />} />}
          />
          <Route
            path={complaintsPage.path}
            element={<For page={complaintsPage} children={<ComplaintsPage />} />}
          />
          <Route
            path={followUpCallsPage.path}
            element={<For page={followUpCallsPage} children={<FollowUpCallsPage />} />}
          />
          <Route
            path={suitabilityPage.path}
            element={<For page={suitabilityPage} children={<SuitabilityPage />} />}
          />
          <Route path={trailPage.path} element={<For page={trailPage} children={<TrailPage />} />} />
          <Route path={importsPage.path} element={<For page={importsPage} children={<ImportsPage />} />} />
          <Route path={exportsPage.path} element={<For page={exportsPage} children={<ExportsPage />} />} />
          <Route path={jobsPage.path} element={<For page={jobsPage} children={<JobsPage />} />} />
          <Route path={sendsPage.path} element={<For page={sendsPage} children={<SendsPage />} />} />
          <Route
            path={handoversPage.path}
            element={<For page={handoversPage} children={<HandoversPage />} />}
          />
          <Route path={staffPage.path} element={<For page={staffPage} children={<StaffPage />} />} />
          <Route
            path={ownSignInPage.path}
            element={<For page={ownSignInPage} children={<OwnSignInPage />} />}
          />
          <Route path="*" element={<NothingHere sentence="这里没有页面，请从左侧选择。" />} />
        </Route>
      </Route>
    </Routes>
  );
}

/** People come for the clients; who has no list of them begins with the first page they have. */
function FirstPage() {
  const { roles } = useStaff();
  const first = mayUse(membersPage, roles) ? membersPage : pagesFor(roles)[0];
  return first ? (
    <Navigate replace to={first.path} />
  ) : (
    <NothingHere sentence="您的岗位在运营台还没有可用的功能，请联系管理员。" />
  );
}

function For({ page, children }: { page: Page; children: ReactNode }) {
  return mayUse(page, useStaff().roles) ? (
    children
  ) : (
    <NothingHere sentence={`您的岗位不使用「${page.title}」。如确有需要，请联系管理员。`} />
  );
}
