import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../harness/until.ts';
import { Phone } from './index.ts';

/** A bundle by hand: what the host promises must hold without Taro. */
const PAGE = `
const label = (text) => ({ root: { cn: [{ uid: 'label', v: text }] } });
Page({
  data: label('new'),
  onShow() { this.shown = (this.shown || 0) + 1; },
  eh(event) {
    if (event.type === 'later') setTimeout(() => wx.setStorageSync('late', 1), 30);
    if (event.type === 'ask') wx.request({
      url: 'https://built-in.example/v1/echo', method: 'POST', data: { n: 1 },
      success: (r) => this.setData({ 'root.cn.[0].v': String(r.statusCode) + r.data.path + (r.data instanceof Object) }),
      fail: (r) => this.setData({ 'root.cn.[0].v': r.errMsg }),
    });
    if (event.type === 'eval') { try { new Function('1')(); } catch (e) { this.setData({ 'root.cn.[0].v': e.name }); } }
  },
});`;

describe('the weapp host', () => {
  let folder: string;
  let server: Server;
  let phone: Phone;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'siyu-bundle-'));
    const tabBar = { list: [{ pagePath: 'home' }, { pagePath: 'me' }] };
    writeFileSync(join(folder, 'app.json'), JSON.stringify({ pages: ['home', 'me', 'lesson'], tabBar }));
    writeFileSync(
      join(folder, 'app.js'),
      'App({ onLaunch() { wx.setStorageSync("launches", (wx.getStorageSync("launches") || 0) + 1) } })',
    );
    for (const name of ['home', 'me', 'lesson']) writeFileSync(join(folder, `${name}.js`), PAGE);
    server = createServer((request, response) => {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ path: request.url }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    phone = new Phone({
      bundle: folder,
      serverUrl: `http://127.0.0.1:${port}`,
      sandboxUrl: 'http://127.0.0.1:9',
      account: 'demo-1',
    });
  });
  afterEach(() => {
    phone.kill();
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });

  it('maps the origin of the build to the server under test and calls any status a success', async () => {
    const app = phone.launch();
    app.fire(await app.untilId('label'), 'ask');
    await until('the answer', () => app.text() === '500/v1/echotrue');
    expect(phone.bodiesTo('/v1/echo')).toEqual([{ n: 1 }]);
  });

  it('fails requests while the network is off and lets them through again', async () => {
    const app = phone.launch();
    phone.setOnline(false);
    app.fire(await app.untilId('label'), 'ask');
    await until('the failure', () => app.text().startsWith('request:fail'));
    phone.setOnline(true);
    app.fire(await app.untilId('label'), 'ask');
    await until('the answer', () => app.text().startsWith('500'));
  });

  it('keeps storage when the app is killed, and nothing of the killed app runs on', async () => {
    const app = phone.launch();
    app.fire(await app.untilId('label'), 'later');
    phone.kill();
    await sleep(60);
    expect(phone.storage.has('late')).toBe(false);
    phone.launch();
    expect(phone.storage.get('launches')).toBe(2);
  });

  it('keeps a tab page alive while another is shown, and forbids what WeChat forbids', async () => {
    const app = phone.launch();
    app.navigate('/me', 'tab');
    app.navigate('/lesson?lessonId=7');
    expect(app.page().options).toEqual({ lessonId: '7' });
    app.navigate('/home', 'tab');
    expect(app.stack()).toHaveLength(1);
    expect(app.page()['shown']).toBe(2);
    app.fire(await app.untilId('label'), 'eval');
    await until('the refusal', () => app.text() === 'EvalError');
  });
});
