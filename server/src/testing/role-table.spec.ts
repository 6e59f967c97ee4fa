import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '@siyu/shared/contracts/identity.limits';
import { Problem } from '@siyu/shared/contracts/primitives';
import { type Route, routeUrl } from '@siyu/shared/contracts/route';
import { allRoutes } from '@siyu/shared/contracts/routes';
import { AppModule } from '../app.module.ts';
import { openStaff } from './callers.ts';
import { createTestApp, type TestApp } from './test-app.ts';

const SOME_ID = '01900000-0000-7000-8000-000000000001';
const everybody = [...ROLES];
const watchers = [
  'adviser',
  'relationshipManager',
  'branchHead',
  'operator',
  'analyst',
  'compliance',
] as const;

/** Who talks with customers in WeCom. */
const talkers = ['adviser', 'relationshipManager'] as const;

/** Who writes to members, and who looks at it. */
const senders = ['adviser', 'relationshipManager', 'compliance'] as const;

/** Who takes complaints and calls clients; those who look after clients do not. */
const carers = ['service', 'branchHead', 'compliance'] as const;

/** Who may call which staff route, written down by hand: a policy that drifts from it is found, in either direction. */
const TABLE: Readonly<Record<string, readonly Role[]>> = {
  'advisory.listContracts': ['adviser', 'relationshipManager', 'branchHead', 'operator', 'compliance'],
  'advisory.enterContract': ['branchHead', 'compliance'],
  'advisory.endContract': ['branchHead', 'compliance'],
  'analytics.getLessonReach': ['operator', 'compliance'],
  'analytics.computeConfigImpact': ['operator', 'systemAdmin'],
  'analytics.getLinkImpact': ['service', 'branchHead', 'operator', 'compliance'],
  'analytics.getConfigImpact': ['operator', 'analyst', 'compliance', 'systemAdmin', 'auditAdmin'],
  'analytics.getArchiveCoverage': ['compliance'],
  'analytics.getGroupArchive': watchers,
  'archive.listFindings': ['compliance'],
  'archive.getFinding': ['compliance'],
  'archive.handleFinding': ['compliance'],
  'awards.listStaffAwards': ['operator', 'compliance'],
  'awards.decideHold': ['operator', 'compliance'],
  'awards.withdrawFact': ['operator', 'compliance'],
  'assessments.listAssessments': ['compliance', 'securityAdmin', 'auditAdmin'],
  'assessments.writeAssessment': ['compliance', 'securityAdmin'],
  'assessments.getAssessment': ['compliance', 'securityAdmin', 'auditAdmin'],
  'assessments.reviseAssessment': ['compliance', 'securityAdmin'],
  'assessments.getCover': ['compliance', 'securityAdmin', 'auditAdmin'],
  'backtests.askBacktest': ['operator'],
  'backtests.listBacktests': ['operator', 'analyst', 'compliance'],
  'backtests.getBacktest': ['operator', 'analyst', 'compliance'],
  'backtests.cancelBacktest': ['operator'],
  'backtests.askWhatIf': ['operator'],
  'brakes.listBrakes': ['branchHead', 'operator', 'compliance'],
  'brakes.getBrake': ['branchHead', 'operator', 'compliance'],
  'brakes.putOn': ['branchHead', 'operator', 'compliance'],
  'brakes.askRelease': ['branchHead', 'operator', 'compliance'],
  'brakes.listTargets': ['branchHead', 'operator', 'compliance'],
  'brakes.getFirmBrake': everybody,
  'campaigns.listCampaigns': senders,
  'campaigns.getOptions': talkers,
  'campaigns.createCampaign': talkers,
  'campaigns.getCampaign': senders,
  'campaigns.saveCampaign': talkers,
  'campaigns.handOver': talkers,
  'campaigns.takePreview': ['adviser'],
  'campaigns.listMembers': senders,
  'campaigns.submitCampaign': ['adviser'],
  'campaigns.cancelCampaign': senders,
  'care.listComplaints': carers,
  'care.registerComplaint': carers,
  'care.getComplaint': carers,
  'care.takeComplaintStep': carers,
  'care.openComplaintPicture': carers,
  'care.listCandidates': carers,
  'care.listCalls': carers,
  'care.orderCall': carers,
  'care.getCall': carers,
  'care.takeCallStep': carers,
  'elder.listElders': carers,
  'elder.raiseSafetyNotice': carers,
  'professional.listApplications': ['branchHead', 'operator', 'compliance'],
  'professional.getApplication': ['branchHead', 'operator', 'compliance'],
  'professional.openPicture': ['branchHead', 'operator', 'compliance'],
  'professional.checkApplication': ['branchHead', 'operator', 'compliance'],
  'suitability.getHeldAssessment': ['compliance'],
  'products.listProducts': ['operator', 'compliance'],
  'products.createProduct': ['operator'],
  'products.getProduct': ['operator', 'compliance'],
  'products.saveProduct': ['operator'],
  'products.submitProduct': ['operator'],
  'products.endSale': ['operator', 'compliance'],
  'catalogue.listItems': ['operator', 'compliance'],
  'catalogue.createItem': ['operator'],
  'catalogue.getItem': ['operator', 'compliance'],
  'catalogue.saveItem': ['operator'],
  'catalogue.submitItem': ['operator'],
  'catalogue.withdrawItem': ['operator', 'compliance'],
  'entitlements.listOfMember': ['adviser', 'relationshipManager', 'branchHead', 'operator', 'compliance'],
  'entitlements.useVoucher': ['adviser', 'relationshipManager', 'branchHead', 'operator'],
  'channels.listAccounts': ['branchHead', 'operator', 'analyst', 'compliance'],
  'channels.getAccount': ['branchHead', 'operator', 'analyst', 'compliance'],
  'channels.listOwners': ['branchHead', 'operator'],
  'channels.listPlacementLessons': ['branchHead', 'operator'],
  'channels.createAccount': ['branchHead', 'operator'],
  'channels.createPlacement': ['branchHead', 'operator'],
  'channels.setPlacementState': ['branchHead', 'operator'],
  'channels.makePlacementLink': ['branchHead', 'operator'],
  'channels.getPlacementCode': ['branchHead', 'operator', 'analyst', 'compliance'],
  'communities.listGroups': watchers,
  'communities.listOwners': watchers,
  'communities.getGroup': watchers,
  'communities.writeNotice': ['adviser', 'relationshipManager', 'branchHead', 'operator'],
  'communities.getNotice': ['adviser', 'relationshipManager', 'branchHead', 'operator', 'compliance'],
  'communities.reviseNotice': ['adviser', 'relationshipManager', 'branchHead', 'operator'],
  'communities.withdrawNotice': ['adviser', 'relationshipManager', 'branchHead', 'operator'],
  'communities.listShareableLessons': ['adviser', 'relationshipManager', 'branchHead', 'operator'],
  'communities.shareLesson': ['adviser', 'relationshipManager', 'branchHead', 'operator'],
  'communities.unshareLesson': ['adviser', 'relationshipManager', 'branchHead', 'operator'],
  'communities.listQuestions': ['adviser', 'relationshipManager', 'branchHead', 'operator', 'compliance'],
  'communities.answerQuestion': ['adviser'],
  'communities.declineQuestion': ['adviser', 'branchHead'],
  'communities.refreshGroups': ['operator'],
  'configuration.listKeys': ['operator', 'analyst', 'compliance', 'systemAdmin', 'auditAdmin'],
  'configuration.listVersions': ['operator', 'analyst', 'compliance', 'systemAdmin', 'auditAdmin'],
  'configuration.getVersion': ['operator', 'analyst', 'compliance', 'systemAdmin', 'auditAdmin'],
  'configuration.checkValue': ['operator', 'systemAdmin'],
  'configuration.proposeVersion': ['operator', 'systemAdmin'],
  'configuration.withdrawVersion': ['operator', 'systemAdmin'],
  'content.listLessonRows': ['operator', 'compliance'],
  'content.uploadLesson': ['operator'],
  'content.getLessonDetail': ['operator', 'compliance'],
  'content.createDraft': ['operator'],
  'content.uploadPicture': ['operator'],
  'content.openDraftPicture': ['operator', 'compliance'],
  'content.saveDraft': ['operator'],
  'content.submitLesson': ['operator'],
  'content.publishLesson': ['operator'],
  'content.scheduleLesson': ['operator'],
  'content.unscheduleLesson': ['operator'],
  'content.withdrawLesson': ['operator', 'compliance'],
  'content.listLessonReaders': ['operator', 'compliance'],
  'desk.listViews': everybody,
  'desk.saveView': everybody,
  'desk.deleteView': everybody,
  'discussion.listDeskComments': ['adviser', 'operator', 'compliance'],
  'discussion.passComment': ['operator', 'compliance'],
  'discussion.refuseComment': ['operator', 'compliance'],
  'discussion.answerComment': ['adviser', 'operator'],
  'live.listLiveRows': ['adviser', 'operator', 'compliance'],
  'live.createLive': ['operator'],
  'live.listLiveHosts': ['operator'],
  'live.getLiveDetail': ['adviser', 'operator', 'compliance'],
  'live.saveLive': ['operator'],
  'live.moveLive': ['adviser', 'operator', 'compliance'],
  'live.uploadLiveFile': ['operator', 'compliance'],
  'live.openLiveFile': ['operator', 'compliance'],
  'live.fileLive': ['operator', 'compliance'],
  'live.archiveLive': ['operator', 'compliance'],
  'live.getLiveCourse': ['adviser', 'operator', 'compliance'],
  'live.listLiveViewers': ['operator', 'compliance'],
  'live.listDeskChats': ['operator', 'compliance'],
  'live.judgeChat': ['operator', 'compliance'],
  'points.getTotals': ['finance', 'operator', 'analyst', 'compliance'],
  'points.openDay': ['finance', 'operator'],
  'points.listClosings': ['finance', 'operator', 'analyst', 'compliance'],
  'points.getMemberPoints': ['operator', 'analyst', 'compliance'],
  'points.listMemberPostings': ['operator', 'analyst', 'compliance'],
  'exports.askExport': [...watchers, 'finance', 'auditAdmin'],
  'exports.listExports': [...watchers, 'finance', 'auditAdmin'],
  'exports.getExport': [...watchers, 'finance', 'auditAdmin'],
  'exports.cancelExport': [...watchers, 'finance', 'auditAdmin'],
  'exports.linkExport': [...watchers, 'finance', 'auditAdmin'],
  'identity.getStaffSession': everybody,
  'identity.closeStaffSession': everybody,
  'identity.listMemberLinks': ['service', 'branchHead', 'operator', 'compliance'],
  'identity.getMemberLink': ['service', 'branchHead', 'operator', 'compliance'],
  'identity.requestMerge': ['service', 'branchHead', 'operator'],
  'identity.requestSeparation': ['service', 'branchHead', 'operator'],
  'identity.listConflicts': ['service', 'branchHead', 'operator', 'compliance'],
  'identity.dismissConflict': ['compliance'],
  'identity.closeMinor': ['compliance'],
  'identity.restrictMember': ['compliance'],
  'identity.liftRestriction': ['compliance'],
  'imports.listImports': ['operator', 'systemAdmin'],
  'imports.uploadFile': ['operator', 'systemAdmin'],
  'imports.getImport': ['operator', 'systemAdmin'],
  'imports.openRejects': ['operator', 'systemAdmin'],
  'imports.cancelImport': ['operator', 'systemAdmin'],
  'jobs.listJobs': ['operator', 'systemAdmin'],
  'jobs.getJob': ['operator', 'systemAdmin'],
  'jobs.runJob': ['operator', 'systemAdmin'],
  'jobs.stopJob': ['systemAdmin'],
  'sends.listSends': ['operator', 'compliance', 'systemAdmin'],
  'sends.getSend': ['operator', 'compliance', 'systemAdmin'],
  'sends.resolveSend': ['systemAdmin'],
  'moderation.checkWording': ['operator', 'compliance'],
  'notifications.listNoticeRows': ['operator', 'compliance'],
  'notifications.getNotice': ['operator', 'compliance'],
  'outreach.getPageConfig': talkers,
  'outreach.openChat': talkers,
  'outreach.writeInsert': talkers,
  'outreach.reportInsert': talkers,
  'incentives.listIncentives': ['operator', 'analyst', 'compliance'],
  'incentives.getIncentive': ['operator', 'analyst', 'compliance'],
  'incentives.getIncentiveEffect': ['operator', 'analyst', 'compliance'],
  'incentives.createIncentive': ['operator'],
  'incentives.saveIncentive': ['operator'],
  'incentives.submitIncentive': ['operator'],
  'incentives.moveIncentive': ['operator', 'compliance'],
  'incentives.checkIncentive': ['operator', 'analyst', 'compliance'],
  'paths.listPaths': ['operator', 'compliance'],
  'paths.getPath': ['operator', 'compliance'],
  'paths.listPathLessons': ['operator'],
  'paths.createPath': ['operator'],
  'paths.saveDraft': ['operator'],
  'paths.submitPath': ['operator'],
  'paths.publishPath': ['operator'],
  'paths.withdrawPath': ['operator', 'compliance'],
  'paths.movePath': ['operator'],
  'paths.schedulePath': ['operator'],
  'paths.unschedulePath': ['operator'],
  'retention.listRetention': ['compliance', 'systemAdmin', 'auditAdmin'],
  'reviews.listReviews': ['compliance', 'operator', 'adviser'],
  'reviews.decideReview': ['compliance'],
  'scoring.getScoreReplay': ['analyst', 'compliance'],
  'segments.listSegments': watchers,
  'segments.listSegmentMembers': watchers,
  'segments.getSegmentHistory': watchers,
  'segments.listDefinitions': ['operator', 'analyst', 'compliance'],
  'segments.getDefinition': ['operator', 'analyst', 'compliance'],
  'segments.createDefinition': ['operator'],
  'segments.saveDraft': ['operator'],
  'segments.activateDefinition': ['operator'],
  'segments.retireDefinition': ['operator'],
  'segments.countRule': ['operator', 'analyst', 'compliance'],
  'segments.previewRule': ['operator', 'analyst', 'compliance'],
  'signIn.listOwnSessions': everybody,
  'signIn.endOwnSession': everybody,
  'signIn.endOtherSessions': everybody,
  'signIn.changePassword': everybody,
  'signIn.getSecondFactor': everybody,
  'signIn.beginSecondFactor': everybody,
  'signIn.confirmSecondFactor': everybody,
  'staff.listStaff': ['systemAdmin', 'securityAdmin'],
  'staff.getStaff': ['systemAdmin', 'securityAdmin'],
  'staff.listBranches': ['systemAdmin', 'securityAdmin'],
  'staff.createStaff': ['systemAdmin'],
  'staff.setStaffState': ['systemAdmin'],
  'staff.setWecomUser': ['systemAdmin'],
  'staff.setRegistration': ['systemAdmin'],
  'staff.resetPassword': ['systemAdmin'],
  'staff.removeSecondFactor': ['securityAdmin'],
  'staff.requestRoleChange': ['securityAdmin'],
  'staff.getRoleChange': ['securityAdmin', 'compliance'],
  'staff.listSessionsOf': ['systemAdmin', 'securityAdmin'],
  'staff.endSessionsOf': ['systemAdmin', 'securityAdmin'],
  'suitabilityEvidence.takeEvidence': ['compliance'],
  'trail.listTrail': ['auditAdmin', 'compliance'],
  'trail.getTrailState': ['auditAdmin', 'compliance'],
  'trail.verifyTrail': ['auditAdmin', 'compliance'],
  'verification.listFakeReports': ['compliance'],
  'verification.openReportPicture': ['compliance'],
  'verification.handleFakeReport': ['compliance'],
  'staffPhone.getOwnPhone': ['adviser'],
  'staffPhone.issueCode': ['adviser'],
  'staffPhone.endTie': ['adviser'],
  'workspace.getMemberSuitability': ['adviser', 'relationshipManager', 'branchHead', 'compliance'],
  'workspace.listMembers': watchers,
  'workspace.getMember': watchers,
  'workspace.getMemberPanorama': watchers,
  'workspace.listGroupMembers': watchers,
  'workspace.listMemberFacts': watchers,
  'workspace.listMemberEvents': watchers,
  'workspace.listMemberMessages': watchers,
};

const staffRoutes = allRoutes.filter(({ audience }) => audience === 'staff');
// Ending the session comes last.
const endsSession = ({ id }: Route) => Number(id === 'identity.closeStaffSession');

describe('every staff route × every role', () => {
  let server: TestApp;
  const cookies = new Map<Role, string>();
  beforeAll(async () => {
    server = await createTestApp({ engine: 'sqlite', modules: [AppModule] });
    for (const role of ROLES) cookies.set(role, await openStaff(server, role));
  }, 60_000);
  afterAll(() => server.close());

  async function isForbidden(route: Route, role: Role): Promise<boolean> {
    const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');
    const params = Object.fromEntries(names.map((name) => [name, SOME_ID]));
    const hasBody = route.method === 'POST' || route.method === 'PUT';
    const answer = await fetch(server.url + routeUrl(route, { params }), {
      method: route.method,
      headers: {
        cookie: cookies.get(role) ?? '',
        origin: server.url,
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
      },
      ...(hasBody ? { body: '{}' } : {}),
    });
    expect(answer.status).not.toBe(401);
    if (answer.status !== 403) return false;
    return Problem.parse(await answer.json()).code === 'http.forbidden';
  }

  it('D-04 the table of roles names every staff route and nothing else', () => {
    expect(Object.keys(TABLE).sort()).toEqual(staffRoutes.map(({ id }) => id).sort());
  });

  it.each(
    [...staffRoutes]
      .sort((a, b) => endsSession(a) - endsSession(b))
      .map((route) => [route.id, route] as const),
  )('REQ-PI-8 REQ-SEC-2 D-04 the table of roles holds for %s', async (id, route) => {
    const allowed: Role[] = [];
    for (const role of ROLES) if (!(await isForbidden(route, role))) allowed.push(role);
    expect(allowed.sort()).toEqual([...(TABLE[id] ?? [])].sort());
  });
});
