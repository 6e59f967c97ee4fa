import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REPORT_PICTURE_BYTES_MAX } from '@siyu/shared/contracts/verification.limits';
import { Organisation } from '../../foundation/organisation/index.ts';
import { insertRows } from '../../platform/database/index.ts';
import { JPEG, PNG, WEBP } from '../../platform/files/testing/pictures.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { openStaff } from '../../testing/callers.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';
import { hirePerson } from '../testing/staff-people.ts';
import { CardSources } from './card-sources.ts';
import { ReportPicture } from './report-picture.entity.ts';
import { FAKE_REPORTED } from './verification.events.ts';
import { VerificationModule } from './verification.module.ts';

const ACCOUNTS = '/v1/console/channel-accounts';
const HOUR = 3_600_000;
const NUMBER = 'S0260519080001';
const REPORT = '01900000-0000-7000-8000-00000000e013';

describe('whether something is of the firm', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let token: string;
    const check = async (text: string) =>
      (await world.call('POST', '/v1/verification/checks', { body: { text } })).body;
    const codeOf = (kind: string, key: string) =>
      world.call('PUT', `/v1/verification/cards/${kind}/${key}/code`, { token });
    beforeAll(async () => {
      world = await openRecords(engine, { also: [VerificationModule] });
      const firm = world.app.get(Organisation, { strict: false });
      await world.database.runInTransaction(async (tx) => {
        const branchId = await firm.createBranch(tx, { path: '/gz/', name: '广州营业部' });
        const person = { password: 'a-long-password-1', scopeKind: 'book', branchId } as const;
        const adviser = { ...person, roles: ['adviser'] } as const;
        await firm.createStaff(tx, { ...adviser, loginName: 'v1', name: '沈知行', registrationNo: NUMBER });
        await firm.createStaff(tx, {
          ...adviser,
          loginName: 'v2',
          name: '离任人',
          registrationNo: 'S0260519080002',
          validUntil: 20_000,
        });
        await firm.createStaff(tx, {
          ...person,
          roles: ['operator'],
          loginName: 'v3',
          name: '唐晓芸',
          registrationNo: 'S9',
        });
      });
      world.app.get(CardSources, { strict: false }).add({
        kind: 'group',
        describe: async (key) =>
          key === 'g1'
            ? {
                kind: 'group',
                name: '投教一群',
                registrationNo: null,
                branchName: null,
                ownerName: '沈*',
                publishedOn: null,
                platform: null,
                isRetired: false,
              }
            : null,
        match: async ({ plain }) => (plain === '投教一群' ? ['g1'] : []),
      });
      token = (await world.signIn('verify-1')).token;
    }, 60_000);
    afterAll(() => world.close());

    const shen = { kind: 'adviser', name: '沈*', registrationNo: NUMBER, branchName: '广州营业部' };

    it('E-13 a name or a number, however it is written, is of the firm, and shows no more than the firm shows', async () => {
      for (const text of [
        '沈知行',
        ' 沈 知 行 ',
        NUMBER,
        NUMBER.toLowerCase(),
        'Ｓ０２６０５１９０８０００１',
        'S0260 5190 80001',
      ]) {
        expect(await check(text)).toEqual({
          outcome: 'ours',
          cards: [{ ...shen, ownerName: null, publishedOn: null, platform: null, isRetired: false }],
        });
      }
      expect(await check('投教一群')).toMatchObject({
        outcome: 'ours',
        cards: [{ kind: 'group', ownerName: '沈*' }],
      });
    });

    it('E-13 a part of a name, a former adviser, other staff, a customer and a stranger are not found', async () => {
      const nobody = { outcome: 'not_found', cards: [] };
      for (const text of [
        '沈',
        '知行',
        '离任人',
        'S0260519080002',
        '唐晓芸',
        'S9',
        'v1',
        'verify-1',
        '%',
        '张三',
      ]) {
        expect(await check(text)).toEqual(nobody);
      }
      expect(
        (await world.call('POST', '/v1/verification/checks', { body: { text: 'x'.repeat(201) } })).status,
      ).toBe(400);
    });

    it('E-13 a card has one code for good; a slip is told apart, and a code on a strange link proves nothing', async () => {
      const first = await codeOf('adviser', NUMBER);
      expect(first).toMatchObject({
        status: 200,
        body: { code: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/) },
      });
      const answers = await Promise.all([1, 2, 3].map(() => codeOf('adviser', NUMBER)));
      expect(answers.map(({ body }) => body.code)).toEqual([1, 2, 3].map(() => first.body.code));
      const group = await codeOf('group', 'g1');
      expect(group.body.code).not.toBe(first.body.code);
      const { code } = first.body;
      expect(await check(code.toLowerCase())).toMatchObject({ outcome: 'ours', cards: [shen] });
      expect(await check(`account/verify/index?code=${code}`)).toMatchObject({ outcome: 'ours' });
      const { origin } = new URL(world.config.publicUrl);
      expect(await check(`${origin}/app/#/account/verify/index?code=${code}`)).toMatchObject({
        outcome: 'ours',
      });
      expect(await check(`https://siyu-evil.invalid/app/#/account/verify/index?code=${code}`)).toEqual({
        outcome: 'not_found',
        cards: [],
      });
      const slip = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
      expect(await check(slip)).toEqual({ outcome: 'mistyped', cards: [] });
      expect((await codeOf('adviser', 'S0260519080002')).status).toBe(404);
      expect((await codeOf('lesson', 'nothing')).status).toBe(404);
      expect((await codeOf('customer', 'g1')).status).toBe(400);
    });

    it('E-09 a code or an account of ours is of the firm, a retired code says so, and that of who left is not', async () => {
      const organisation = world.app.get(Organisation, { strict: false });
      const [branchId, staffId] = await world.database.runInTransaction(async (tx) => {
        const at = await organisation.createBranch(tx, { path: '/sz/', name: '深圳营业部' });
        const person = { password: 'a-long-password-1', scopeKind: 'book', branchId: at } as const;
        const former = { ...person, roles: ['adviser'], validUntil: 20_000 } as const;
        return [at, await organisation.createStaff(tx, { ...former, loginName: 'v9', name: '卫离' })];
      });
      const operator = await hirePerson(world, 'operator', ['operator']);
      const open = async (owner: object, name: string, handle: string) => {
        const account = { platform: 'DOUYIN', branchId: null, staffId: null, name, handle, ...owner };
        const { accountId } = (await operator.call('POST', ACCOUNTS, account)).body.account;
        const path = `${ACCOUNTS}/${accountId}/placements`;
        return (await operator.call('POST', path, { name: '内部叫法' })).body.placements[0];
      };
      const { key, placementId } = await open({ owner: 'BRANCH', branchId }, '深圳 Siyu 课堂', 'sz-siyu');
      const left = await open({ owner: 'EMPLOYEE', staffId }, '卫离聊基金', 'weili');
      const account = {
        name: '深圳 Siyu 课堂',
        platform: 'DOUYIN',
        branchName: '深圳营业部',
        isRetired: false,
      };
      for (const text of ['深圳Siyu课堂', '深圳 ＳＩＹＵ 课堂', 'SZ-siyu'])
        expect(await check(text)).toMatchObject({
          outcome: 'ours',
          cards: [{ ...account, kind: 'account' }],
        });
      const { origin } = new URL(world.config.publicUrl);
      const forms = [
        key,
        `k=${key}`,
        `pages/home/index?scene=k%3D${key}`,
        `pages/home/index?scene=k%253D${key}`,
        `/pages/home/index?k=${key}`,
        `${origin}/app/#/pages/home/index?k=${key}`,
      ];
      for (const text of forms)
        expect([text, await check(text)]).toMatchObject([
          text,
          { outcome: 'ours', cards: [{ ...account, kind: 'placement' }] },
        ]);
      expect(JSON.stringify(await check(key))).not.toContain('内部叫法');
      const state = `/v1/console/placements/${placementId}/state`;
      expect((await operator.call('PUT', state, { state: 'RETIRED' })).status).toBe(200);
      expect(await check(key)).toMatchObject({ outcome: 'ours', cards: [{ ...account, isRetired: true }] });
      const swapped = [...key].map((at) => (at === at.toUpperCase() ? at.toLowerCase() : at.toUpperCase()));
      const strange = [
        '课堂',
        '深圳',
        '内部叫法',
        '卫离聊基金',
        left.key,
        swapped.join(''),
        'nobodyskey',
        placementId,
      ];
      for (const text of [...strange, `https://siyu-evil.invalid/pages/home/index?k=${key}`])
        expect([text, (await check(text)).outcome]).toEqual([text, 'not_found']);
    });

    it('E-13 a report is kept once, is seen by compliance, and is handled once with a reason and an audit row', async () => {
      const report = (body: object) => world.call('POST', '/v1/verification/fake-reports', { body });
      const published: unknown[] = [];
      world.app.get(Outbox).on(FAKE_REPORTED, 'spec', async (_, { payload }) => {
        published.push(payload);
      });
      const told = { reportId: REPORT, checkedText: '假投顾 138', text: '让我往私人账户转账' };
      const sent = await Promise.all(Array.from({ length: 8 }, () => report(told)));
      expect(sent.map(({ status }) => status)).toEqual(Array(8).fill(204));
      expect((await report({ ...told, text: '改了话' })).status).toBe(204);
      expect((await report({ ...told, text: 'x'.repeat(301) })).status).toBe(400);
      await world.app.get(Jobs).idle();
      expect(published).toEqual([{ reportId: REPORT, hasCheckedText: true }]);
      const cookie = await openStaff(world, 'compliance');
      const list = async (state: string) =>
        (await world.call('GET', `/v1/console/fake-reports?state=${state}`, { cookie })).body;
      expect(await list('OPEN')).toMatchObject({
        total: 1,
        rows: [{ ...told, state: 'OPEN', note: null }],
        nextCursor: null,
      });
      const handle = (note: string) =>
        world.call('POST', `/v1/console/fake-reports/${REPORT}/handling`, { cookie, body: { note } });
      expect((await handle(' ')).status).toBe(400);
      expect((await handle('已报警')).status).toBe(204);
      expect((await handle('再来一次')).status).toBe(404);
      expect(await list('OPEN')).toMatchObject({ total: 0, rows: [] });
      expect(await list('HANDLED')).toMatchObject({ rows: [{ handlerName: '测试', note: '已报警' }] });
      const rows = await world.rows(
        "SELECT subject_id FROM audit_rows WHERE action = 'verification.fake_report_handled'",
      );
      expect(rows).toEqual([{ subject_id: REPORT }]);
    });

    const send = async (bytes: Uint8Array | null, name = 'shot.png') => {
      const body = new FormData();
      if (bytes !== null) body.append('file', new Blob([new Uint8Array(bytes)]), name);
      const answer = await fetch(`${world.url}/v1/verification/report-pictures`, { method: 'POST', body });
      const { pictureId, code }: { pictureId: string; code: string } = await answer.json();
      return { status: answer.status, code, pictureId };
    };
    const reportWith = (reportId: string, pictureIds: readonly string[]) =>
      world.call('POST', '/v1/verification/fake-reports', {
        body: { reportId, checkedText: null, text: '', pictureIds },
      });
    const idOf = (n: number) => `01900000-0000-7000-8000-0000000e13${String(n).padStart(2, '0')}`;

    it('E-13 pictures of a report are seen by compliance without place and time, each look in the trail', async () => {
      const secret = 'GPS 23.1291 113.2644';
      const made = [PNG(secret), JPEG(secret), WEBP(secret)];
      const sent: string[] = [];
      for (const each of made) sent.push((await send(each, '../../etc/passwd\u0000<img>.svg')).pictureId);
      expect((await reportWith(idOf(1), sent)).status).toBe(204);
      // A repeat after a lost answer names the same pictures and changes nothing.
      expect((await reportWith(idOf(1), sent)).status).toBe(204);
      // The name of a member of staff is made of the moment of the hiring.
      world.clock.advance(1);
      const cookie = await openStaff(world, 'compliance');
      const { rows } = (await world.call('GET', '/v1/console/fake-reports', { cookie })).body;
      expect(rows).toMatchObject([{ reportId: idOf(1), pictureIds: sent }]);
      const look = (reportId: string, pictureId = sent[0]) =>
        fetch(`${world.url}/v1/console/fake-reports/${reportId}/pictures/${pictureId}`, {
          headers: { cookie },
        });
      const seen = await look(idOf(1), sent[1]);
      expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(seen.headers.get('content-disposition')).toBe('attachment');
      const bytes = Buffer.from(await seen.arrayBuffer());
      expect(bytes.subarray(0, JPEG(null).length)).toEqual(JPEG(null));
      expect(bytes.includes('GPS')).toBe(false);
      expect((await look(idOf(2))).status).toBe(404);
      const noted = await world.rows(
        "SELECT subject_id FROM audit_rows WHERE action = 'verification.read_picture'",
      );
      expect(noted).toEqual([{ subject_id: idOf(1) }]);
    });

    it('E-13 what is no picture, is too large or belongs to another report is refused, and leaves nothing', async () => {
      const before = await world.rows('SELECT COUNT(*) AS n FROM files');
      expect(await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({
        status: 415,
        code: 'verification.picture_unreadable',
      });
      expect((await send(PNG(null).subarray(0, 40))).status).toBe(415);
      const huge = Buffer.concat([PNG(null), Buffer.alloc(REPORT_PICTURE_BYTES_MAX)]);
      expect(await send(huge)).toMatchObject({ status: 413, code: 'files.too_large' });
      expect(await send(null)).toMatchObject({ status: 400, code: 'verification.picture_missing' });
      const plain = await fetch(`${world.url}/v1/verification/report-pictures`, {
        method: 'POST',
        body: 'x',
      });
      expect(plain.status).toBeGreaterThanOrEqual(400);
      expect(await world.rows('SELECT COUNT(*) AS n FROM files')).toEqual(before);

      const { pictureId } = await send(PNG(null));
      const [other] = await world.rows(
        'SELECT picture_id AS id FROM fake_report_pictures WHERE report_id = ?',
        [idOf(1)],
      );
      for (const named of [[pictureId, other.id], [idOf(99)]]) {
        const refused = await reportWith(idOf(2), named);
        expect([refused.status, refused.body.code]).toEqual([409, 'verification.picture_gone']);
      }
      for (const named of [[pictureId, pictureId], [1, 2, 3, 4].map(idOf), ['../x']])
        expect((await reportWith(idOf(2), named)).status).toBe(400);
      expect(await world.rows('SELECT report_id FROM fake_reports WHERE report_id = ?', [idOf(2)])).toEqual(
        [],
      );
      expect((await reportWith(idOf(2), [pictureId])).status).toBe(204);
    });

    it('E-13 a picture that no report names goes after an hour, that of a handled report after half a year', async () => {
      const kept = async (): Promise<readonly string[]> =>
        (await world.rows('SELECT picture_id AS id FROM fake_report_pictures')).map(({ id }) => id);
      const filesOn = async (): Promise<number> =>
        (await readdir(join(world.config.dataDir, 'files'), { recursive: true })).filter((each) =>
          /[0-9a-f]{64}$/.test(each),
        ).length;
      const twice = [(await send(PNG(null))).pictureId, (await send(PNG(null))).pictureId];
      expect((await reportWith(idOf(3), twice.slice(0, 1))).status).toBe(204);
      const [before, onDisk] = [await kept(), await filesOn()];
      const after = async (ms: number) => {
        world.clock.advance(ms);
        world.app.get(Jobs).wake('purge-report-pictures');
        await world.app.get(Jobs).idle();
      };
      await after(HOUR + 1);
      expect(await kept()).toEqual(before.filter((id) => id !== twice[1]));
      const cookie = await openStaff(world, 'compliance');
      const handling = `/v1/console/fake-reports/${idOf(3)}/handling`;
      expect((await world.call('POST', handling, { cookie, body: { note: '已报警' } })).status).toBe(204);
      await after(179 * 24 * HOUR);
      expect(await kept()).toContain(twice[0]);
      await after(2 * 24 * HOUR);
      expect(await kept()).not.toContain(twice[0]);
      // The report that is still open keeps its own.
      expect(await kept()).toHaveLength(before.length - 2);
      for (let n = 0; n < 100 && (await filesOn()) > onDisk - 2; n += 1) await pause(10);
      expect(await filesOn()).toBe(onDisk - 2);
    });

    it('E-13 a flood of pictures from many addresses is stopped at a count of the day', async () => {
      const rows = Array.from({ length: 600 }, () => ({
        pictureId: randomUUID(),
        reportId: null,
        bytes: 1,
        uploadedAt: world.clock.now(),
      }));
      await world.database.runInTransaction((tx) => insertRows(tx, ReportPicture, rows));
      expect(await send(PNG(null))).toMatchObject({ status: 429, code: 'verification.too_many_pictures' });
      world.clock.advance(24 * HOUR);
      expect((await send(PNG(null))).status).toBe(201);
    });
  });

  it('E-13 an address that asks without end is slowed down', async () => {
    const world = await openRecords('sqlite', {
      also: [VerificationModule],
      env: { LOGINS_PER_MINUTE: '3' },
    });
    const ask = () => world.call('POST', '/v1/verification/checks', { body: { text: '沈知行' } });
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await ask()).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const sent = [];
    for (let n = 0; n < 4; n += 1) {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(PNG(null))]));
      sent.push(
        (await fetch(`${world.url}/v1/verification/report-pictures`, { method: 'POST', body })).status,
      );
    }
    expect(sent).toEqual([201, 201, 201, 429]);
    await world.close();
  });
});
