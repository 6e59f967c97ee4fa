import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEngines, TEST_NOW } from '../../testing/index.ts';
import { type ImportWorld, openImports } from '../../records/testing/import-desk.ts';
import { ReviewList, Reviews } from '../reviews/index.ts';
import { ExchangeCalendar } from './index.ts';

const FILE = 'version,date,name\n2026,2026-10-01,国庆节\n2026,2026-02-17,春节\n';

describeOnEngines((engine) => {
  let world: ImportWorld;
  let calendar: ExchangeCalendar;
  beforeAll(async () => {
    world = await openImports(engine);
    calendar = world.app.get(ExchangeCalendar, { strict: false });
  }, 60_000);
  afterAll(() => world.close());

  const proposals = async () =>
    (await world.app.get(ReviewList, { strict: false }).listReviews({ limit: 10 })).rows;

  it('C-02 a file of holidays becomes one proposed version, which a second person puts into force', async () => {
    expect(await world.take('exchange_holidays', FILE)).toMatchObject({
      recorded: 2,
      waiting: 2,
      rejected: 0,
    });
    expect(await world.take('exchange_holidays', FILE)).toMatchObject({ recorded: 0, duplicates: 2 });
    const [review, ...others] = await proposals();
    expect([review?.subjectTitle, review?.state, others.length]).toEqual(['exchange.holidays', 'OPEN', 0]);
    expect((await calendar.holidaysAt(TEST_NOW)).value.days).toEqual([]);
    const decider = {
      audience: 'staff',
      id: '01900000-0000-7000-8000-000000000009',
      memberNo: null,
      roles: ['compliance'],
      scope: { kind: 'firm' },
      sessionId: null,
    } as const;
    await world.database.runInTransaction((tx) =>
      world.app.get(Reviews, { strict: false }).decide(tx, {
        reviewId: review?.reviewId ?? '',
        isApproved: true,
        comment: '可以',
        sha256: review?.subjectSha256 ?? '',
        decider,
      }),
    );
    const { version, value } = await calendar.holidaysAt(world.clock.now());
    expect(version).toBe(2);
    expect(value).toEqual({
      version: '2026',
      days: [
        { date: '2026-02-17', name: '春节' },
        { date: '2026-10-01', name: '国庆节' },
      ],
    });
    expect(await world.take('exchange_holidays', FILE)).toMatchObject({ recorded: 0, duplicates: 2 });
  });

  it('C-02 one bad line keeps the whole calendar out, and each line says why', async () => {
    const row = await world.take(
      'exchange_holidays',
      'version,date,name\n2027,2027-10-01,国庆节\n2027,2027-02-29,春节\n2028,2027-05-01,劳动节\n2027,2027-10-01,国庆\n2027,2027-06-09,\n',
    );
    expect(row).toMatchObject({ state: 'DONE', recorded: 0, rejected: 5 });
    expect((await world.rejects(row.importId)).map((line) => line.split(',')[1])).toEqual([
      '文件里有需要更正的行，整份日历都没有提交，请更正后重新上传。',
      '「date」一栏的内容读不懂，请对照格式检查。',
      '一份文件只能写一个版本号，这一行的版本和第一行不同。',
      '同一天在文件里出现了两次。',
      '「name」一栏的内容读不懂，请对照格式检查。',
    ]);
    expect(await proposals()).toHaveLength(1);
  });
});
