import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Problem } from '@siyu/shared/contracts/primitives';
import { defineRoute } from '@siyu/shared/contracts/route';
import { Body } from '@nestjs/common';
import { z } from 'zod';
import { createTestApp, type TestApp } from '../../testing/index.ts';
import { Access, Bind, Readiness } from './index.ts';

const Note = z.object({ text: z.string().max(5), count: z.number().int() });
type Note = z.infer<typeof Note>;
const echo = defineRoute<{ body: Note }, Note>('echo.note', 'public', 'POST', '/v1/echo');
const leak = defineRoute<{}, { text: string }>('echo.leak', 'public', 'GET', '/v1/leak');
const broken = defineRoute<{}, { text: string }>('echo.broken', 'public', 'GET', '/v1/broken');

@Controller()
class EchoController {
  @Bind(echo, { response: Note })
  @Access({ audience: 'public' })
  echo(@Body({ schema: Note }) note: Note): Note {
    return note;
  }

  @Bind(leak, { response: z.object({ text: z.string() }) })
  @Access({ audience: 'public' })
  leak(): { text: string } {
    const row = { text: 'open', secret: 'openid' };
    return row;
  }

  @Bind(broken, { response: z.object({ text: z.string() }) })
  @Access({ audience: 'public' })
  broken(): never {
    throw new Error('SELECT secret FROM table');
  }
}
@Module({ controllers: [EchoController] })
class EchoModule {}

async function problemOf(answer: Response): Promise<[number, string]> {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  expect(problem.title).toMatch(/[一-龥]/);
  return [problem.status, problem.code];
}

describe('the server', () => {
  let server: TestApp;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'siyu-site-'));
    await mkdir(join(folder, 'js'));
    await writeFile(join(folder, 'index.html'), '<p>page</p>');
    await writeFile(join(folder, 'js', 'main.0123abcd.js'), 'main()');
    const sites = [
      { path: '/app', folder },
      { path: '/console', folder },
    ] as const;
    server = await createTestApp({ engine: 'sqlite', modules: [EchoModule], sites });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  const post = (body: string, type = 'application/json') =>
    fetch(`${server.url}/v1/echo`, { method: 'POST', headers: { 'content-type': type }, body });

  it('A-02 /readyz is 200 only while everything is in order; /healthz answers always', async () => {
    const ready = await fetch(`${server.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { isReady: true, checks: { migrations: true } },
    ]);
    let isLoaded = false;
    server.app.get(Readiness).add('demo-firm', async () => isLoaded);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    isLoaded = true;
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('A-02 serves the clients with their page for unknown paths, the documentation and the metrics', async () => {
    const root = await fetch(`${server.url}/`, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/app/']);
    for (const path of ['/app/', '/app', '/console/members/7']) {
      expect(await (await fetch(server.url + path)).text()).toBe('<p>page</p>');
    }
    const script = await fetch(`${server.url}/app/js/main.0123abcd.js`);
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(script.headers.get('cache-control')).toMatch(/immutable/);
    expect((await fetch(`${server.url}/app/js/gone.js`)).status).toBe(404);
    const outside = await fetch(`${server.url}/app/..%2f..%2f..%2f..%2fetc%2fpasswd`);
    expect(await outside.text()).toBe('<p>page</p>');
    expect(await (await fetch(`${server.url}/docs`)).text()).toContain('swagger-ui-bundle.js');
    expect((await fetch(`${server.url}/docs/swagger-ui-bundle.js`)).status).toBe(200);
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('siyu_http_seconds');
  });

  it('answers every failure as problem+json with a Chinese sentence', async () => {
    expect(await problemOf(await fetch(`${server.url}/v1/nowhere`))).toEqual([404, 'http.not_found']);
    expect(await problemOf(await post('{"text":'))).toEqual([400, 'http.bad_request']);
    expect(await problemOf(await post('{"text":"toolong","count":1}'))).toEqual([
      400,
      'http.validation_failed',
    ]);
    expect(await problemOf(await post('<a/>', 'text/xml'))).toEqual([415, 'http.unsupported_media_type']);
    const broken = await fetch(`${server.url}/v1/broken`);
    expect(await broken.clone().text()).not.toContain('SELECT');
    expect(await problemOf(broken)).toEqual([500, 'http.internal']);
  });

  it('names the place of each fault', async () => {
    const problem = Problem.parse(await (await post('{"count":"1"}')).json());
    expect(problem.errors?.map(({ path }) => path).sort()).toEqual(['count', 'text']);
  });

  it('lets out what the contract names and nothing else', async () => {
    expect(await (await fetch(`${server.url}/v1/leak`)).json()).toEqual({ text: 'open' });
  });

  it('gives each request an id, its own or that of a proxy', async () => {
    const given = await fetch(`${server.url}/v1/leak`, { headers: { 'x-request-id': 'proxy-0001' } });
    expect(given.headers.get('x-request-id')).toBe('proxy-0001');
    const bad = await fetch(`${server.url}/v1/leak`, { headers: { 'x-request-id': '"><script>' } });
    expect(bad.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(bad.headers.get('cache-control')).toBe('no-store');
  });
});

describe('signing in', () => {
  it('is slowed down per address and recovers', async () => {
    const server = await createTestApp({
      engine: 'sqlite',
      modules: [EchoModule],
      env: { LOGINS_PER_MINUTE: '3' },
    });
    const post = () =>
      fetch(`${server.url}/v1/echo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"text":"a","count":1}',
      });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) statuses.push((await post()).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await post()).headers.get('retry-after')).toBe('20');
    server.clock.advance(20_000);
    expect((await post()).status).toBe(200);
    await server.close();
  });

  it('C-11 fault 12 is open again at once when a clock that ran ahead is set right', async () => {
    const server = await createTestApp({
      engine: 'sqlite',
      modules: [EchoModule],
      env: { LOGINS_PER_MINUTE: '3' },
    });
    const post = async () =>
      (
        await fetch(`${server.url}/v1/echo`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"text":"a","count":1}',
        })
      ).status;
    server.clock.advance(3 * 86_400_000);
    expect(await post()).toBe(200);
    server.clock.advance(-3 * 86_400_000);
    expect([await post(), await post(), await post()]).toEqual([200, 200, 429]);
    await server.close();
  });
});
