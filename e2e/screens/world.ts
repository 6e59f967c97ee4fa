import { brakesRoutes } from '@siyu/shared/contracts/brakes.routes';
import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { careRoutes } from '@siyu/shared/contracts/care.routes';
import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { discussionRoutes } from '@siyu/shared/contracts/discussion.routes';
import { exportsRoutes } from '@siyu/shared/contracts/exports.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import { segmentDefinitionsRoutes } from '@siyu/shared/contracts/segment-definitions.routes';
import { notebookRoutes } from '@siyu/shared/contracts/notebook.routes';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import type { BrowserContext } from 'playwright-core';
import {
  answerComplaint,
  claimTwice,
  enterFromGroup,
  scoreFile,
  sendComplaintPicture,
  sendPicture,
  signInMember,
  signInStaff,
  type MemberClient,
  type StaffClient,
  type Whole,
} from '../harness/index.ts';
import { tiePhone } from '../harness/tie-phone.ts';
import { type PlannedCampaigns, planCampaigns } from './campaigns.ts';
import { handInFiles, type HandedIn } from './import-files.ts';
import { publishContents } from './published-contents.ts';

/** The demo firm as the pictures show it: who is signed in, and which rows they open. */
export interface World {
  readonly whole: Whole;
  readonly lessonId: string;
  readonly rowLessonId: string;
  /** Published, as a member reads it. */
  readonly articleId: string;
  readonly posterId: string;
  /** Of the lesson: what stands under it. */
  readonly cardCode: string;
  readonly memberId: string;
  /** In the book of the adviser whose phone is drawn, with a score. */
  readonly advisedId: string;
  /** Of the reader's group, in which a question is open and a notice waits for its review. */
  readonly groupId: string;
  /** A live segment that somebody drew. */
  readonly segmentId: string;
  /** A rule that is live. */
  readonly incentiveId: string;
  /** Of an adviser. */
  readonly campaigns: PlannedCampaigns;
  readonly imports: HandedIn;
  /** Page that `npm run score --html` made of a made-up file. */
  readonly scoreReportUrl: string;
  /** Lets a context look as this person; `null` looks as nobody. */
  enter(
    context: BrowserContext,
    as: { surface: 'member' | 'console'; viewer: string | null; isLargeText: boolean },
  ): Promise<void>;
}

/** Accounts of the demo firm that are drawn. */
export const READER = 'demo-8';
/** Stands for an adviser of the firm. */
export const ADVISER_PHONE = 'adviser-phone';
export const NEWCOMER = 'newcomer';

export async function enterWorld(whole: Whole): Promise<World> {
  const members = new Map<string, MemberClient>();
  const staff = new Map<string, StaffClient>();
  const memberOf = async (account: string): Promise<MemberClient> => {
    const known = members.get(account);
    if (known !== undefined) return known;
    const client = await signInMember(whole, account, account === NEWCOMER ? [] : ['SERVICE', 'PROFILING']);
    members.set(account, client);
    return client;
  };
  const staffOf = async (loginName: string): Promise<StaffClient> => {
    const known = staff.get(loginName);
    if (known !== undefined) return known;
    const client = await signInStaff(whole, loginName);
    staff.set(loginName, client);
    return client;
  };

  const reader = await memberOf(READER);
  const feed = await reader.call(feedRoutes.getFeed, { query: {} });
  const lessonId =
    feed.continueLesson?.lessonId ??
    feed.cards.find(({ content }) => content.kind === 'lesson')?.content.lessonId ??
    '';
  const operator = await staffOf('operator');
  const { rows: lessons } = await operator.call(contentRoutes.listLessonRows, {
    query: { kind: 'lesson' },
  });
  const [{ lessonId: rowLessonId = '' } = {}, { lessonId: submittedId = '' } = {}] = lessons;
  for (const each of [rowLessonId, submittedId]) {
    const params = { lessonId: each };
    const { draft } = await operator.call(contentRoutes.getLessonDetail, { params });
    if (draft.kind !== 'lesson') throw new Error('the list gave another kind than was asked for');
    const body = { ...draft, summary: `${draft.summary}（新增一段例子）` };
    await operator.call(contentRoutes.saveDraft, { params, body });
  }
  // Something for compliance to decide.
  await operator.call(contentRoutes.submitLesson, { params: { lessonId: submittedId } });
  // And somebody for the desk to look into.
  await claimTwice(whole, 'drawn');
  const wanted = {
    kind: 'members',
    query: {},
    columns: ['name', 'stage'],
    reason: '季度回访名单核对',
  } as const;
  await operator.call(exportsRoutes.askExport, { body: { ...wanted, columns: [...wanted.columns] } });
  await reader.call(verificationRoutes.reportFake, {
    body: {
      reportId: '01900000-0000-7000-8000-00000000e013',
      checkedText: '微信号 zhengquan-vip-888',
      text: '自称投顾，要我付“验证金”。',
      pictureIds: [await sendPicture(whole)],
    },
  });
  // Something that is stopped, and holds nothing that the other pictures show.
  const compliance = await staffOf('compliance');
  await compliance.call(brakesRoutes.putOn, {
    body: { kind: 'CHANNEL', target: 'WECOM_TASK', reason: '群发话术有客户投诉，先停下核对' },
  });
  const { articleId, posterId } = await publishContents(whole, operator, compliance);
  const [answered, waiting] = [
    '01900000-0000-7000-8000-00000000f071',
    '01900000-0000-7000-8000-00000000f072',
  ] as const;
  const complain = { category: 'SERVICE', text: '说好周一回电，到周三还没有人联系我。' } as const;
  await reader.call(careRoutes.complain, { body: { ...complain, complaintId: answered } });
  const service = await staffOf('service');
  await answerComplaint(service, answered, '已核实：当班同事漏记了回电，今天下午会由营业部负责人给您回电。');
  await reader.call(careRoutes.complain, {
    body: {
      complaintId: waiting,
      category: 'FEE',
      text: '对账单里的一笔费用看不明白。',
      tradingPlan: '下个月想换一只基金',
      pictureIds: [await sendComplaintPicture(whole, reader)],
    },
  });
  await service.call(careDeskRoutes.orderCall, {
    body: { memberId: reader.session.member.memberId, reason: 'SERVICE_CHECK', note: '问问近三个月的服务。' },
  });
  const groupId = await enterFromGroup(whole, reader);
  await reader.call(communitiesRoutes.ask, {
    params: { groupId },
    body: { questionId: '01900000-0000-7000-8000-00000000e008', text: '定投的扣款日遇到周末怎么办？' },
  });
  await operator.call(communitiesDeskRoutes.writeNotice, {
    params: { groupId },
    body: { text: '12 月 3 日周四晚七点半直播讲怎样读基金季报，可以先学第一课。' },
  });
  const { segmentId, revision } = await operator.call(segmentDefinitionsRoutes.createDefinition, {
    body: {
      name: '学过课的老朋友',
      purpose: '请他们参加 12 月的直播答疑，比较来不来的差别。',
      holdoutPercent: 20,
      rule: {
        combinator: 'and',
        rules: [
          { field: 'lessonsCompleted', operator: '>=', value: 1 },
          { field: 'lastActiveAt', operator: 'withinDays', value: 90 },
        ],
      },
    },
  });
  await operator.call(segmentDefinitionsRoutes.activateDefinition, {
    params: { segmentId },
    body: { revision },
  });
  const incentives = await operator.call(incentiveRulesRoutes.listIncentives, { query: { phase: 'LIVE' } });
  const incentiveId = incentives.rows[0]?.ruleId ?? '';
  await sayUnder(reader, lessonId);
  const { code: cardCode } = await reader.call(verificationRoutes.getCardCode, {
    params: { kind: 'lesson', key: lessonId },
  });
  const rows = await operator.call(workspaceRoutes.listMembers, { query: { sort: 'score' } });
  const memberId = (rows.rows.find(({ score }) => score !== null) ?? rows.rows[0])?.memberId ?? '';

  const adviser = await staffOf('adviser1');
  await tiePhone(whole, await memberOf(ADVISER_PHONE), adviser, ADVISER_PHONE);
  const book = await adviser.call(workspaceRoutes.listMembers, { query: { sort: 'score' } });
  const advisedId = book.rows[0]?.memberId ?? '';

  return {
    whole,
    lessonId,
    rowLessonId,
    articleId,
    posterId,
    cardCode,
    memberId,
    advisedId,
    groupId,
    segmentId,
    incentiveId,
    campaigns: await planCampaigns(adviser, articleId),
    imports: await handInFiles(whole, operator),
    scoreReportUrl: scoreFile(whole.dataDir, 'afb-2023').url,
    enter: async (context, { surface, viewer, isLargeText }) => {
      if (surface === 'console') {
        if (viewer === null) return;
        const { cookie } = await staffOf(viewer);
        await context.addCookies([{ ...cookie, url: whole.url }]);
        return;
      }
      const kept: Record<string, unknown> = {
        'siyu.preferences': { isLargeText, readingSize: isLargeText ? 'large' : 'normal' },
      };
      if (viewer !== null) {
        kept['siyu.session'] = (await memberOf(viewer)).session;
        kept['siyu.account'] = viewer;
      }
      // Taro keeps a value in the browser's storage as { data }.
      const entries = Object.entries(kept).map(([key, data]) => [key, JSON.stringify({ data })]);
      await context.addInitScript((pairs) => {
        if (location.protocol === 'about:') return;
        for (const [key = '', value = ''] of pairs) localStorage.setItem(key, value);
      }, entries);
    },
  };
}

/** Something in each state under the lesson, and something kept beside it. */
async function sayUnder(reader: MemberClient, lessonId: string): Promise<void> {
  const params = { lessonId };
  const said = [
    ['COMMENT', '三份钱的分法很实用，准备回家先分一分。'],
    ['QUESTION', '定投的日子遇到假期，会提前还是顺延？'],
    // A word that the box's WeChat wants a person to look at.
    ['COMMENT', '以前觉得讲理财的都低俗，这一课讲得明白。'],
  ] as const;
  for (const [index, [kind, text]] of said.entries())
    await reader.call(discussionRoutes.writeComment, {
      params,
      body: { commentId: `01900000-0000-7000-8000-00000000f05${index}`, kind, text },
    });
  await reader.call(notebookRoutes.setFavourite, { params, body: { isFavourite: true } });
  await reader.call(notebookRoutes.writeNote, {
    params,
    body: { text: '随时要用的、几年不用的、一辈子的，先分开。' },
  });
}
