import type { GroupCard, GroupQuestion, MyGroups } from '@siyu/shared/contracts/communities';
import type { GroupPage } from '@siyu/shared/contracts/group-page';

const id = (last: string): string => `019ab000-0000-7000-8000-0000000000${last}`;
const owner = { ownerName: '沈知行', ownerRegistrationNo: 'S0260519080001' };

export const GROUP: GroupCard = { groupId: id('c1'), name: '思语投教一群', ...owner, memberCount: 386 };

export const MY_GROUPS: MyGroups = {
  groups: [
    GROUP,
    {
      groupId: id('c2'),
      name: '南山营业部 · 基金定投学习小组',
      ownerName: null,
      ownerRegistrationNo: null,
      memberCount: 92,
    },
  ],
};

const lesson = (position: number, title: string, readPercent: number) => ({
  kind: 'lesson' as const,
  lessonId: id(`a${position}`),
  firmName: '示例证券',
  label: 'education' as const,
  signedBy: null,
  pathCode: 'FUND',
  pathTitle: '基金入门',
  position,
  title,
  summary: '',
  minutes: 6,
  publishedOn: '2026-11-20',
  readPercent,
  isCompleted: readPercent === 100,
});
const question = (last: string, text: string, more: Partial<GroupQuestion>): GroupQuestion => ({
  questionId: id(last),
  text,
  isMine: true,
  state: 'OPEN',
  askedAt: '2026-11-24T01:20:00.000Z',
  answer: null,
  declinedReason: null,
  ...more,
});

/** A question of each end, as a member of the group reads them. */
export const GROUP_PAGE: GroupPage = {
  group: GROUP,
  notices: [
    {
      noticeId: id('d1'),
      text: '本周五 20:00 有一节公开课：怎样读懂一份基金季报。没有时间的可以之后看回放，课后的小测一直开着。',
      authorName: '唐晓芸',
      publishedAt: '2026-11-24T02:05:00.000Z',
    },
    {
      noticeId: id('d2'),
      text: '群里不谈个股，也不会有人私下加您好友荐股。遇到请用真伪核验查一查。',
      authorName: '沈知行',
      publishedAt: '2026-11-20T07:30:00.000Z',
    },
  ],
  lessons: [
    lesson(2, '指数是怎样编成的', 100),
    lesson(3, '读懂一份基金季报', 40),
    lesson(4, '费用从哪里来', 0),
  ],
  questions: [
    question('b1', '基金的申购费和管理费是一回事吗？', {}),
    question('b2', '季报里的“前十大重仓股”为什么和我看到的不一样？', {
      isMine: false,
      state: 'ANSWERED',
      answer: {
        text: '季报写的是季度最后一天的持仓，发布时已经过去半个多月，基金可能已经调整过。看变化比看某一天更有用。',
        answererName: '沈知行',
        answererRegistrationNo: 'S0260519080001',
        answeredAt: '2026-11-23T08:40:00.000Z',
      },
    }),
    question('b3', '我的持仓要不要换一换？', {
      state: 'DECLINED',
      declinedReason: '这个问题涉及您个人的情况，不适合在群里回答。您的投资顾问会单独联系您。',
    }),
  ],
  nextQuestionsCursor: null,
};
