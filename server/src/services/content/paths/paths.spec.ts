import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LessonCompletion, LessonPage } from '@siyu/shared/contracts/content';
import { PathDetail, type PathDraft, PathLessonPage, PathRow, PathRows } from '@siyu/shared/contracts/paths';
import { ReviewRow } from '@siyu/shared/contracts/reviews';
import { AppModule } from '../../../app.module.ts';
import { WechatLogin } from '../../../foundation/wechat/index.ts';
import { Paths } from '../../../migrations/0165-paths.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../../testing/index.ts';
import { LessonCatalogue } from '../lesson-catalogue.ts';
import { type Call, contentFirm, type ContentFirm, draft, publish } from '../testing/content-firm.ts';

const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};
const LIST = '/v1/console/paths';
const HOUR = 3_600_000;
const finished = { readPercent: 100, hasSeenLastParagraph: true, occurredAt: '2026-11-24T02:00:00.000Z' };

describeOnEngines((engine) => {
  describe('paths', () => {
    let app: TestApp;
    let firm: ContentFirm;
    let operator: Call;
    let writer: Call;
    let reviewer: Call;
    let member: Call;
    /** Lessons 甲 to 戊, of which the first four name the path `growth`. */
    let ids: readonly [string, string, string, string, string];
    beforeAll(async () => {
      app = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      firm = contentFirm(app);
      operator = await firm.staff('operator', ['operator']);
      writer = await firm.staff('writer', ['operator', 'compliance']);
      reviewer = await firm.staff('compliance', ['compliance']);
      member = await firm.member('walker');
      const lesson = (name: string, pathCode: string, position: number) =>
        publish(
          operator,
          reviewer,
          draft({ title: `讲清楚的${name}课`, pathCode, pathTitle: '稳步学', position }),
        );
      ids = [
        await lesson('甲', 'growth', 1),
        await lesson('乙', 'growth', 2),
        await lesson('丙', 'growth', 4),
        await lesson('丁', 'growth', 7),
        await lesson('戊', 'alpha', 1),
      ];
    }, 60_000);
    afterAll(() => app.close());

    const rowsOf = async () => PathRows.parse((await operator('GET', LIST)).body).rows;
    const idOf = async (pathCode: string) =>
      (await rowsOf()).find((row) => row.pathCode === pathCode)?.pathId ?? '';
    const detailOf = async (pathId: string) =>
      PathDetail.parse((await operator('GET', `${LIST}/${pathId}`)).body);
    const act = (by: Call, pathId: string, what: string, body?: object) =>
      by('POST', `${LIST}/${pathId}/${what}`, body);
    const save = async (by: Call, pathId: string, changes: Partial<PathDraft>, seenSha256?: string) => {
      const { row, draft: written } = await detailOf(pathId);
      const body = { seenSha256: seenSha256 ?? row.contentSha256, draft: { ...written, ...changes } };
      return by('PUT', `${LIST}/${pathId}/draft`, body);
    };
    const approve = async (pathId: string, by = reviewer) => {
      const { reviewId, contentSha256 } = PathRow.parse((await act(operator, pathId, 'submission')).body);
      const decision = { isApproved: true, comment: '可以', subjectSha256: contentSha256 };
      return by('POST', `/v1/console/reviews/${reviewId ?? ''}/decision`, decision);
    };
    const bringOut = async (pathId: string, changes: Partial<PathDraft>) => {
      await save(operator, pathId, changes);
      await approve(pathId);
      return act(operator, pathId, 'publication');
    };
    const school = async (by = member) => LessonPage.parse((await by('GET', '/v1/lessons?limit=50')).body);
    /** `path:number` and the name of each lesson, in the order of the school. */
    const told = ({ lessons }: LessonPage) =>
      lessons.map(({ pathCode, position, title }) => `${pathCode}:${position}${title.charAt(4)}`).join(' ');
    const finish = async (by: Call, lessonId: string) =>
      LessonCompletion.parse((await by('PUT', `/v1/lessons/${lessonId}/completion`, finished)).body);
    const completionsOf = async (): Promise<{ code: string; at: number }[]> =>
      app.database.read.query(
        'SELECT path_code AS code, completed_at AS at FROM path_completions ORDER BY member_no, path_code',
      );
    const course = (title: string, ...lessonIds: string[]) => ({ title, lessonIds });

    it('F-03 the migration makes published paths of what lessons name, and members see no difference', async () => {
      const before = await school();
      const detail = await detailOf(await idOf('growth'));
      await app.database.runInTransaction(async ({ manager }) => {
        for (const table of ['path_versions', 'paths']) await manager.query(`DELETE FROM ${table}`);
        const runner = manager.queryRunner;
        if (runner === undefined) throw new Error('no runner');
        for (const _ of [1, 2]) await new Paths().up(runner);
        await app.app.get(LessonCatalogue).countPublication({ manager, afterCommit: () => undefined });
      });
      expect(told(before)).toBe('alpha:1戊 growth:1甲 growth:2乙 growth:4丙 growth:7丁');
      expect(await school()).toEqual(before);
      const rows = await rowsOf();
      expect(rows.map(({ pathCode, title, state, lessons }) => [pathCode, title, state, lessons])).toEqual([
        ['alpha', '稳步学', 'PUBLISHED', 1],
        ['growth', '稳步学', 'PUBLISHED', 4],
      ]);
      const made = await detailOf(await idOf('growth'));
      expect(made.draft).toEqual(detail.draft);
      // The hash of the migration is the one that the module computes.
      expect(made.row.contentSha256).toBe(detail.row.contentSha256);
      expect(made.draft.courses).toEqual([course('', ...ids.slice(0, 4))]);
    });

    it('F-03 REQ-PUB-1 a path goes to members as another person approved it; an edit takes it back to a draft, and of two who edit one is told', async () => {
      const pathId = await idOf('growth');
      const first = await detailOf(pathId);
      const changes = {
        title: '稳步成长',
        summary: '四课，从记账到配置。',
        courses: [course('', ids[1], ids[0], ids[3], ids[2])],
      };
      expect(await save(operator, pathId, changes)).toMatchObject({ body: { state: 'DRAFT', version: 2 } });
      expect(await save(writer, pathId, { title: '另一个名字' }, first.row.contentSha256)).toMatchObject({
        status: 409,
        body: { code: 'paths.draft_changed' },
      });
      expect(told(await school())).toContain('growth:1甲');
      expect(await act(operator, pathId, 'publication')).toMatchObject({
        body: { code: 'paths.not_approved' },
      });

      await save(operator, pathId, { summary: '跟着学，保证收益。' });
      expect(await act(operator, pathId, 'submission')).toMatchObject({
        status: 422,
        body: { code: 'content.wording_refused' },
      });
      await save(writer, pathId, { summary: changes.summary });
      expect(await approve(pathId, writer)).toMatchObject({ body: { code: 'paths.editor_may_not_review' } });
      const asked = await detailOf(pathId);
      expect(asked.row.state).toBe('IN_REVIEW');
      const decision = { isApproved: true, comment: '', subjectSha256: asked.row.contentSha256 };
      const decided = await reviewer(
        'POST',
        `/v1/console/reviews/${asked.row.reviewId ?? ''}/decision`,
        decision,
      );
      expect(ReviewRow.parse(decided.body)).toMatchObject({ state: 'APPROVED', subjectKind: 'path' });
      await save(operator, pathId, { summary: '四课，从记账到配置，一步一步来。' });
      expect(await act(operator, pathId, 'publication')).toMatchObject({
        body: { code: 'paths.not_approved' },
      });
      await approve(pathId);
      await app.database.runInTransaction(({ manager }) =>
        manager.query("UPDATE path_versions SET summary = '别的' WHERE path_id = ? AND state = 'APPROVED'", [
          pathId,
        ]),
      );
      expect(await act(operator, pathId, 'publication')).toMatchObject({
        body: { code: 'paths.changed_since_review' },
      });
      await app.database.runInTransaction(({ manager }) =>
        manager.query(
          "UPDATE path_versions SET summary = '四课，从记账到配置，一步一步来。' WHERE path_id = ? AND state = 'APPROVED'",
          [pathId],
        ),
      );
      const [one, other] = await Promise.all([1, 2].map(() => act(operator, pathId, 'publication')));
      expect([one?.status, other?.status].sort()).toEqual([200, 409]);

      const after = await school();
      expect(told(after)).toBe('alpha:1戊 growth:1乙 growth:2甲 growth:3丁 growth:4丙');
      expect(after.lessons[1]?.pathTitle).toBe('稳步成长');
      expect(after.paths[1]).toEqual({
        pathCode: 'growth',
        summary: '四课，从记账到配置，一步一步来。',
        courses: [],
        completed: 0,
        total: 4,
      });
      const trail: { action: string }[] = await app.database.read.query(
        "SELECT action FROM audit_rows WHERE subject_kind = 'path' AND subject_id = ? ORDER BY row_id",
        [pathId],
      );
      expect(trail.map(({ action }) => action)).toEqual([
        'paths.save_draft',
        'paths.save_draft',
        'content.refuse_wording',
        'paths.save_draft',
        'paths.submit',
        'paths.save_draft',
        'paths.submit',
        'paths.publish',
      ]);
    });

    it('F-03 members find the paths in their order with their courses, the next step follows, and a page goes on where it was', async () => {
      const pathId = await idOf('growth');
      expect(await operator('PUT', `${LIST}/${pathId}/place`, { place: 1 })).toMatchObject({ status: 200 });
      const courses = [course('先站稳', ids[1], ids[0]), course('再走远', ids[3], ids[2])];
      expect(await bringOut(pathId, { courses })).toMatchObject({ status: 200 });
      const page = await school();
      expect(told(page)).toBe('growth:1乙 growth:2甲 growth:3丁 growth:4丙 alpha:1戊');
      expect(page.paths[0]?.courses).toEqual([
        { title: '先站稳', lessonIds: [ids[1], ids[0]], completed: 0, total: 2 },
        { title: '再走远', lessonIds: [ids[3], ids[2]], completed: 0, total: 2 },
      ]);
      const cut = LessonPage.parse((await member('GET', '/v1/lessons?limit=2')).body);
      expect((await finish(member, ids[0])).nextLesson?.title).toContain('丁');
      expect((await school()).paths[0]?.courses.map(({ completed }) => completed)).toEqual([1, 0]);
      // Another order while somebody is between two pages.
      await bringOut(pathId, { courses: [course('', ids[0], ids[3], ids[1], ids[2])] });
      const rest = await member('GET', `/v1/lessons?limit=50&cursor=${cut.nextCursor ?? ''}`);
      expect(told(LessonPage.parse(rest.body))).toBe('growth:2丁 growth:3乙 growth:4丙 alpha:1戊');
      expect((await finish(member, ids[1])).nextLesson?.title).toContain('丙');
    });

    it('F-03 a lesson stands in one path, one that is taken out does not come back, and a new one joins at the end', async () => {
      const made = await operator('POST', LIST, { title: '另一条路' });
      const { pathId, pathCode } = PathRow.parse(made.body);
      expect(await act(operator, pathId, 'submission')).toMatchObject({ body: { code: 'paths.empty' } });
      expect(await bringOut(pathId, { courses: [course('', ids[3], ids[4])] })).toMatchObject({
        status: 409,
        body: { code: 'paths.lesson_elsewhere' },
      });
      const growth = await idOf('growth');
      await bringOut(growth, { courses: [course('', ids[0], ids[1], ids[2])], leftOut: [ids[3]] });
      expect(told(await school())).toBe('growth:1甲 growth:2乙 growth:3丙 alpha:1戊 :0丁');
      expect(await act(operator, pathId, 'publication')).toMatchObject({ status: 200 });
      const sixth = draft({ title: '讲清楚的己课', pathCode: 'growth', pathTitle: '旧的名字', position: 1 });
      await publish(operator, reviewer, sixth);
      expect(told(await school())).toBe(
        `growth:1甲 growth:2乙 growth:3丙 growth:4己 ${pathCode}:1丁 ${pathCode}:2戊`,
      );
      const { draft: shown } = await detailOf(growth);
      expect(shown.courses[0]?.lessonIds).toHaveLength(4);
      const found = PathLessonPage.parse(
        (await operator('GET', '/v1/console/path-lessons?search=己课')).body,
      );
      expect(found.lessons).toMatchObject([
        { path: { pathCode: 'growth', title: '稳步成长' }, isPublished: true },
      ]);
    });

    it('F-03 a path is finished once: who has read what is left of a shorter one has finished it, and no change takes that back', async () => {
      const growth = await idOf('growth');
      const through = await firm.member('through');
      for (const lessonId of ids.slice(0, 3)) await finish(through, lessonId);
      expect(await completionsOf()).toEqual([]);
      const { draft: written } = await detailOf(growth);
      const [joined = ''] = written.courses[0]?.lessonIds.slice(3) ?? [];
      await bringOut(growth, { courses: [course('', ids[0], ids[1], ids[2])], leftOut: [ids[3], joined] });
      await app.app.get(Jobs).idle();
      const once = await completionsOf();
      expect(once.map(({ code }) => code)).toEqual(['growth']);
      await bringOut(growth, { courses: [course('', joined, ids[2], ids[0], ids[1])], leftOut: [ids[3]] });
      await finish(through, joined);
      await app.app.get(Jobs).idle();
      expect(await completionsOf()).toEqual(once);
      const [row] = await rowsOf();
      expect(row).toMatchObject({ pathCode: 'growth', learners: 2, completions: 1, lessons: 4 });
    });

    it('F-03 a path that is withdrawn leaves the school at once, and its lessons are read on their own', async () => {
      const growth = await idOf('growth');
      const body = { reason: '要重新编排' };
      expect(await act(reviewer, growth, 'withdrawal', body)).toMatchObject({ body: { state: 'WITHDRAWN' } });
      const after = await school();
      expect(after.lessons.filter(({ pathCode }) => pathCode === '')).toHaveLength(4);
      expect(after.paths.map(({ pathCode, total }) => [pathCode, total]).at(-1)).toEqual(['', 4]);
      expect(await member('GET', `/v1/lessons/${ids[0]}`)).toMatchObject({
        status: 200,
        body: { pathCode: '', pathTitle: '', position: 0 },
      });
      expect((await finish(member, ids[2])).nextLesson).toBeNull();
      expect(await act(reviewer, growth, 'withdrawal', body)).toMatchObject({ status: 409 });
      expect((await detailOf(growth)).withdrawalReason).toBe('要重新编排');
      expect((await completionsOf()).map(({ code }) => code)).toEqual(['growth']);
    });

    it('F-03 F-11 REQ-PUB-1 an approved path goes out by itself at its moment, once; an edit takes it back to a draft, and one whose lesson stands elsewhere by then is kept back with the reason', async () => {
      const growth = await idOf('growth');
      const run = async (): Promise<void> => {
        app.app.get(Jobs).wake('scheduled-paths');
        await app.app.get(Jobs).idle();
      };
      const at = (ms: number) => ({ publishAt: new Date(app.clock.now() + ms).toISOString() });
      const plan = (ms: number) => operator('PUT', `${LIST}/${growth}/schedule`, at(ms));
      const giveUp = () => operator('DELETE', `${LIST}/${growth}/schedule`);
      const publications = async (): Promise<number> => {
        const rows: object[] = await app.database.read.query(
          "SELECT row_id FROM audit_rows WHERE subject_id = ? AND action = 'paths.publish'",
          [growth],
        );
        return rows.length;
      };
      await save(operator, growth, { summary: '约好时间再来。', courses: [course('', ids[0], ids[1])] });
      expect(await plan(HOUR)).toMatchObject({ status: 409, body: { code: 'content.not_approved' } });
      await approve(growth);
      expect(await plan(-1)).toMatchObject({ body: { code: 'content.schedule_out_of_range' } });
      expect(await plan(HOUR)).toMatchObject({ status: 200, body: { state: 'SCHEDULED' } });
      expect(await save(writer, growth, { summary: '约好时间，再来学。' })).toMatchObject({
        body: { state: 'DRAFT', scheduledFor: null },
      });
      app.clock.advance(HOUR);
      await run();
      expect((await detailOf(growth)).row.state).toBe('DRAFT');
      await approve(growth);
      await plan(HOUR);
      expect(await giveUp()).toMatchObject({ body: { state: 'APPROVED', scheduledFor: null } });
      expect(await giveUp()).toMatchObject({ status: 409, body: { code: 'content.not_scheduled' } });
      await plan(HOUR);
      await run();
      expect((await detailOf(growth)).row.state).toBe('SCHEDULED');
      const before = await publications();
      app.clock.advance(HOUR);
      await Promise.all([run(), act(operator, growth, 'publication')]);
      expect(await publications()).toBe(before + 1);
      expect((await detailOf(growth)).row).toMatchObject({ state: 'PUBLISHED', scheduledFor: null });
      expect((await school()).paths[0]).toMatchObject({ pathCode: 'growth', summary: '约好时间，再来学。' });

      // The fourth lesson stands in the other path.
      await save(operator, growth, { courses: [course('', ids[0], ids[1], ids[3])], leftOut: [] });
      await approve(growth);
      await plan(HOUR);
      app.clock.advance(HOUR);
      await run();
      await run();
      const kept = { state: 'APPROVED', scheduledFor: null, refusal: { code: 'paths.lesson_elsewhere' } };
      expect((await detailOf(growth)).row).toMatchObject(kept);
      expect((await school()).paths[0]?.total).toBe(4);
      expect(await plan(HOUR)).toMatchObject({ body: { state: 'SCHEDULED', refusal: null } });
      const trail: { action: string }[] = await app.database.read.query(
        'SELECT action FROM audit_rows WHERE subject_id = ? ORDER BY row_id',
        [growth],
      );
      expect(trail.slice(-3).map(({ action }) => action)).toEqual([
        'paths.schedule',
        'paths.refuse_schedule',
        'paths.schedule',
      ]);
    });
  });
});
