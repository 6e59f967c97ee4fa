import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMENTS_PER_DAY } from '@siyu/shared/contracts/discussion.limits';
import { AppModule } from '../../app.module.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { openRecords, type RecordsWorld, type Reply } from '../../records/testing/index.ts';
import {
  asCookie,
  cookieOf,
  hirePerson,
  type Person,
  signInStaff,
  STAFF_PASSWORD,
} from '../../records/testing/staff-people.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { openFirm } from '../../testing/thread-firm.ts';

const idOf = (last: number): string => `01900000-0000-7000-8000-00000000f${String(last).padStart(3, '0')}`;
const DESK = '/v1/console/lesson-comments';
const DAY = 86_400_000;

/** The house behind HTTP, with the box as WeChat. */
describeOnEngines((engine) => {
  describe('under a lesson', () => {
    let world: RecordsWorld;
    let operator: Person;
    let compliance: Person;
    let adviser: Person;
    let writer: string;
    let reader: string;
    let lessonId: string;
    beforeAll(async () => {
      world = await openRecords(engine, { also: [AppModule] });
      await openFirm(world);
      operator = await hirePerson(world, 'operator', ['operator']);
      compliance = await hirePerson(world, 'compliance', ['compliance']);
      const firm = world.app.get(Organisation, { strict: false });
      const staff = { loginName: 'shen', name: '沈知行', password: STAFF_PASSWORD } as const;
      const staffId = await world.database.runInTransaction((tx) =>
        firm.createStaff(tx, {
          ...staff,
          roles: ['adviser'],
          scopeKind: 'book',
          branchId: null,
          registrationNo: 'S0260519080001',
        }),
      );
      adviser = { staffId, ...asCookie(world, cookieOf(await signInStaff(world, 'shen'))) };
      writer = (await world.signIn('demo-1')).token;
      reader = (await world.signIn('demo-2')).token;
      const { lessons } = (await world.call('GET', '/v1/lessons', { token: writer })).body;
      lessonId = lessons[0].lessonId;
    }, 60_000);
    afterAll(() => world.close());

    const write = (token: string, last: number, text: string, kind = 'COMMENT'): Promise<Reply> =>
      world.call('POST', `/v1/lessons/${lessonId}/comments`, {
        token,
        body: { commentId: idOf(last), kind, text },
      });
    const seenBy = async (token: string, query = '') =>
      (await world.call('GET', `/v1/lessons/${lessonId}/comments${query}`, { token })).body;
    const idsSeenBy = async (token: string): Promise<string[]> =>
      (await seenBy(token)).comments.map(({ commentId }: { commentId: string }) => commentId);
    const audited = async (action: string): Promise<number> =>
      (await world.rows('SELECT 1 FROM audit_rows WHERE action = ?', [action])).length;

    it('F-05 what both readers find in order is shown at once under a masked name, and told again it is the same', async () => {
      const written = await write(writer, 1, '三份钱的分法很实用。');
      expect([written.status, written.body]).toMatchObject([201, { isMine: true, state: 'SHOWN' }]);
      expect((await write(writer, 1, '换了一句话再发一次')).body).toEqual(written.body);
      expect((await write(reader, 1, '别人的编号也不能用')).body.code).toBe('discussion.comment_taken');
      const { comments } = await seenBy(reader);
      expect(comments).toMatchObject([{ text: '三份钱的分法很实用。', isMine: false }]);
      const { displayName, memberId } = (await world.signIn('demo-1')).member;
      expect(JSON.stringify(comments)).not.toContain(memberId);
      expect(comments[0].maskedName.length).toBeGreaterThan(0);
      // A name made from the id stands as it is; every other one is cut after its first character.
      if (comments[0].maskedName !== displayName) expect(comments[0].maskedName).toBe(`${displayName[0]}*`);
    });

    it('F-05 REQ-ADV-2 a text is refused with a reason of its own, and leaves nothing', async () => {
      for (const [text, code] of [
        ['sbx-risky 这句话不行', 'discussion.refused_by_wechat'],
        ['明天全仓买入 600519 必涨，跟我操作', 'discussion.names_stocks'],
      ] as const) {
        const refused = await write(writer, 2, text);
        expect([refused.status, refused.body.code]).toEqual([422, code]);
        expect(refused.body.title).toMatch(/换一种说法|不能放在这里/);
      }
      expect((await write(writer, 2, '短')).status).toBe(400);
      expect((await write(writer, 2, '长'.repeat(301))).status).toBe(400);
      expect(await idsSeenBy(writer)).toEqual([idOf(1)]);
      expect((await world.call('POST', `/v1/lessons/${idOf(9)}/comments`, { token: writer })).status).toBe(
        400,
      );
    });

    it('F-05 what WeChat doubts, or cannot be asked about, waits for a person: passed it appears, refused only its writer knows why', async () => {
      expect((await write(writer, 3, 'sbx-review 这句要看看')).body.state).toBe('WAITING');
      await world.sandbox.call('POST', '/__control/faults', { api: 'msg_sec_check', kind: 'busy' });
      expect((await write(writer, 4, '微信不在的时候写的')).body.state).toBe('WAITING');
      await world.sandbox.call('DELETE', '/__control/faults');
      expect(await idsSeenBy(reader)).toEqual([idOf(1)]);
      const queue = (await operator.call('GET', `${DESK}?queue=WAITING`)).body;
      expect(queue).toMatchObject({
        total: 2,
        rows: [
          { commentId: idOf(3), doubts: ['wechat_review'] },
          { commentId: idOf(4), doubts: ['wechat_away'] },
        ],
      });
      expect((await adviser.call('GET', `${DESK}?queue=WAITING`)).body.code).toBe(
        'discussion.queue_out_of_reach',
      );
      // Two at once: one decision stands, the other is told so.
      const reason = '这里不谈这个，请换个说法再发。';
      const both = await Promise.all([
        operator.call('PUT', `${DESK}/${idOf(3)}/passing`),
        compliance.call('PUT', `${DESK}/${idOf(3)}/passing`),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await audited('discussion.pass_comment')).toBe(1);
      expect((await operator.call('PUT', `${DESK}/${idOf(4)}/refusal`, { reason })).body.state).toBe(
        'REFUSED',
      );
      expect((await operator.call('PUT', `${DESK}/${idOf(4)}/refusal`, { reason })).status).toBe(200);
      expect(await audited('discussion.refuse_comment')).toBe(1);
      expect((await idsSeenBy(reader)).sort()).toEqual([idOf(1), idOf(3)]);
      expect((await seenBy(writer)).comments).toContainEqual(
        expect.objectContaining({ commentId: idOf(4), state: 'REFUSED', refusedReason: reason }),
      );
      // What is shown can still be taken away.
      await compliance.call('PUT', `${DESK}/${idOf(3)}/refusal`, { reason });
      expect(await idsSeenBy(reader)).toEqual([idOf(1)]);
    });

    it('F-05 a question is answered once, in words that pass, by whose registration is in force, with name and number', async () => {
      const asked = await write(reader, 5, '定投的日子遇到假期怎么办？', 'QUESTION');
      expect(asked.body.state).toBe('SHOWN');
      const answer = (who: Person, text: string) => who.call('POST', `${DESK}/${idOf(5)}/answer`, { text });
      const { rows } = (await adviser.call('GET', DESK)).body;
      expect(rows).toMatchObject([{ commentId: idOf(5), mayAnswer: true }]);
      expect((await operator.call('GET', DESK)).body.rows[0].mayAnswer).toBe(false);
      expect((await answer(operator, '顺延到下一个交易日。')).body.code).toBe(
        'discussion.registration_required',
      );
      expect((await answer(adviser, '建议明天全仓买入 600519，目标价翻倍。')).body.code).toBe(
        'discussion.wording_refused',
      );
      expect(await audited('discussion.refuse_wording')).toBe(1);
      const given = await answer(adviser, '顺延到下一个交易日。');
      expect(given.body.answer).toMatchObject({ answererName: '沈知行' });
      expect((await answer(adviser, '顺延到下一个交易日。')).status).toBe(200);
      expect((await answer(adviser, '换一个回答。')).body.code).toBe('discussion.comment_decided');
      expect(await audited('discussion.answer_question')).toBe(1);
      const { comments } = await seenBy(writer);
      expect(comments[0]).toMatchObject({
        kind: 'QUESTION',
        answer: { answererName: '沈知行', answererRegistrationNo: 'S0260519080001' },
      });
      expect((await adviser.call('GET', DESK)).body.rows).toEqual([]);
      // The author of a lesson answers under it, once registered.
      await write(reader, 6, '这一课的例子是哪一年的？', 'QUESTION');
      await world.database.runInTransaction(({ manager }) =>
        manager.query('UPDATE lesson_versions SET author_id = ? WHERE lesson_id = ?', [
          operator.staffId,
          lessonId,
        ]),
      );
      await world.database.runInTransaction(({ manager }) =>
        manager.query("UPDATE staff SET registration_no = 'S0260519080002' WHERE staff_id = ?", [
          operator.staffId,
        ]),
      );
      const own = await operator.call('POST', `${DESK}/${idOf(6)}/answer`, { text: '是去年的例子。' });
      expect(own.status).toBe(200);
    });

    it('F-05 one takes the own words away, and neither a repeat nor another member brings or takes them', async () => {
      expect((await world.call('DELETE', `/v1/comments/${idOf(1)}`, { token: reader })).status).toBe(404);
      for (let turn = 0; turn < 2; turn += 1)
        expect((await world.call('DELETE', `/v1/comments/${idOf(1)}`, { token: writer })).status).toBe(204);
      expect(await idsSeenBy(reader)).not.toContain(idOf(1));
      expect((await write(writer, 1, '三份钱的分法很实用。')).body.code).toBe('discussion.comment_taken');
      expect(await world.rows('SELECT text FROM lesson_comments WHERE comment_id = ?', [idOf(1)])).toEqual([
        { text: '' },
      ]);
    });

    it('F-05 nobody writes more than a day holds, and pages hold each once in a bounded number of statements', async () => {
      const third = (await world.signIn('demo-3')).token;
      for (let n = 0; n < COMMENTS_PER_DAY; n += 1)
        expect((await write(third, 20 + n, `第 ${n} 句话，说说想法。`)).status).toBe(201);
      expect((await write(third, 40, '今天的又一句话。')).body.code).toBe('discussion.too_many_comments');
      world.clock.advance(DAY + 1);
      expect((await write(third, 40, '第二天的一句话。')).status).toBe(201);
      const all = (await seenBy(third, '?limit=50')).comments.map(
        ({ commentId }: { commentId: string }) => commentId,
      );
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await seenBy(third, `?limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`);
        seen.push(...page.comments.map(({ commentId }: { commentId: string }) => commentId));
        cursor = page.nextCursor ?? '';
      } while (cursor !== '');
      expect(seen).toEqual(all);
      expect(new Set(all).size).toBe(all.length);
      // Jobs ask things of their own meanwhile.
      const asked = async (limit: number): Promise<number> => {
        const statements = await statementsOf(world.database, () => seenBy(third, `?limit=${limit}`));
        return statements.filter((each) => /lesson_comments|display_name|registration_no/.test(each)).length;
      };
      // The comments, who wrote them, who answered: each for all of a page at once.
      expect(await asked(50)).toBe(3);
      expect(await asked(2)).toBeLessThanOrEqual(3);
    });

    it('F-05 a lesson is kept and noted beside once however often it is told, for nobody else, and let go again', async () => {
      const put = (what: string, body: object, id = lessonId) =>
        world.call('PUT', `/v1/lessons/${id}/${what}`, { token: reader, body });
      const beside = async (token: string) =>
        (await world.call('GET', `/v1/lessons/${lessonId}/keepsakes`, { token })).body;
      const listed = async (kind: string, token = reader) =>
        (await world.call('GET', `/v1/notebook?kind=${kind}`, { token })).body.entries;
      for (let turn = 0; turn < 2; turn += 1) {
        expect((await put('favourite', { isFavourite: true })).status).toBe(204);
        expect((await put('note', { text: '  周末再读一遍。 ' })).status).toBe(204);
      }
      expect(await beside(reader)).toEqual({ isFavourite: true, note: '周末再读一遍。' });
      expect(await beside(writer)).toEqual({ isFavourite: false, note: null });
      expect(await listed('FAVOURITE')).toHaveLength(1);
      expect(await listed('NOTE')).toMatchObject([{ lessonId, text: '周末再读一遍。' }]);
      expect(await listed('NOTE', writer)).toEqual([]);
      const copy = (await world.call('GET', '/v1/members/me/access-copy', { token: reader })).body.discussion;
      expect(copy).toMatchObject({
        comments: { total: 2 },
        favourites: { total: 1 },
        notes: { total: 1, entries: [{ text: '周末再读一遍。' }] },
      });
      expect((await put('note', { text: '长'.repeat(1_001) })).status).toBe(400);
      expect((await put('favourite', { isFavourite: true }, idOf(9))).status).toBe(404);
      await put('note', { text: '' });
      await put('favourite', { isFavourite: false });
      expect(await beside(reader)).toEqual({ isFavourite: false, note: null });
      expect(await listed('FAVOURITE')).toEqual([]);
      const stranger = (await world.signIn('demo-4', [])).token;
      for (const path of ['/v1/notebook', `/v1/lessons/${lessonId}/comments`, '/v1/lesson-search?text=课'])
        expect((await world.call('GET', path, { token: stranger })).status).toBe(403);
    });
  });
});
