import { ConsentList, MemberSession } from '@siyu/shared/contracts/identity';
import { type LessonDraft, LessonRow } from '@siyu/shared/contracts/content';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { ReviewRow } from '@siyu/shared/contracts/reviews';
import { Organisation } from '../../../foundation/organisation/index.ts';
import type { TestApp } from '../../../testing/index.ts';

const PASSWORD = 'content-firm-2026';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
export type Call = (method: string, path: string, body?: object) => Promise<Answer>;

/** People of a firm and its members, who act over HTTP only. */
export interface ContentFirm {
  staff(loginName: string, roles: readonly Role[]): Promise<Call>;
  /** Signs somebody in who is there already. @returns the cookie of the session. */
  cookieOf(loginName: string): Promise<string>;
  /** A signed-in person, who has agreed to the terms unless told otherwise. */
  member(account: string, hasConsented?: boolean): Promise<Call>;
}

export function draft(changes: Partial<LessonDraft> = {}): LessonDraft {
  return {
    kind: 'lesson',
    pathCode: 'first-steps',
    pathTitle: '理财第一步',
    position: 1,
    title: '先把家里的钱分成三份',
    summary: '三份钱的脾气不同，放的地方也该不同。',
    minutes: 6,
    body: `## 第一份\n\n${'随时要用的钱，取得出来最要紧。'.repeat(20)}`,
    source: '投资者教育组原创',
    riskNote: '本课只讲方法，不构成任何投资建议，市场有风险。',
    stages: [],
    groups: [],
    label: 'education',
    quiz: ['q1', 'q2', 'q3'].map((questionId, right) => ({
      questionId,
      question: '三份钱首先按什么来分？',
      options: ['利息高低', '什么时候用', '朋友怎么放'],
      right,
      explanations: [
        '利息高低是分好以后才比的事。',
        '用钱的时间决定能承受多大的波动。',
        '朋友用钱的日子和您的不一样。',
      ],
    })),
    ...changes,
  };
}

export function contentFirm({ app, url, database }: TestApp): ContentFirm {
  const caller =
    (headers: Readonly<Record<string, string>>): Call =>
    async (method, path, body) => {
      const isForm = body instanceof FormData;
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { ...headers, ...(body && !isForm && { 'content-type': 'application/json' }) },
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const parsed: unknown = text === '' ? null : JSON.parse(text);
      return { status: answer.status, body: parsed };
    };
  const cookieOf = async (loginName: string): Promise<string> => {
    const signedIn = await fetch(`${url}/v1/console/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ loginName, password: PASSWORD }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined)
      throw new Error(`no session: ${String(signedIn.status)} ${await signedIn.text()}`);
    return cookie;
  };
  return {
    cookieOf,
    staff: async (loginName, roles) => {
      const person = {
        loginName,
        name: loginName,
        roles,
        password: PASSWORD,
        scopeKind: 'firm',
        branchId: null,
        registrationNo: 'S0000000000001',
      } as const;
      await database.runInTransaction((tx) => app.get(Organisation).createStaff(tx, person));
      const cookie = await cookieOf(loginName);
      return caller({ cookie, origin: url });
    },
    member: async (account, hasConsented = true) => {
      const opened = await caller({})('POST', '/v1/sessions', { code: account });
      const call = caller({ authorization: `Bearer ${MemberSession.parse(opened.body).token}` });
      if (!hasConsented) return call;
      const { consents } = ConsentList.parse((await call('GET', '/v1/consents')).body);
      const decisions = consents
        .filter(({ purpose }) => purpose === 'SERVICE')
        .map(({ purpose, textVersion }) => ({ purpose, textVersion, isGranted: true }));
      await call('POST', '/v1/consents', { decisions, adultStatement: ADULT_STATEMENT.version });
      return call;
    },
  };
}

export async function upload(operator: Call, content: unknown): Promise<Answer> {
  const form = new FormData();
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  form.set('file', new Blob([text], { type: 'application/json' }), 'lesson.json');
  return operator('POST', '/v1/console/lesson-uploads', form);
}

/** Takes a draft all the way to members. @returns the id of the lesson. */
export async function publish(operator: Call, reviewer: Call, lesson: LessonDraft): Promise<string> {
  const { lessonId } = LessonRow.parse((await upload(operator, lesson)).body);
  await approve(operator, reviewer, lessonId);
  const published = await operator('POST', `/v1/console/lessons/${lessonId}/publication`);
  if (published.status !== 200) throw new Error(JSON.stringify(published));
  return lessonId;
}

export async function approve(operator: Call, reviewer: Call, lessonId: string): Promise<ReviewRow> {
  const row = LessonRow.parse((await operator('POST', `/v1/console/lessons/${lessonId}/submission`)).body);
  const decision = { isApproved: true, comment: '可以', subjectSha256: row.contentSha256 };
  const decided = await reviewer('POST', `/v1/console/reviews/${row.reviewId ?? ''}/decision`, decision);
  if (decided.status !== 200) throw new Error(JSON.stringify(decided));
  return ReviewRow.parse(decided.body);
}
