import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountRows } from '@siyu/shared/contracts/channels';
import { ACCOUNT_OWNERS, PLATFORMS } from '@siyu/shared/contracts/channels.limits';
import { accountOwnerNames, platformNames } from '@siyu/shared/messages';
import { Organisation } from '../../foundation/organisation/index.ts';
import { insertRows } from '../../platform/database/index.ts';
import { openStaff } from '../../testing/callers.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { type ImportWorld, openImports } from '../testing/import-desk.ts';
import { cookieOf, signInStaff, STAFF_PASSWORD } from '../testing/staff-people.ts';
import { FirstTouch } from './touch.entity.ts';

const ACCOUNTS = 1_150;
const ARRIVED = 3_000;
const NATURAL = 40;
const HEADER = 'platform,owner,name,handle,branch,employee,placement';

describe('the register of accounts', () => {
  describeOnEngines((engine) => {
    let world: ImportWorld;
    beforeAll(async () => {
      world = await openImports(engine);
      const firm = world.app.get(Organisation, { strict: false });
      await world.database.runInTransaction(async (tx) => {
        const gz = await firm.createBranch(tx, { path: '/gz/', name: '广州营业部' });
        const north = await firm.createBranch(tx, { path: '/gz/north/', name: '人民路营业部' });
        const south = await firm.createBranch(tx, { path: '/sh/south/', name: '人民路营业部' });
        const person = { password: STAFF_PASSWORD, roles: ['adviser'], scopeKind: 'book' } as const;
        const shen = { name: '沈知行', loginName: 'shen', registrationNo: 'S0260519080001' };
        await firm.createStaff(tx, { ...person, ...shen, branchId: gz });
        await firm.createStaff(tx, { ...person, name: '李四', loginName: 'li-north', branchId: north });
        await firm.createStaff(tx, { ...person, name: '李四', loginName: 'li-south', branchId: south });
        const left = { name: '卫离', loginName: 'weili', validUntil: 20_000 };
        await firm.createStaff(tx, { ...person, ...left, branchId: gz });
        const desk = { ...person, roles: ['operator'], scopeKind: 'branch' } as const;
        await firm.createStaff(tx, { ...desk, name: '周岚', loginName: 'gz-operator', branchId: gz });
      });
    }, 60_000);
    afterAll(() => world.close());

    const told = (...lines: string[]) => [HEADER, ...lines].join('\n');
    const count = async (table: string): Promise<number> =>
      Number((await world.rows(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);
    const list = async (query: string): Promise<ChannelAccountRows> =>
      (await world.asStaff('GET', `/v1/console/channel-accounts?${query}`)).json();

    it('E-09 1,150 accounts are registered in seconds, twice with one effect, and their sums add up to all who came', async () => {
      const lines = Array.from({ length: ACCOUNTS }, (_, at) => {
        const platform = PLATFORMS[at % PLATFORMS.length] ?? 'HALL';
        const owner = ACCOUNT_OWNERS[at % 3] ?? 'FIRM';
        // Half of them as the screen calls them, half by their codes.
        const words = at % 2 === 0 ? [platform, owner] : [platformNames[platform], accountOwnerNames[owner]];
        const branch = owner === 'BRANCH' ? (at % 2 === 0 ? '/gz/north/' : '广州营业部') : '';
        const employee = owner === 'EMPLOYEE' ? (at % 2 === 0 ? 'li-south' : '沈知行') : '';
        return [...words, `账号 ${at}`, `handle-${at}`, branch, employee, '门口海报'].join(',');
      });
      const began = performance.now();
      expect(await world.take('channel_accounts', told(...lines))).toMatchObject({
        state: 'DONE',
        recorded: ACCOUNTS,
        duplicates: 0,
        rejected: 0,
      });
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(await world.take('channel_accounts', told(...[...lines].reverse()))).toMatchObject({
        recorded: 0,
        duplicates: ACCOUNTS,
        rejected: 0,
      });
      expect([await count('channel_accounts'), await count('placements')]).toEqual([ACCOUNTS, ACCOUNTS]);
      const noted = await world.rows(
        "SELECT COUNT(DISTINCT subject_id) AS n FROM audit_rows WHERE action = 'channels.create_account'",
      );
      expect(Number(noted[0].n)).toBe(ACCOUNTS);

      const places = await world.rows('SELECT placement_id AS id FROM placements ORDER BY placement_id');
      const joinedAt = world.clock.now();
      const touches = Array.from({ length: ARRIVED }, (_, at): FirstTouch => {
        const placementId = at < NATURAL ? null : places[(at * at) % ACCOUNTS].id;
        const kind = placementId === null ? 'NATURAL' : 'PLACEMENT';
        const last = { lastKind: kind, lastPlacementId: placementId };
        const touched = { touchedAt: null, inviterNo: null, configVersion: null };
        return { memberNo: 500_000 + at, kind, placementId, ...last, ...touched, joinedAt };
      });
      await world.database.runInTransaction((tx) => insertRows(tx, FirstTouch, touches));
      const first = await list('');
      expect([first.total, first.arrivals]).toEqual([
        ACCOUNTS,
        { all: ARRIVED, placement: ARRIVED - NATURAL, referral: 0, natural: NATURAL },
      ]);
      const rows = [...first.rows];
      for (let cursor = first.nextCursor; cursor !== null;) {
        const page = await list(`cursor=${cursor}`);
        rows.push(...page.rows);
        cursor = page.nextCursor;
      }
      expect(new Set(rows.map(({ accountId }) => accountId)).size).toBe(ACCOUNTS);
      expect(rows.reduce((sum, { newMembers }) => sum + newMembers, 0)).toBe(ARRIVED - NATURAL);
      expect(rows.find(({ handle }) => handle === 'handle-5')).toMatchObject({
        owner: 'EMPLOYEE',
        staffName: '沈知行',
        branchName: '广州营业部',
        placements: 1,
      });
    }, 60_000);

    it('E-09 a line that cannot be is sent back with its reason, and what was registered first stays', async () => {
      const before = await count('channel_accounts');
      const row = await world.take(
        'channel_accounts',
        told(
          '抖音,营业部,广州新号,gz-new,广州营业部,,',
          '抖音,营业部,广州新号,gz-new,广州营业部,,',
          '抖音,营业部,广州新号,gz-new,广州营业部,,直播片尾',
          '抖音,总部,另一个名字,gz-new,,,',
          '快手,总部,甲,a1,,,',
          '抖音,分公司,甲,a2,,,',
          '抖音,总部,,a3,,,',
          '抖音,总部,甲,a4,广州营业部,,',
          '抖音,营业部,甲,a5,,,',
          '抖音,营业部,甲,a6,没有的营业部,,',
          '抖音,营业部,甲,a7,人民路营业部,,',
          '抖音,员工,甲,a8,,,',
          '抖音,员工,甲,a9,,卫离,',
          '抖音,员工,甲,b1,,李四,',
          '抖音,员工,沈知行聊基金,b2,/gz/,S0260519080001,',
          `抖音,总部,甲,${'长'.repeat(61)},,,`,
          '抖音,总部,甲,b3,,',
          '抖音,员工,李四说债,b4,/gz/north/,李四,',
        ),
      );
      expect(row).toMatchObject({ state: 'DONE', recorded: 4, duplicates: 1, rejected: 13 });
      expect(await count('channel_accounts')).toBe(before + 3);
      const reasons = (await world.rejects(row.importId)).map((line) => {
        const [number, reason] = line.split(',');
        return `${number} ${reason}`;
      });
      expect(reasons).toEqual([
        expect.stringContaining('5 这个平台上已经登记过同名账号'),
        '6 「platform」一栏的内容读不懂，请对照格式检查。',
        '7 「owner」一栏的内容读不懂，请对照格式检查。',
        '8 「name」一栏的内容读不懂，请对照格式检查。',
        '9 这一行的「branch」一栏应当留空。',
        '10 这一行必须填写「branch」一栏。',
        '11 没有这家营业部，请填它的全名或编码。',
        '12 有几家营业部叫这个名字，请改填编码。',
        '13 这一行必须填写「employee」一栏。',
        '14 没有这位在职员工，请填全名、登录名或登记编码。',
        '15 有几位在职员工叫这个名字，请改填登录名，或补上营业部。',
        '17 「handle」一栏的内容读不懂，请对照格式检查。',
        '18 这一行有 6 列，表头有 7 列。',
      ]);
    }, 60_000);

    it('E-09 who registers no accounts hands no register in, and a branch registers its own', async () => {
      const upload = (cookie: string, text: string) => {
        const body = new FormData();
        body.append('file', new Blob([text]), 'accounts.csv');
        const headers = { cookie, origin: world.url };
        const path = '/v1/console/imports/channel_accounts/files';
        return fetch(world.url + path, { method: 'POST', headers, body });
      };
      const text = told('微博,营业部,北店,north-1,/gz/north/,,', '微博,营业部,南店,south-1,/sh/south/,,');
      const refused = await upload(await openStaff(world, 'systemAdmin'), text);
      expect([refused.status, (await refused.json()).code]).toEqual([403, 'imports.kind_not_yours']);
      const sent = await upload(cookieOf(await signInStaff(world, 'gz-operator')), text);
      expect(await world.ended((await sent.json()).importId)).toMatchObject({
        recorded: 1,
        rejected: 1,
        reasons: [{ code: 'channels.owner_out_of_reach', count: 1 }],
      });
    }, 60_000);
  });
});
