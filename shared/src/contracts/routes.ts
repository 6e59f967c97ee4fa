import { accountClosingRoutes } from './account-closing.routes.ts';
import { accountLinkRoutes } from './account-link.routes.ts';
import { adviserRoutes } from './adviser.routes.ts';
import { advisoryRoutes } from './advisory.routes.ts';
import { analyticsRoutes } from './analytics.routes.ts';
import { archiveRoutes } from './archive.routes.ts';
import { awardsRoutes } from './awards.routes.ts';
import { assessmentsRoutes } from './assessments.routes.ts';
import { backtestsRoutes } from './backtests.routes.ts';
import { brakesRoutes } from './brakes.routes.ts';
import { callbacksRoutes } from './callbacks.routes.ts';
import { handoversRoutes } from './handovers.routes.ts';
import { campaignsRoutes } from './campaigns.routes.ts';
import { careRoutes } from './care.routes.ts';
import { careDeskRoutes } from './care-desk.routes.ts';
import { catalogueDeskRoutes } from './catalogue-desk.routes.ts';
import { channelsRoutes } from './channels.routes.ts';
import { communitiesRoutes } from './communities.routes.ts';
import { communitiesDeskRoutes } from './communities-desk.routes.ts';
import { configurationRoutes } from './configuration.routes.ts';
import { contentRoutes } from './content.routes.ts';
import { deskRoutes } from './desk.routes.ts';
import { discussionDeskRoutes } from './discussion-desk.routes.ts';
import { discussionRoutes } from './discussion.routes.ts';
import { elderRoutes } from './elder.routes.ts';
import { engagementRoutes } from './engagement.routes.ts';
import { entitlementsRoutes } from './entitlements.routes.ts';
import { exportsRoutes } from './exports.routes.ts';
import { feedRoutes } from './feed.routes.ts';
import { filesRoutes } from './files.routes.ts';
import { groupPageRoutes } from './group-page.routes.ts';
import { identityRoutes } from './identity.routes.ts';
import { importsRoutes } from './imports.routes.ts';
import { incentiveEffectsRoutes } from './incentive-effects.routes.ts';
import { incentiveRulesRoutes } from './incentive-rules.routes.ts';
import { jobsRoutes } from './jobs.routes.ts';
import { learningRecordRoutes } from './learning-record.routes.ts';
import { lessonSearchRoutes } from './lesson-search.routes.ts';
import { liveDeskRoutes } from './live-desk.routes.ts';
import { liveRoutes } from './live.routes.ts';
import { matchingRoutes } from './matching.routes.ts';
import { memberLinksRoutes } from './member-links.routes.ts';
import { moderationRoutes } from './moderation.routes.ts';
import { notebookRoutes } from './notebook.routes.ts';
import { notificationsRoutes } from './notifications.routes.ts';
import { panoramaRoutes } from './panorama.routes.ts';
import { pathsRoutes } from './paths.routes.ts';
import { platformSendsRoutes } from './platform-sends.routes.ts';
import { pointsRoutes } from './points.routes.ts';
import { privacyRoutes } from './privacy.routes.ts';
import { productShelfRoutes } from './product-shelf.routes.ts';
import { productsRoutes } from './products.routes.ts';
import { professionalRoutes } from './professional.routes.ts';
import { redemptionRoutes } from './redemption.routes.ts';
import { retentionRoutes } from './retention.routes.ts';
import { reviewsRoutes } from './reviews.routes.ts';
import type { Route } from './route.ts';
import { scoringRoutes } from './scoring.routes.ts';
import { segmentDefinitionsRoutes } from './segment-definitions.routes.ts';
import { segmentsRoutes } from './segments.routes.ts';
import { sidebarRoutes } from './sidebar.routes.ts';
import { signInRoutes } from './sign-in.routes.ts';
import { staffPhoneRoutes } from './staff-phone.routes.ts';
import { staffRoutes } from './staff.routes.ts';
import { suitabilityRoutes } from './suitability.routes.ts';
import { trailRoutes } from './trail.routes.ts';
import { suitabilityEvidenceRoutes } from './suitability-evidence.routes.ts';
import { transactionsRoutes } from './transactions.routes.ts';
import { verificationRoutes } from './verification.routes.ts';
import { workspaceRoutes } from './workspace.routes.ts';

const modules: readonly Readonly<Record<string, Route>>[] = [
  accountClosingRoutes,
  accountLinkRoutes,
  adviserRoutes,
  advisoryRoutes,
  analyticsRoutes,
  archiveRoutes,
  awardsRoutes,
  assessmentsRoutes,
  backtestsRoutes,
  brakesRoutes,
  callbacksRoutes,
  campaignsRoutes,
  handoversRoutes,
  careRoutes,
  careDeskRoutes,
  catalogueDeskRoutes,
  channelsRoutes,
  communitiesRoutes,
  communitiesDeskRoutes,
  configurationRoutes,
  contentRoutes,
  deskRoutes,
  discussionRoutes,
  discussionDeskRoutes,
  elderRoutes,
  engagementRoutes,
  entitlementsRoutes,
  exportsRoutes,
  feedRoutes,
  filesRoutes,
  groupPageRoutes,
  identityRoutes,
  importsRoutes,
  incentiveEffectsRoutes,
  incentiveRulesRoutes,
  jobsRoutes,
  learningRecordRoutes,
  lessonSearchRoutes,
  liveRoutes,
  liveDeskRoutes,
  matchingRoutes,
  memberLinksRoutes,
  moderationRoutes,
  notebookRoutes,
  notificationsRoutes,
  panoramaRoutes,
  pathsRoutes,
  platformSendsRoutes,
  pointsRoutes,
  privacyRoutes,
  productsRoutes,
  professionalRoutes,
  productShelfRoutes,
  redemptionRoutes,
  retentionRoutes,
  reviewsRoutes,
  scoringRoutes,
  segmentDefinitionsRoutes,
  segmentsRoutes,
  sidebarRoutes,
  signInRoutes,
  staffRoutes,
  staffPhoneRoutes,
  suitabilityRoutes,
  suitabilityEvidenceRoutes,
  trailRoutes,
  transactionsRoutes,
  verificationRoutes,
  workspaceRoutes,
];

/** Every route of the system: the router is compared with this list, and the access matrix is made from it. */
export const allRoutes: readonly Route[] = modules.flatMap((routes) => Object.values(routes));
