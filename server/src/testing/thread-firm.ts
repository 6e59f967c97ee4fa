import type { Touch } from '@siyu/shared/contracts/channels';
import { ConsentList, MemberSession } from '@siyu/shared/contracts/identity';
import { LessonPage, type LessonDraft } from '@siyu/shared/contracts/content';
import { FeedPage } from '@siyu/shared/contracts/feed';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import { Organisation } from '../foundation/organisation/index.ts';
import { ReviewList, Reviews } from '../foundation/reviews/index.ts';
import type { Principal } from '../platform/http/index.ts';
import { Identity } from '../records/identity/index.ts';
import { LessonEditing, LessonPublication } from '../services/content/index.ts';
import { TEST_CORE_TOKEN, type TestApp } from './test-app.ts';

const DAY = 86_400_000;
const BODY = '这一段文字只是为了让课程够长，读者不必当真。'.repeat(12);
const LESSONS: readonly Pick<LessonDraft, 'title' | 'pathCode' | 'position' | 'stages' | 'groups'>[] = [
  { title: '初识第一课', pathCode: 'stranger', position: 1, stages: ['STRANGER'], groups: [] },
  { title: '初识第二课', pathCode: 'stranger', position: 2, stages: ['STRANGER'], groups: [] },
  { title: '结识第一课', pathCode: 'weak-tie', position: 1, stages: ['WEAK_TIE'], groups: [] },
  { title: '写给大额', pathCode: 'large', position: 1, stages: [], groups: ['KEY_DEVELOP'] },
  { title: '写给近期', pathCode: 'recent', position: 1, stages: [], groups: ['POTENTIAL'] },
];

export interface ThreadMember {
  readonly memberId: string;
  readonly memberNo: number;
  feed(query?: string): Promise<FeedPage>;
  finish(title: string): Promise<void>;
  decide(purpose: ConsentPurpose, isGranted: boolean): Promise<void>;
}

/** How somebody joins: with a phone that is one's own, or as they say. */
export interface Joining {
  readonly phone?: { readonly 'x-forwarded-for': string; readonly 'user-agent': string };
  readonly touches?: readonly Touch[];
}

/** A small firm for the specs of the thread; members act over HTTP, like the core system does. */
export interface ThreadFirm {
  join(account: string, purposes?: readonly ConsentPurpose[], how?: Joining): Promise<ThreadMember>;
  bind(member: ThreadMember): Promise<void>;
  link(member: ThreadMember): Promise<void>;
  buy(member: ThreadMember, amountFen: number, daysAgo: number): Promise<void>;
  /** Everything that follows from what has been done so far has been done. */
  scored(): Promise<void>;
}

export async function openFirm({ app, url, clock, database }: TestApp): Promise<ThreadFirm> {
  const identity = app.get(Identity);
  const [authorId, reviewerId] = await database.runInTransaction(async (tx) => {
    const staff = { password: 'thread-firm-2026', scopeKind: 'firm', branchId: null } as const;
    const organisation = app.get(Organisation);
    return [
      await organisation.createStaff(tx, {
        ...staff,
        loginName: 'author',
        name: '作者',
        roles: ['adviser'],
        registrationNo: 'S0000000000001',
      }),
      await organisation.createStaff(tx, {
        ...staff,
        loginName: 'reviewer',
        name: '合规',
        roles: ['compliance'],
      }),
    ];
  });
  await publishLessons(principalOf(authorId ?? ''), principalOf(reviewerId ?? ''));

  async function call(
    method: string,
    path: string,
    token: string,
    body?: object,
    phone: Joining['phone'] = undefined,
  ): Promise<unknown> {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...phone,
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  async function publishLessons(author: Principal, reviewer: Principal): Promise<void> {
    for (const lesson of LESSONS) {
      await database.runInTransaction(async (tx) => {
        const editing = app.get(LessonEditing);
        await editing.submit(tx, await editing.createDraft(tx, draftOf(lesson), author), author);
      });
      const { rows } = await app.get(ReviewList).listReviews({ limit: 1, state: 'OPEN' });
      await database.runInTransaction(async (tx) => {
        for (const { reviewId, subjectId, subjectSha256: sha256 } of rows) {
          const decision = { reviewId, isApproved: true, comment: '可以', sha256, decider: reviewer };
          await app.get(Reviews).decide(tx, decision);
          await app.get(LessonPublication).publish(tx, subjectId, author);
        }
      });
    }
  }

  const instant = (at: number): string => new Date(at).toISOString();
  const settle = async (): Promise<void> => {
    const deadline = performance.now() + 10_000;
    for (;;) {
      const due = await identity.claimDue(1);
      if (due.length === 0) return;
      if (performance.now() > deadline) throw new Error('members are still due after 10 s');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  return {
    join: async (account, purposes = ['SERVICE', 'PROFILING', 'SENSITIVE'], { phone, touches = [] } = {}) => {
      const session = MemberSession.parse(await call('POST', '/v1/sessions', '', { code: account }, phone));
      const { token } = session;
      const { consents } = ConsentList.parse(await call('GET', '/v1/consents', token));
      const decisions = consents
        .filter(({ purpose }) => purposes.includes(purpose))
        .map(({ purpose, textVersion }) => ({ purpose, textVersion, isGranted: true }));
      const joining = { decisions, adultStatement: ADULT_STATEMENT.version, touches };
      await call('POST', '/v1/consents', token, joining, phone);
      const versionOf = new Map(consents.map(({ purpose, textVersion }) => [purpose, textVersion]));
      const { memberId } = session.member;
      const memberNo = (await identity.findByPublicId(memberId))?.memberNo ?? 0;
      return {
        memberId,
        memberNo,
        decide: async (purpose, isGranted) => {
          const textVersion = versionOf.get(purpose) ?? '';
          await call('POST', '/v1/consents', token, {
            decisions: [{ purpose, textVersion, isGranted }],
            adultStatement: ADULT_STATEMENT.version,
          });
        },
        feed: async (query = '') => FeedPage.parse(await call('GET', `/v1/feed${query}`, token)),
        finish: async (title) => {
          const { lessons } = LessonPage.parse(await call('GET', '/v1/lessons?limit=50', token));
          const lessonId = lessons.find((lesson) => lesson.title === title)?.lessonId ?? '';
          await call('PUT', `/v1/lessons/${lessonId}/completion`, token, {
            readPercent: 100,
            hasSeenLastParagraph: true,
            occurredAt: instant(clock.now()),
          });
        },
      };
    },
    bind: ({ memberNo }) =>
      database.runInTransaction((tx) => identity.bindAdviser(tx, memberNo, authorId ?? '')),
    link: async ({ memberId }) => {
      const body = { memberId, coreCustomerId: `core-${memberId}`, verifiedBy: 'counter' };
      await call('POST', '/v1/core/customer-links', TEST_CORE_TOKEN, body);
    },
    buy: async ({ memberId }, amountFen, daysAgo) => {
      const purchase = {
        sourceId: `buy-${memberId}-${daysAgo}`,
        coreCustomerId: `core-${memberId}`,
        occurredAt: instant(clock.now() - daysAgo * DAY),
        productCode: 'FUND',
        amountFen,
        benefitFen: 0,
      };
      await call('POST', '/v1/core/purchases', TEST_CORE_TOKEN, { purchases: [purchase] });
    },
    scored: settle,
  };
}

function draftOf(lesson: (typeof LESSONS)[number]): LessonDraft {
  return {
    kind: 'lesson',
    ...lesson,
    pathTitle: `${lesson.pathCode} 路线`,
    summary: '为规格说明而写的课程。',
    minutes: 3,
    body: `## 开头\n\n${lesson.title}。${BODY}`,
    source: '规格说明自拟',
    riskNote: '本课为投资者教育内容，不构成投资建议。',
    label: 'education',
    quiz: [1, 2, 3].map((number) => ({
      questionId: `q${number}`,
      question: `第 ${number} 题选哪个？`,
      options: ['甲', '乙'],
      right: 0,
      explanations: ['因为题目这样写。', '题目没有这样写。'],
    })),
  };
}

function principalOf(id: string): Principal {
  return { audience: 'staff', id, memberNo: null, roles: [], scope: { kind: 'firm' }, sessionId: null };
}
