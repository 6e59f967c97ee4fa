import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LessonRow } from '@siyu/shared/contracts/content';
import { textsOfContent } from '@siyu/shared/contracts/content.texts';
import { WordingCheck } from '@siyu/shared/contracts/moderation';
import { wordingMark } from '@siyu/shared/contracts/moderation.limits';
import { Problem } from '@siyu/shared/contracts/primitives';
import { AppModule } from '../../app.module.ts';
import { Configuration } from '../../foundation/configuration/index.ts';
import { Reviews } from '../../foundation/reviews/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { WordingRules } from '../../records/moderation/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { approve, type Call, contentFirm, draft, upload } from './testing/content-firm.ts';

const staff = (last: string): Principal => ({
  audience: 'staff',
  id: `01900000-0000-7000-8000-00000000000${last}`,
  memberNo: null,
  roles: ['compliance'],
  scope: { kind: 'firm' },
  sessionId: null,
});
const RIGHT_AND_WRONG = {
  questionId: 'q1',
  question: '下面哪句话一位顾问可以说？',
  options: ['这款产品稳赚不赔', '请先了解风险再决定', '加我微信，私下给您发'],
  right: 1,
  explanations: ['没有哪款产品可以这样承诺。', '先了解风险，再做决定。', '正规的服务都在公司的渠道里进行。'],
};

describeOnEngines((engine) => {
  let app: TestApp;
  let operator: Call;
  let reviewer: Call;
  beforeAll(async () => {
    app = await createTestApp({ engine, modules: [AppModule] });
    const firm = contentFirm(app);
    operator = await firm.staff('operator', ['operator']);
    reviewer = await firm.staff('compliance', ['compliance']);
  }, 60_000);
  afterAll(() => app.close());

  const uploaded = async (changes: Parameters<typeof draft>[0]): Promise<string> =>
    LessonRow.parse((await upload(operator, draft(changes))).body).lessonId;
  const submit = (lessonId: string) => operator('POST', `/v1/console/lessons/${lessonId}/submission`);
  const actionsOn = (lessonId: string) =>
    app.database.read.query('SELECT action FROM audit_rows WHERE subject_id = ? ORDER BY row_id', [lessonId]);

  it('REQ-ADV-3 D-06 a lesson with words members may not read is not submitted; each place is named, and the trail keeps it', async () => {
    const title = '跟着我们稳 赚 不 赔';
    const quiz = [RIGHT_AND_WRONG, ...draft().quiz.slice(1)];
    const lessonId = await uploaded({ title, summary: '开户送🧧，先到先得。', quiz });
    const refused = await submit(lessonId);
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'content.wording_refused',
        title: expect.stringMatching(/^有 [0-9]+ 处说法不能给客户看/),
      },
    });
    const { errors = [] } = Problem.parse(refused.body);
    expect([...new Set(errors.map(({ path }) => path))]).toEqual(['title', 'summary', 'quiz.0.options.2']);
    expect(errors[0]?.message).toBe('“稳 赚 不 赔”（第 5 字起）：承诺收益，读起来像在保证赚钱');
    expect(await operator('GET', `/v1/console/lessons/${lessonId}`)).toMatchObject({
      body: { row: { state: 'DRAFT', reviewId: null } },
    });
    expect(await actionsOn(lessonId)).toEqual(
      ['content.create_draft', 'content.refuse_wording'].map((action) => ({ action })),
    );
    const good = draft({ title: '“稳赚不赔”为什么不可信', summary: '先想清楚再开户。' });
    await operator('PUT', `/v1/console/lessons/${lessonId}/draft`, good);
    expect(await submit(lessonId)).toMatchObject({ status: 200, body: { state: 'IN_REVIEW' } });
  });

  it('D-01 D-06 what is said of an option is read for all of them, of a wrong one as well', async () => {
    const [first, ...others] = draft().quiz;
    const explanations = ['选这个稳赚不赔，放心。', '先看用钱的日子。', '加我微信，私下给您发。'];
    const quiz = [{ ...RIGHT_AND_WRONG, ...first, explanations }, ...others];
    const refused = await submit(await uploaded({ quiz }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'content.wording_refused' } });
    const { errors = [] } = Problem.parse(refused.body);
    expect([...new Set(errors.map(({ path }) => path))]).toEqual([
      'quiz.0.explanations.0',
      'quiz.0.explanations.2',
    ]);
  });

  it('D-06 a lesson with a place that may be a fault is approved once the reviewer ticked that place, and the trail says which', async () => {
    const summary = '大家可以多看看银行股的机会。';
    const lessonId = await uploaded({ summary });
    const row = LessonRow.parse((await submit(lessonId)).body);
    const texts = textsOfContent(draft({ summary }));
    const { findings } = WordingCheck.parse(
      (await reviewer('POST', '/v1/console/moderation/check', { texts })).body,
    );
    expect(findings).toMatchObject([{ path: 'summary', level: 'review', pieces: ['银行股', '机会'] }]);
    const lookedAt = findings.map(wordingMark);
    const decide = (ticked: readonly string[]) =>
      reviewer('POST', `/v1/console/reviews/${row.reviewId ?? ''}/decision`, {
        isApproved: true,
        comment: '',
        subjectSha256: row.contentSha256,
        lookedAt: ticked,
      });
    const blind = await decide([]);
    expect(blind).toMatchObject({ status: 422, body: { code: 'content.wording_not_looked_at' } });
    expect(Problem.parse(blind.body).errors?.map(({ path }) => path)).toEqual(['summary']);
    expect(await decide(lookedAt)).toMatchObject({ status: 200, body: { state: 'APPROVED' } });
    expect(await operator('POST', `/v1/console/lessons/${lessonId}/publication`)).toMatchObject({
      status: 200,
    });
    const [approved] = await app.database.read.query(
      "SELECT inputs FROM audit_rows WHERE action = 'reviews.approve' AND subject_id = ?",
      [row.reviewId],
    );
    expect(JSON.parse(approved.inputs)).toMatchObject({ lookedAt });
  });

  it('D-06 the editor asks for the places of a text while it is written, and only staff who write or review may', async () => {
    const texts = textsOfContent(draft({ title: '明天加仓 600519' }));
    const answer = await operator('POST', '/v1/console/moderation/check', { texts });
    expect(answer.status).toBe(200);
    expect(WordingCheck.parse(answer.body).findings).toEqual([
      {
        path: 'title',
        fault: 'stock_tip',
        start: 0,
        end: 11,
        matched: '明天加仓 600519',
        reasonCode: 'stock_tip.named_security',
        level: 'refused',
        pieces: [],
      },
    ]);
    expect((await reviewer('POST', '/v1/console/moderation/check', { texts })).status).toBe(200);
    const adviser = await contentFirm(app).staff('adviser', ['adviser']);
    expect((await adviser('POST', '/v1/console/moderation/check', { texts })).status).toBe(403);
    expect((await operator('POST', '/v1/console/moderation/check', { texts: [] })).status).toBe(400);
  });

  it('D-06 a new dictionary takes a second person, and then stops an approved lesson on its way to members', async () => {
    const lessonId = await uploaded({ title: '周末读书会的第一课' });
    await approve(operator, reviewer, lessonId);
    const configuration = app.app.get(Configuration, { strict: false });
    const now = app.clock.now();
    const key = 'moderation.inducement';
    const old = WordingRules.parse((await configuration.get(key, now)).value);
    const json: WordingRules = {
      groups: { ...old.groups, ofOurOwn: ['读书会'] },
      patterns: [
        ...old.patterns,
        { reason: 'inducement.of_our_own', parts: ['ofOurOwn'], within: 8, anyOrder: true },
      ],
    };
    const texts = [{ path: 'title', text: '周末读书会', isMarkedWrong: false }];
    const findings = async () =>
      WordingCheck.parse((await operator('POST', '/v1/console/moderation/check', { texts })).body);
    const { reviewId, sha256 } = await app.database.runInTransaction((tx) =>
      configuration.propose(tx, { key, json, validFrom: now, author: staff('8') }),
    );
    expect(await findings()).toMatchObject({ dictionaryVersions: { [key]: 1 }, findings: [] });
    await app.database.runInTransaction((tx) =>
      app.app
        .get(Reviews, { strict: false })
        .decide(tx, { reviewId, sha256, isApproved: true, comment: '', decider: staff('9') }),
    );
    expect(await findings()).toMatchObject({
      dictionaryVersions: { [key]: 2, 'moderation.promise': 1 },
      findings: [{ matched: '读书会' }],
    });
    expect(await operator('POST', `/v1/console/lessons/${lessonId}/publication`)).toMatchObject({
      status: 422,
      body: { code: 'content.wording_refused' },
    });
    expect((await actionsOn(lessonId)).at(-1)).toEqual({ action: 'content.refuse_wording' });
  });
});
