import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NOON, openBox, type Box } from '../testing/open-box.ts';

const DAY = 86_400_000;
const WEEK = { expire_type: 1, expire_interval: 7 };

describe('links', () => {
  let box: Box;
  beforeEach(async () => {
    box = await openBox();
  });
  afterEach(() => box.close());

  const link = async (payload: object) => (await box.post('/wxa/generate_urllink', payload)).body;
  const scheme = async (payload: object) => (await box.post('/wxa/generatescheme', payload)).body;
  const open = async (text: unknown, by: string) =>
    (await box.call('POST', '/__phone/open', { text, by })).body;

  it('SBX-58 E-01 a URL link leads to path and query: scene 1167 in WeChat, 1194 outside, cq appended', async () => {
    const given = await link({ path: '/lesson/read/index', query: 'id=7&from=a%20b', ...WEEK });
    expect(given).toMatchObject({ errcode: 0, url_link: expect.stringMatching(/^https:\/\/wxaurl\.cn\//) });
    const target = { path: 'lesson/read/index', query: { id: '7', from: 'a b' } };
    expect(await open(given['url_link'], 'inside')).toMatchObject({ ...target, scene: 1167 });
    expect(await open(given['url_link'], 'outside')).toMatchObject({ ...target, scene: 1194 });
    expect(await open(`${String(given['url_link'])}?cq=x%3D1`, 'outside')).toMatchObject({
      query: { id: '7', cq: 'x=1' },
    });
  });

  it('SBX-59 E-01 a scheme leads there as scene 1065', async () => {
    const given = await scheme({ jump_wxa: { path: 'pages/school/index', query: 'a=1' }, is_expire: false });
    expect(given).toMatchObject({
      errcode: 0,
      openlink: expect.stringMatching(/^weixin:\/\/dl\/business\/\?t=/),
    });
    expect(await open(given['openlink'], 'outside')).toMatchObject({
      path: 'pages/school/index',
      query: { a: '1' },
      scene: 1065,
    });
    expect(await scheme({ jump_wxa: { path: 'pages/none/index' } })).toMatchObject({ errcode: 40165 });
    expect(await scheme({ is_expire: true })).toMatchObject({ errcode: 85401 });
    expect(await scheme({ is_expire: true, ...WEEK })).toMatchObject({ errcode: 0 });
  });

  it('SBX-300 E-01 a path that is no page of the release is refused 40165, a query over 1,024 40212', async () => {
    expect(await link({ path: 'pages/none/index', ...WEEK })).toMatchObject({ errcode: 40165 });
    expect(await link({ path: 'pages/home/index?a=1', ...WEEK })).toMatchObject({ errcode: 40165 });
    expect(await link({ query: 'q'.repeat(1_025), ...WEEK })).toMatchObject({ errcode: 40212 });
    expect(await link({ query: 'q=中', ...WEEK })).toMatchObject({ errcode: 40212 });
    expect(await link({ query: 'q'.repeat(1_024), ...WEEK })).toMatchObject({ errcode: 0 });
    box.world.mini.consoles.of(box.world.miniPrograms[0]!.appId).releasedPages = [];
    expect(await link(WEEK)).toMatchObject({ errcode: 85079 });
  });

  it('SBX-301 E-01 a link ends within thirty days and opens nothing afterwards', async () => {
    const seconds = Math.floor(NOON / 1000);
    expect(await link({ expire_time: seconds })).toMatchObject({ errcode: 85401 });
    expect(await link({ expire_time: seconds + 30 * 86_400 + 1 })).toMatchObject({ errcode: 85401 });
    expect(await link({})).toMatchObject({ errcode: 85401 });
    expect(await link({ expire_type: 1, expire_interval: 31 })).toMatchObject({ errcode: 85402 });
    expect(await link({ expire_type: 1 })).toMatchObject({ errcode: 85402 });
    expect(await link({ expire_type: 2 })).toMatchObject({ errcode: 40097 });
    const given = await link({ expire_time: seconds + 30 * 86_400 });
    box.advance(30 * DAY - 1);
    expect(await open(given['url_link'], 'outside')).toMatchObject({ errMsg: 'open:ok' });
    box.advance(1);
    expect(await open(given['url_link'], 'outside')).toMatchObject({
      errMsg: expect.stringContaining('fail'),
    });
    expect(await open('https://wxaurl.cn/00', 'outside')).toMatchObject({
      errMsg: expect.stringContaining('fail'),
    });
  });

  it('SBX-302 E-01 500,000 links and schemes a day together, then 44990', async () => {
    const { quotas } = box.world.mini;
    const { appId } = box.world.miniPrograms[0]!;
    for (let call = 0; call < 499_999; call += 1) quotas.take(`link ${appId}`, { perDay: 500_000 });
    expect(await link(WEEK)).toMatchObject({ errcode: 0 });
    expect(await scheme({})).toMatchObject({ errcode: 44990 });
    box.advance(DAY);
    expect(await scheme({})).toMatchObject({ errcode: 0 });
  });

  it('SBX-303 E-01 the pages of the release are set as in the console', async () => {
    const path = `/__control/mini-programs/${box.world.miniPrograms[0]!.appId}/pages`;
    expect((await box.call('PUT', path, { pages: ['/a'] })).status).toBe(400);
    expect((await box.call('PUT', path, { pages: ['new/page/index'] })).status).toBe(204);
    expect((await box.call('GET', path)).body).toEqual({ pages: ['new/page/index'] });
    expect(await link({ path: 'new/page/index', ...WEEK })).toMatchObject({ errcode: 0 });
    expect((await box.call('GET', path.replace('wx5', 'wx6'))).status).toBe(404);
  });
});
