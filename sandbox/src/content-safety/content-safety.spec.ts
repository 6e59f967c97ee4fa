import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram } from '../mini-programs.ts';
import type { Push } from '../message-push/push-body.ts';
import { openBox, type Box } from '../testing/open-box.ts';
import { listenTo } from '../testing/told.ts';

const RIGHT = { version: 2, openid: 'osbx-demo-1', scene: 2, content: '今天学到了很多' };

describe('content safety', () => {
  let box: Box;
  let told: Push[];
  beforeEach(async () => {
    box = await openBox();
    told = listenTo(box, demoMiniProgram.appId);
    await box.call('POST', '/__phone/login', { account: 'demo-1' });
  });
  afterEach(() => box.close());

  const text = async (more: object = {}) =>
    (await box.post('/wxa/msg_sec_check', { ...RIGHT, ...more })).body;
  const verdict = async (content: string) => (await text({ content }))['result'];

  it('SBX-316 E-01 a text passes, is for a person to judge, or is risky, with label, detail and trace', async () => {
    expect(await text()).toMatchObject({
      errcode: 0,
      trace_id: expect.stringMatching(/^[0-9a-f-]{34}$/),
      result: { suggest: 'pass', label: 100 },
      detail: [{ strategy: 'content_model' }],
    });
    expect(await verdict('这只股票稳赚不赔')).toEqual({ suggest: 'risky', label: 20008 });
    expect(await verdict('有点低俗')).toEqual({ suggest: 'review', label: 20012 });
    expect(await verdict('低俗，还稳赚不赔')).toEqual({ suggest: 'risky', label: 20008 });
    expect((await text({ title: '代客理财' }))['detail']).toMatchObject([
      {},
      { strategy: 'keyword', keyword: '代客理财', suggest: 'risky' },
    ]);
    expect((await text({ signature: '代客理财' }))['result']).toMatchObject({ suggest: 'pass' });
    expect((await text({ signature: '代客理财', scene: 1 }))['result']).toMatchObject({ suggest: 'risky' });
  });

  it('SBX-317 E-01 scene, length and person are checked: 40129, 45002, 40003, 43104', async () => {
    expect(await text({ scene: 5 })).toMatchObject({ errcode: 40129 });
    expect(await text({ scene: undefined })).toMatchObject({ errcode: 40129 });
    expect(await text({ content: '字'.repeat(2_501) })).toMatchObject({ errcode: 45002 });
    expect(await text({ content: '字'.repeat(2_500) })).toMatchObject({ errcode: 0 });
    expect(await text({ content: '' })).toMatchObject({ errcode: 44002 });
    expect(await text({ openid: undefined })).toMatchObject({ errcode: 40003 });
    expect(await text({ openid: 'nobody' })).toMatchObject({ errcode: 40003 });
    expect(await text({ openid: 'oforeign-demo-1' })).toMatchObject({ errcode: 43104 });
  });

  it('SBX-318 E-01 who was not here within two hours answers 61010', async () => {
    expect(await text({ openid: 'osbx-demo-2' })).toMatchObject({ errcode: 61010 });
    box.advance(2 * 3_600_000);
    expect(await text()).toMatchObject({ errcode: 0 });
    box.advance(1);
    expect(await text()).toMatchObject({ errcode: 61010 });
    await box.call('POST', '/__phone/visits', { account: 'demo-1' });
    expect(await text()).toMatchObject({ errcode: 0 });
  });

  it('SBX-319 E-01 4,000 texts a minute, then 45009; the first version answers with a code alone', async () => {
    expect(await text({ version: 1, content: '稳赚不赔' })).toMatchObject({ errcode: 87014 });
    expect(await text({ version: undefined, openid: undefined })).toEqual({ errcode: 0, errmsg: 'ok' });
    const limits = { perMinute: 4_000 };
    while (box.world.mini.quotas.take(`text ${demoMiniProgram.appId}`, limits) === 'taken');
    expect(await text()).toMatchObject({ errcode: 45009 });
    box.advance(60_000);
    expect(await text()).toMatchObject({ errcode: 0 });
  });

  describe('of pictures and sounds', () => {
    let files: Server;
    let url: string;
    let fetched: string[];
    beforeEach(async () => {
      fetched = [];
      files = createServer((request, response) => {
        fetched.push(request.url ?? '');
        if (request.url === '/missing') response.writeHead(404);
        if (request.url === '/large') response.writeHead(200, { 'content-length': 10 * 1024 * 1024 + 1 });
        response.end(
          request.url === '/bad' ? 'xx sbx-risky xx' : request.url === '/large' ? undefined : 'ok',
        );
      });
      await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
    });
    afterEach(async () => {
      files.closeAllConnections();
      await new Promise((resolve) => files.close(resolve));
    });

    const media = async (path: string, more: object = {}) => {
      const body = { ...RIGHT, media_url: `${url}${path}`, media_type: 2, ...more };
      const answer = (await box.post('/wxa/media_check_async', body)).body;
      await box.world.mini.background.settled();
      return answer;
    };

    it('SBX-320 E-01 the box fetches what it judges and tells the verdict later, by its trace', async () => {
      const good = await media('/good');
      const bad = await media('/bad');
      expect(good).toEqual({ errcode: 0, errmsg: 'ok', trace_id: expect.any(String) });
      expect(fetched).toEqual(['/good', '/bad']);
      expect(told.map(({ fields }) => fields)).toMatchObject([
        { Event: 'wxa_media_check', trace_id: good['trace_id'], result: { suggest: 'pass', label: 100 } },
        { trace_id: bad['trace_id'], version: 2, result: { suggest: 'risky', label: 20006 } },
      ]);
      expect(told[0]).toMatchObject({ openid: 'osbx-demo-1', fields: { appid: demoMiniProgram.appId } });
    });

    it('SBX-321 E-01 what is missing or over ten megabytes is told as -1008; the first version has another shape', async () => {
      await media('/missing');
      await media('/large');
      await media('/missing', { version: 1 });
      await media('/bad', { version: undefined });
      expect(told.map(({ fields }) => fields)).toMatchObject([
        { errcode: -1008 },
        { errcode: -1008 },
        { isrisky: 0, status_code: 4_294_966_288 },
        { isrisky: 1, status_code: 0, detail: [] },
      ]);
    });

    it('SBX-322 E-01 address, type, scene and person are checked before anything is fetched', async () => {
      expect(await media('', { media_url: 'ftp://x' })).toMatchObject({ errcode: 44002 });
      expect(await media('/good', { media_type: 3 })).toMatchObject({ errcode: 40004 });
      expect(await media('/good', { scene: 0 })).toMatchObject({ errcode: 40129 });
      expect(await media('/good', { openid: 'oforeign-demo-1' })).toMatchObject({ errcode: 43104 });
      expect(fetched).toEqual([]);
      expect(await media('/good', { media_type: 1 })).toMatchObject({ errcode: 0 });
    });
  });
});
