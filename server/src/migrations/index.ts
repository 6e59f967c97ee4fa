import type { MigrationInterface } from 'typeorm';
import { Platform } from './0001-platform.ts';
import { Foundation } from './0010-foundation.ts';
import { Records } from './0020-records.ts';
import { Content } from './0030-content.ts';
import { Insight } from './0040-insight.ts';
import { Action } from './0050-action.ts';
import { Imports } from './0060-imports.ts';
import { Identity } from './0061-identity.ts';
import { Scoring } from './0062-scoring.ts';
import { Segments } from './0063-segments.ts';
import { Events } from './0064-events.ts';
import { MergedClocks } from './0065-merged-clocks.ts';
import { Staff } from './0066-staff.ts';
import { Trail } from './0070-trail.ts';
import { Desk } from './0071-desk.ts';
import { Closings } from './0072-closings.ts';
import { JobOutcomes } from './0077-job-outcomes.ts';
import { Exports } from './0078-exports.ts';
import { Reach } from './0081-reach.ts';
import { LookedAt } from './0082-looked-at.ts';
import { Demo } from './0090-demo.ts';
import { PlatformClientTables } from './0100-platform-clients.ts';
import { PlatformEventTables } from './0101-platform-events.ts';
import { Channels } from './0110-channels.ts';
import { PlacementLessons } from './0111-placement-lessons.ts';
import { PlacementLinks } from './0112-placement-links.ts';
import { Verification } from './0113-verification.ts';
import { Notifications } from './0116-notifications.ts';
import { WecomUsers } from './0117-wecom-users.ts';
import { WecomLookups } from './0118-wecom-lookups.ts';
import { Communities } from './0120-communities.ts';
import { GroupDesk } from './0122-group-desk.ts';
import { Archive } from './0125-archive.ts';
import { Sidebar } from './0128-sidebar.ts';
import { ReportPictures } from './0130-report-pictures.ts';
import { ArrivalIndex } from './0131-arrival-index.ts';
import { SegmentDefinitions } from './0132-segment-definitions.ts';
import { Registrations } from './0136-registrations.ts';
import { Labels } from './0137-labels.ts';
import { Advisory } from './0138-advisory.ts';
import { Withdrawals } from './0139-withdrawals.ts';
import { Discussion } from './0142-discussion.ts';
import { Notebook } from './0143-notebook.ts';
import { Brakes } from './0147-brakes.ts';
import { HeldSends } from './0148-held-sends.ts';
import { Complaints } from './0153-complaints.ts';
import { FollowUpCallTables } from './0154-follow-up-calls.ts';
import { Retention } from './0157-retention.ts';
import { CopyOrders } from './0158-copy-orders.ts';
import { AdviceStances } from './0159-advice-stances.ts';
import { ContentKinds } from './0162-content-kinds.ts';
import { Paths } from './0165-paths.ts';
import { Lives } from './0168-lives.ts';
import { LiveAudience } from './0169-live-audience.ts';
import { SessionUses } from './0172-session-uses.ts';
import { PathSchedules } from './0177-path-schedules.ts';
import { AdviceBasis } from './0178-advice-basis.ts';
import { AdultStatements } from './0179-adult-statements.ts';
import { ImpactAssessments } from './0180-impact-assessments.ts';
import { Points } from './0181-points.ts';
import { PointsClosings } from './0182-points-closings.ts';
import { IncentiveRules } from './0184-incentive-rules.ts';
import { Awards } from './0187-awards.ts';
import { EntitlementTables } from './0191-entitlements.ts';
import { CatalogueTables } from './0192-catalogue.ts';
import { Products } from './0210-products.ts';
import { Suitability } from './0211-suitability.ts';
import { InvestorCare } from './0212-investor-care.ts';
import { Campaigns } from './0214-campaigns.ts';
import { GroupPosts } from './0215-group-posts.ts';
import { CampaignOutcomeTables } from './0216-campaign-outcomes.ts';
import { SuitabilityDecisions } from './0213-suitability-decisions.ts';
import { StaffPhones } from './0217-staff-phones.ts';
import { Conclusions } from './0195-conclusions.ts';
import { SpokenBasis } from './0196-spoken-basis.ts';
import { DeliveryOrderIndex } from './0200-delivery-order-index.ts';
import { DecidedOrder } from './0201-decided-order.ts';
import { IncentiveEffects } from './0203-incentive-effects.ts';
import { BacktestRuns } from './0204-backtest-runs.ts';
import { AwardRings } from './0205-award-rings.ts';

/** Every migration, in order; a new one is added at its place and never changed afterwards. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Platform,
  Foundation,
  Records,
  Content,
  Insight,
  Action,
  Imports,
  Identity,
  Scoring,
  Segments,
  Events,
  MergedClocks,
  Staff,
  Trail,
  Desk,
  Closings,
  JobOutcomes,
  Exports,
  Reach,
  LookedAt,
  Demo,
  PlatformClientTables,
  PlatformEventTables,
  Channels,
  PlacementLessons,
  PlacementLinks,
  Verification,
  Notifications,
  WecomUsers,
  WecomLookups,
  Communities,
  GroupDesk,
  Archive,
  Sidebar,
  ReportPictures,
  ArrivalIndex,
  SegmentDefinitions,
  Registrations,
  Labels,
  Advisory,
  Withdrawals,
  Discussion,
  Notebook,
  Brakes,
  HeldSends,
  Complaints,
  FollowUpCallTables,
  Retention,
  CopyOrders,
  AdviceStances,
  ContentKinds,
  Paths,
  Lives,
  LiveAudience,
  SessionUses,
  PathSchedules,
  AdviceBasis,
  AdultStatements,
  ImpactAssessments,
  Points,
  PointsClosings,
  IncentiveRules,
  Awards,
  EntitlementTables,
  CatalogueTables,
  Conclusions,
  SpokenBasis,
  DeliveryOrderIndex,
  DecidedOrder,
  IncentiveEffects,
  BacktestRuns,
  AwardRings,
  Products,
  Suitability,
  InvestorCare,
  SuitabilityDecisions,
  Campaigns,
  GroupPosts,
  CampaignOutcomeTables,
  StaffPhones,
];
