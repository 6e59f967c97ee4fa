import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, startWhole, type DatabaseView, type Whole } from './harness/index.ts';
import { Phone } from './weapp-host/index.ts';

const BUNDLE = join(ROOT, 'miniprogram/dist/weapp');

describe('the journey from a chat', () => {
  let whole: Whole;
  let database: DatabaseView;
  let phone: Phone;
  beforeAll(async () => {
    whole = await startWhole({ demo: 'full' });
    database = await whole.openDatabase();
  }, 150_000);
  afterEach(() => phone.kill());
  afterAll(async () => {
    await database.close();
    await whole.close();
  });

  const takePhone = (account: string): Phone =>
    new Phone({ bundle: BUNDLE, serverUrl: whole.url, sandboxUrl: whole.sandboxUrl, account });

  it('E-08 a lesson from Moments is read in the single page: no login, no other page, nothing recorded or kept', async () => {
    phone = takePhone('demo-8');
    const [lesson] = await database.query(
      "SELECT lesson_id AS id FROM lesson_versions WHERE state = 'PUBLISHED' ORDER BY lesson_id",
    );
    const app = phone.launch(`/lesson/read/index?lessonId=${String(lesson?.['id'])}`, 1154);
    await app.untilId('lesson-text');
    expect(app.text(await app.untilId('single-page'))).toContain('前往小程序');
    await app.tap('text-size-large');
    app.hide();
    app.show();
    expect(phone.requests.map(({ path }) => path)).toEqual([`/v1/shared-lessons/${String(lesson?.['id'])}`]);
    expect(
      app.calls.map(({ name }) => name).filter((name) => /^(login|navigate|reLaunch)/.test(name)),
    ).toEqual([]);
    expect(phone.storage.keys()).toEqual([]);
  }, 30_000);
});
