import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ArchiveCoverage } from '@siyu/shared/contracts/archive';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { demoGroups } from '../../../../sandbox/src/world/groups.ts';
import { breakStatements } from '../../testing/break-statements.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { ConversationArchive } from '../../foundation/wechat/index.ts';
import { ArchiveLog } from './archive-log.ts';
import { ArchivePages } from './archive-page.ts';
import {
  type ArchiveWorld,
  CONTACT,
  CUSTOMER,
  openArchiveWorld,
  SEATLESS,
  SINGLE,
} from './testing/archive-world.ts';

const DAY = 86_400_000;
const CHAT = demoGroups[0]?.corp?.chatId ?? '';
const WRONG = '这款产品保本保息，闭眼买就行';
const NOTE = '已约谈，并向客户更正';

describeOnEngines((engine) => {
  describe('the conversation archive', () => {
    let world: ArchiveWorld;
    beforeAll(async () => {
      world = await openArchiveWorld(engine);
    }, 60_000);
    afterAll(() => world.close());

    const say = async (what: object, where?: object) => {
      world.advance(1_000);
      return world.say(what, where);
    };
    const texts = async (): Promise<(string | null)[]> =>
      (await world.messages('compliance')).rows.map(({ text }) => text).reverse();
    const countOf = async (table: string): Promise<number> =>
      Number((await world.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);
    const coverage = async (): Promise<ArchiveCoverage> =>
      ArchiveCoverage.parse((await world.as('compliance')('GET', '/v1/console/archive/coverage')).body);

    it('E-12 nothing is kept before the customer agrees; then what both say is on the timeline, and no word lies open in the database', async () => {
      await say({ text: '没人同意之前' });
      await world.pull();
      expect(await countOf('archive_messages')).toBe(0);
      expect((await world.messages('compliance')).adviser).toMatchObject({ isKept: true, hasAgreed: null });
      world.advance(1_000);
      expect(await world.agree(true)).toBe(200);
      await say({ text: '您好，这是本周的课程' });
      await say({ by: CUSTOMER, text: '请问怎么看净值' });
      const file = { kind: 'image', name: 'a.png', base64: Buffer.from('picture').toString('base64') };
      await say({ file });
      await world.pull();
      const { rows, ...head } = await world.messages('compliance');
      expect(rows.reverse()).toMatchObject([
        {
          speaker: 'STAFF',
          staffName: '沈知行',
          kind: 'text',
          text: '您好，这是本周的课程',
          isInGroup: false,
        },
        { speaker: 'CONTACT', staffName: null, text: '请问怎么看净值', textState: 'SHOWN' },
        { kind: 'image', text: null, textState: 'NONE', fileBytes: 7 },
      ]);
      expect(head).toMatchObject({
        withheld: null,
        isArchiveOn: true,
        adviser: { isKept: true, hasAgreed: true },
      });
      const kept = JSON.stringify(await world.query('SELECT * FROM archive_messages'));
      expect(kept).not.toMatch(/净值|本周/);
    });

    it('F-08 REQ-SEC-5 E-12 who reads no graded data sees that something was said and not what, and every look is on record', async () => {
      const { rows } = await world.messages('operator');
      expect(rows.map(({ textState, text }) => [textState, text])).toEqual([
        ['NONE', null],
        ['HIDDEN', null],
        ['HIDDEN', null],
      ]);
      const looks = await world.query<{ inputs: string }>(
        `SELECT inputs FROM audit_rows WHERE action = 'workspace.list_member_messages'`,
      );
      expect(looks.length).toBeGreaterThanOrEqual(2);
      expect(JSON.stringify(looks)).not.toMatch(/净值|本周/);
      const page = await world.messages('operator', '?limit=1');
      const next = await world.messages('operator', `?limit=1&cursor=${page.nextCursor}`);
      expect([page.rows[0]?.messageId, next.rows[0]?.messageId]).toEqual([
        rows[0]?.messageId,
        rows[1]?.messageId,
      ]);
    });

    it('E-12 a message that is taken back is marked, and keeps its words for compliance', async () => {
      const msgid = await say({ text: '发错了' });
      await say({ revoke: msgid });
      await world.pull();
      const { rows } = await world.messages('compliance');
      expect(rows[0]).toMatchObject({ text: '发错了', isRecalled: true });
      expect(rows.filter(({ isRecalled }) => isRecalled)).toHaveLength(1);
    });

    it('E-12 the same pages again, in another order and cut elsewhere, change nothing', async () => {
      const kept = () =>
        world.query(
          'SELECT seq, msgid, chat_key, contact_id, from_kind, sent_at, kind, recalled_msgid FROM archive_messages ORDER BY seq',
        );
      const words = () =>
        world.query('SELECT contact_id, with_id, is_agreed FROM archive_consents ORDER BY contact_id');
      const [messages, consents] = [await kept(), await words()];
      const write = (sql: string) =>
        world.server.database.runInTransaction(({ manager }) => manager.query(sql));
      await write('UPDATE archive_cursors SET last_seq = 0');
      await Promise.all([world.pull(), world.pull()]);
      expect([await kept(), await words()]).toEqual([messages, consents]);

      // From nothing, the last first, in pages that overlap.
      const { app, database } = world.server;
      const records = [...(await app.get(ConversationArchive).pull(0, 1_000))].reverse();
      for (const table of ['archive_messages', 'archive_consents']) await write(`DELETE FROM ${table}`);
      for (let at = 0; at < records.length; at += 2) {
        const page = await app.get(ArchivePages).prepare(records.slice(at, at + 3));
        await database.runInTransaction((tx) => app.get(ArchiveLog).write(tx, page));
      }
      expect(await kept()).toEqual(messages);
      expect((await world.messages('compliance')).rows[0]).toMatchObject({
        text: '发错了',
        isRecalled: true,
      });
    });

    it('E-12 a process that ends between a page and the place after it has written neither, and the next one writes both once', async () => {
      const before = await countOf('archive_messages');
      await say({ text: '中断前后都只有一条' });
      let broken = 0;
      const stop = breakStatements(world.server.database.schemaSource, (sql) => {
        if (!/^(INSERT|UPDATE).*archive_cursors/is.test(sql)) return null;
        broken += 1;
        return new Error('the process is gone');
      });
      await world.pull();
      stop();
      expect(broken).toBeGreaterThan(0);
      expect(await countOf('archive_messages')).toBe(before);
      await world.pull();
      await world.pull();
      expect(await countOf('archive_messages')).toBe(before + 1);
      expect((await texts()).filter((text) => text === '中断前后都只有一条')).toHaveLength(1);
    });

    it('E-12 a record of a key nobody has is kept and counted, holds nothing up, and is read when the key is there', async () => {
      const keep = await world.changeKey(4, false);
      await say({ text: '用新公钥加密的' });
      await world.changeKey(5, true);
      await say({ text: '之后的照常读' });
      await world.pull();
      expect(await texts()).not.toContain('用新公钥加密的');
      expect((await texts()).at(-1)).toBe('之后的照常读');
      expect((await coverage()).unread).toEqual({ unknownKey: 1, damaged: 0, keyVersions: [4] });
      keep();
      await world.pull();
      expect((await texts()).slice(-2)).toEqual(['用新公钥加密的', '之后的照常读']);
      expect((await coverage()).unread).toEqual({ unknownKey: 0, damaged: 0, keyVersions: [] });
    });

    it('REQ-ADV-3 E-12 what staff say is checked as it is kept: compliance finds it, reads it with what stands around it, and handles it once', async () => {
      await say({ text: WRONG });
      await say({ by: CUSTOMER, text: '真的保本吗，保本保息？' });
      await world.pull();
      const { rows, total } = await world.findings('?level=refused');
      expect(total).toBeGreaterThan(0);
      expect(rows[0]).toMatchObject({
        staffName: '沈知行',
        fault: 'promise',
        state: 'OPEN',
        isInGroup: false,
      });
      expect(JSON.stringify(rows)).not.toContain('闭眼');
      const { findingId = '', sentAt = '' } = rows[0] ?? {};
      const found = await world.finding(findingId);
      expect(found.text?.slice(found.start, found.end)).toMatch(/保本|闭眼/);
      expect(found.context.map(({ text }) => text)).toContain('真的保本吗，保本保息？');
      const by = (query: string) =>
        world.findings(query).then((page) => page.rows.map((row) => row.findingId));
      const day = new Date(Date.parse(sentAt) + 8 * 3_600_000).toISOString().slice(0, 10);
      expect(await by(`?staffId=${world.staffIds.get('adviser1')}&day=${day}&fault=promise`)).toContain(
        findingId,
      );
      expect(await by(`?staffId=${world.staffIds.get(SEATLESS)}`)).toEqual([]);
      expect(await by('?day=2026-01-01')).toEqual([]);

      const handle = (note: string) =>
        world.as('compliance')('POST', `/v1/console/archive/findings/${findingId}/handling`, { note });
      const answers = await Promise.all([handle(NOTE), handle(NOTE)]);
      expect(answers.map(({ status }) => status)).toEqual([204, 204]);
      expect((await handle('另一个说法')).status).toBe(409);
      expect((await world.as('operator')('GET', '/v1/console/archive/findings')).status).toBe(403);
      expect(await by('?state=OPEN')).not.toContain(findingId);
      expect((await world.findings('?state=HANDLED')).rows[0]).toMatchObject({ note: NOTE });
      const noted = await world.query<{ action: string; n: number }>(
        `SELECT action, COUNT(*) AS n FROM audit_rows WHERE action LIKE 'archive.%' GROUP BY action ORDER BY action`,
      );
      expect(noted.map(({ action, n }) => [action, Number(n)])).toEqual([
        ['archive.handle_finding', 1],
        ['archive.view_finding', 1],
      ]);
    });

    it('F-09 REQ-ADV-8 two of staff who say the opposite about one security on one day are shown to compliance, and nobody else', async () => {
      await say({ text: '600519 明天开盘直接买入，目标价两千' });
      await world.pull();
      const tips = async () => (await world.findings('?fault=stock_tip')).rows;
      const [tip] = await tips();
      expect(tip).toMatchObject({ staffName: '沈知行', contradictedBy: [] });
      // The other one has no seat, so what they said is put in.
      let no = 0;
      const alike = (userId: string, direction: string, days: number) =>
        world.server.database.runInTransaction(({ manager }) =>
          manager.query(
            `INSERT INTO archive_findings (finding_id, message_id, place_no, wecom_user_id, sent_at, level, fault, reason_code, starts_at, ends_at, security, direction, dictionary_versions, state)
             SELECT ?, ?, 0, ?, sent_at + ?, level, fault, reason_code, starts_at, ends_at, security, ?, dictionary_versions, 'OPEN'
               FROM archive_findings WHERE finding_id = ?`,
            [
              `01930000-0000-7000-8000-00000000ad0${(no += 1)}`,
              `said-${no}`,
              userId,
              days * DAY,
              direction,
              tip?.findingId,
            ],
          ),
        );
      await alike(SEATLESS, 'BUY', 0);
      await alike(SEATLESS, 'SELL', 1);
      await alike('adviser1', 'SELL', 0);
      expect((await tips()).flatMap(({ contradictedBy }) => contradictedBy)).toEqual(['骆安歌', '沈知行']);
      await alike(SEATLESS, 'SELL', 0);
      const found = (await tips()).find(({ findingId }) => findingId === tip?.findingId);
      expect(found?.contradictedBy).toEqual(['骆安歌']);
      await world.server.database.runInTransaction(({ manager }) =>
        manager.query(
          `DELETE FROM archive_findings WHERE finding_id LIKE '01930000-0000-7000-8000-00000000ad0%'`,
        ),
      );
    });

    it('E-12 after a no, nothing more of the customer is kept, be it handed over all the same', async () => {
      world.advance(1_000);
      await world.agree(false);
      await say({ text: '撤回同意之后' });
      await world.pull();
      const before = await countOf('archive_messages');
      expect((await world.messages('compliance')).adviser?.hasAgreed).toBe(false);
      const sealed = (seq: number, msgtime: number) =>
        world.seal(
          seq,
          {
            msgid: `sealed-${seq}`,
            action: 'send',
            from: CONTACT,
            tolist: [SINGLE.userid],
            roomid: '',
            msgtime,
            msgtype: 'text',
            text: { content: '不该留下' },
          },
          5,
        );
      const now = world.server.clock.now();
      const { heard, refused } = await world.server.app
        .get(ArchivePages)
        .prepare([sealed(90_001, now), sealed(90_002, now - 60_000 * 60)]);
      // The other one was said before anybody had been asked.
      expect({ kept: heard.length, refused }).toEqual({ kept: 0, refused: 2 });
      expect(await countOf('archive_messages')).toBe(before);
    });

    it('E-12 a record that was damaged is told apart, and throws nothing', async () => {
      const whole = world.seal(90_003, { no: 'message' }, 5);
      const pages = world.server.app.get(ArchivePages);
      const { unread } = await pages.prepare([
        whole,
        { ...whole, encryptedMessage: 'bm90IHNlYWxlZA==' },
        { ...whole, encryptedKey: 'AAAA' },
      ]);
      expect(unread.map(({ why }) => why)).toEqual(['DAMAGED', 'DAMAGED', 'DAMAGED']);
    });

    it('E-12 in a group staff are kept by their seat and customers by their own yes', async () => {
      const group = { chatId: CHAT, userid: SINGLE.userid };
      await say({ text: '群里大家好' }, group);
      await say({ by: CUSTOMER, text: '没同意的发言' }, group);
      world.advance(1_000);
      expect(await world.agree(true, { account: CUSTOMER, chatId: CHAT })).toBe(200);
      await say({ by: CUSTOMER, text: '同意后的发言' }, group);
      await world.pull();
      const kept = await world.query<{ fromKind: string; contactId: string | null }>(
        'SELECT from_kind AS fromKind, contact_id AS contactId FROM archive_messages WHERE chat_id = ? ORDER BY seq',
        [CHAT],
      );
      expect(kept).toEqual([
        { fromKind: 'STAFF', contactId: null },
        { fromKind: 'CONTACT', contactId: CONTACT },
      ]);
      expect((await texts()).at(-1)).toBe('同意后的发言');
    });

    it('E-12 the coverage tells which advisers leave no trace and which customers agreed, and warns past five days', async () => {
      expect(await coverage()).toMatchObject({
        isOn: true,
        alarm: null,
        advisers: { kept: 1, unkept: expect.arrayContaining([expect.objectContaining({ name: '骆安歌' })]) },
        contacts: { total: 1, agreed: 1, disagreed: 0 },
      });
      world.advance(6 * DAY);
      expect((await coverage()).alarm).toBe('BEHIND');
      await world.pull();
      const { alarm, lost } = await coverage();
      expect(alarm).toBe('LOST');
      expect(Date.parse(lost?.to ?? '') - Date.parse(lost?.from ?? '')).toBe(DAY);
    });

    it('E-12 a group in which nobody has a seat is 未留痕, and one with a seat is kept', async () => {
      const insert = (groupId: string, userid: string) =>
        world.server.database.runInTransaction(async ({ manager }) => {
          await manager.query(
            `INSERT INTO community_groups (group_id, chat_id, name, plain_name, owner_wecom_user_id, state, member_count, created_at, synced_at)
             VALUES (?, ?, '群', '群', ?, 'ACTIVE', 1, 0, 0)`,
            [groupId, `chat-${userid}`, userid],
          );
          await manager.query(
            `INSERT INTO group_seats (seat_id, group_id, kind, person_id, joined_at, join_scene) VALUES (?, ?, 'STAFF', ?, 0, 1)`,
            [groupId, groupId, userid],
          );
        });
      const id = (last: number) => `01930000-0000-7000-8000-0000000009${last}0`;
      await insert(id(1), SINGLE.userid);
      await insert(id(2), SEATLESS);
      const keeping = async (groupId: string) =>
        (await world.as('operator')('GET', `/v1/console/groups/${groupId}/archive`)).body;
      expect(await keeping(id(1))).toEqual({ isKept: true });
      expect(await keeping(id(2))).toEqual({ isKept: false });
      expect((await coverage()).groups.unkept.map(({ groupId }) => groupId)).toContain(id(2));
      expect(await keeping(id(3))).toMatchObject({ code: 'communities.group_not_found' });
    });

    it('F-08 REQ-PI-5 E-12 with the account go the words: that something was said stays, and nobody reads what', async () => {
      const before = await countOf('archive_messages');
      const closing = { closingId: '01930000-0000-7000-8000-0000000000c2' };
      const answer = await fetch(
        world.server.url + routeUrl(accountClosingRoutes.closeAccount, { params: closing }),
        {
          method: 'PUT',
          headers: { authorization: `Bearer ${world.memberToken}`, 'content-type': 'application/json' },
          body: JSON.stringify({ textVersion: CLOSING_TEXT_VERSION, isUnderstood: true }),
        },
      );
      expect(answer.status).toBe(200);
      expect(await countOf('archive_messages')).toBe(before);
      const keys = await world.query<{ sealedKey: string | null }>(
        'SELECT sealed_key AS sealedKey FROM archive_keys WHERE owner_id = ?',
        [CONTACT],
      );
      expect(keys).toEqual([{ sealedKey: null }]);
      const { rows } = await world.findings('?state=HANDLED');
      const found = await world.finding(rows[0]?.findingId ?? '');
      expect(found.text).toBeNull();
      expect(found.context.map(({ textState }) => textState)).not.toContain('SHOWN');
    });
  });
});
