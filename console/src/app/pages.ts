import { ASSESSMENT_READERS } from '@siyu/shared/contracts/assessments.limits';
import { ROLES, type Role } from '@siyu/shared/contracts/identity.limits';

/** A place of the console: where it stands in the funnel, and who may use it (the server decides; this only hides). */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** Stage of the funnel, the heading it stands under. */
  readonly stage: string;
  readonly roles: readonly Role[];
}

export const channelsPage: Page = {
  path: '/channels',
  title: '渠道',
  stage: '引流',
  roles: ['branchHead', 'operator', 'analyst', 'compliance'],
};
export const groupsPage: Page = {
  path: '/groups',
  title: '社群',
  stage: '引流',
  roles: ['adviser', 'relationshipManager', 'branchHead', 'operator', 'analyst', 'compliance'],
};
export const membersPage: Page = {
  path: '/members',
  title: '会员',
  stage: '沉淀',
  roles: ['adviser', 'relationshipManager', 'branchHead', 'operator', 'analyst', 'compliance'],
};
export const segmentsPage: Page = {
  path: '/segments',
  title: '客群',
  stage: '沉淀',
  roles: membersPage.roles,
};
export const identityPage: Page = {
  path: '/identity',
  title: '身份与合并',
  stage: '沉淀',
  roles: ['service', 'branchHead', 'operator', 'compliance'],
};
export const lessonsPage: Page = {
  path: '/lessons',
  title: '内容',
  stage: '运营',
  roles: ['operator', 'compliance'],
};
export const pathsPage: Page = {
  path: '/paths',
  title: '学习路径',
  stage: '运营',
  roles: lessonsPage.roles,
};
export const livesPage: Page = {
  path: '/lives',
  title: '直播',
  stage: '运营',
  roles: ['adviser', 'operator', 'compliance'],
};
export const campaignsPage: Page = {
  path: '/campaigns',
  title: '推送计划',
  stage: '运营',
  roles: ['adviser', 'relationshipManager', 'compliance'],
};
export const incentivesPage: Page = {
  path: '/incentives',
  title: '激励规则',
  stage: '运营',
  roles: ['operator', 'analyst', 'compliance'],
};
export const pointsPage: Page = {
  path: '/points',
  title: '积分账',
  stage: '运营',
  roles: ['finance', 'operator', 'analyst', 'compliance'],
};
export const pointsClosingsPage: Page = {
  path: '/points-closings',
  title: '月结',
  stage: '运营',
  roles: pointsPage.roles,
};
export const awardsPage: Page = {
  path: '/awards',
  title: '奖励核对',
  stage: '运营',
  roles: ['operator', 'compliance'],
};
export const cataloguePage: Page = {
  path: '/catalogue',
  title: '兑换目录',
  stage: '运营',
  roles: ['operator', 'compliance'],
};
export const productsPage: Page = {
  path: '/products',
  title: '产品',
  stage: '运营',
  roles: ['operator', 'compliance'],
};
export const commentsPage: Page = {
  path: '/comments',
  title: '审评',
  stage: '运营',
  roles: ['adviser', 'operator', 'compliance'],
};
export const noticesPage: Page = {
  path: '/notices',
  title: '通知',
  stage: '运营',
  roles: ['operator', 'compliance'],
};
export const reviewsPage: Page = {
  path: '/reviews',
  title: '审核',
  stage: '合规',
  roles: ['compliance', 'operator'],
};
export const brakesPage: Page = {
  path: '/brakes',
  title: '停发',
  stage: '合规',
  roles: ['branchHead', 'operator', 'compliance'],
};
export const archivePage: Page = {
  path: '/archive',
  title: '会话留痕',
  stage: '合规',
  roles: ['compliance'],
};
export const fakeReportsPage: Page = {
  path: '/fake-reports',
  title: '假冒举报',
  stage: '合规',
  roles: ['compliance'],
};
export const complaintsPage: Page = {
  path: '/complaints',
  title: '投诉',
  stage: '合规',
  roles: ['service', 'branchHead', 'compliance'],
};
export const followUpCallsPage: Page = {
  path: '/follow-up-calls',
  title: '回访',
  stage: '合规',
  roles: complaintsPage.roles,
};
export const suitabilityPage: Page = {
  path: '/suitability',
  title: '适当性',
  stage: '合规',
  roles: ['service', 'branchHead', 'operator', 'compliance'],
};
export const trailPage: Page = {
  path: '/audit',
  title: '留痕',
  stage: '合规',
  roles: ['auditAdmin', 'compliance'],
};
export const retentionPage: Page = {
  path: '/retention',
  title: '留存期限',
  stage: '合规',
  roles: ['compliance', 'systemAdmin', 'auditAdmin'],
};
export const assessmentsPage: Page = {
  path: '/impact-assessments',
  title: '个人信息影响评估',
  stage: '合规',
  roles: ASSESSMENT_READERS,
};
export const importsPage: Page = {
  path: '/imports',
  title: '数据导入',
  stage: '设置',
  roles: ['operator', 'systemAdmin'],
};
export const exportsPage: Page = {
  path: '/exports',
  title: '我的导出',
  stage: '设置',
  roles: [...membersPage.roles, 'finance', 'auditAdmin'],
};
export const jobsPage: Page = {
  path: '/jobs',
  title: '任务',
  stage: '设置',
  roles: ['operator', 'systemAdmin'],
};
export const sendsPage: Page = {
  path: '/platform-sends',
  title: '平台发送',
  stage: '设置',
  roles: ['operator', 'compliance', 'systemAdmin'],
};
export const configurationPage: Page = {
  path: '/configuration',
  title: '配置',
  stage: '设置',
  roles: ['operator', 'analyst', 'compliance', 'systemAdmin', 'auditAdmin'],
};
export const staffPage: Page = {
  path: '/staff',
  title: '员工与角色',
  stage: '设置',
  roles: ['systemAdmin', 'securityAdmin'],
};
export const handoversPage: Page = {
  path: '/handovers',
  title: '离职交接',
  stage: '设置',
  roles: ['branchHead'],
};
/** Everybody's own. */
export const ownSignInPage: Page = { path: '/own-sign-in', title: '我的登录', stage: '设置', roles: ROLES };
const pages: readonly Page[] = [
  channelsPage,
  groupsPage,
  membersPage,
  segmentsPage,
  identityPage,
  lessonsPage,
  livesPage,
  pathsPage,
  campaignsPage,
  incentivesPage,
  pointsPage,
  pointsClosingsPage,
  awardsPage,
  cataloguePage,
  productsPage,
  commentsPage,
  noticesPage,
  reviewsPage,
  brakesPage,
  archivePage,
  fakeReportsPage,
  complaintsPage,
  followUpCallsPage,
  suitabilityPage,
  trailPage,
  retentionPage,
  assessmentsPage,
  importsPage,
  exportsPage,
  jobsPage,
  sendsPage,
  configurationPage,
  staffPage,
  handoversPage,
  ownSignInPage,
];

export const mayUse = (page: Page, roles: readonly Role[]): boolean =>
  page.roles.some((role) => roles.includes(role));

/** The pages a person may use, along the funnel. */
export const pagesFor = (roles: readonly Role[]): readonly Page[] =>
  pages.filter((page) => mayUse(page, roles));
