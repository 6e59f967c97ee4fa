import { Agent, request } from 'node:http';
import { Controller, Module } from '@nestjs/common';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Problem } from '@siyu/shared/contracts/primitives';
import { defineRoute } from '@siyu/shared/contracts/route';
import { z } from 'zod';
import { createTestApp, type TestApp } from '../../testing/index.ts';
import { Access, Bind } from './index.ts';

const WORK_MS = 10;
const CALLS = 200;
const ALL_MS = CALLS * WORK_MS;
const Answer = z.object({ done: z.boolean() });
const work = defineRoute<{}, { done: boolean }>('shed.work', 'public', 'GET', '/v1/work');

@Controller()
class WorkController {
  /** Takes the processor for a while, as everything does with a database in the same process. */
  @Bind(work, { response: Answer })
  @Access({ audience: 'public' })
  work(): { done: boolean } {
    const until = performance.now() + WORK_MS;
    while (performance.now() < until);
    return { done: true };
  }
}
@Module({ controllers: [WorkController] })
class WorkModule {}

interface Outcome {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
}

describe('more calls at once than can be answered in time', () => {
  let server: TestApp;
  afterEach(async () => {
    delete process.env['SIYU_SABOTAGE'];
    await server.close();
  });

  const open = () =>
    createTestApp({ engine: 'sqlite', modules: [WorkModule], env: { SHED_AFTER_MS: '100' } });
  const call = (agent: Agent, path: string): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const sent = request(server.url + path, { agent }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            ms: performance.now() - began,
            body,
            retryAfter: answer.headers['retry-after'],
          }),
        );
      });
      sent.on('error', reject);
      sent.end();
    });
  /** All at once, over connections that are open already. */
  const rush = async (): Promise<readonly Outcome[]> => {
    const agent = new Agent({ keepAlive: true, maxFreeSockets: CALLS });
    await Promise.all(Array.from({ length: CALLS }, () => call(agent, '/healthz')));
    const outcomes = await Promise.all(Array.from({ length: CALLS }, () => call(agent, '/v1/work')));
    expect((await call(agent, '/healthz')).status).toBe(200);
    expect((await call(agent, '/v1/work')).status).toBe(200);
    agent.destroy();
    return outcomes;
  };

  it('C-11 fault 25 are refused with 503 and Retry-After, and those that are taken are answered soon', async () => {
    server = await open();
    const outcomes = await rush();
    const answered = outcomes.filter(({ status }) => status === 200);
    const shed = outcomes.filter(({ status }) => status === 503);
    expect(answered.length + shed.length).toBe(CALLS);
    expect(answered.length).toBeGreaterThanOrEqual(16);
    expect(shed.length).toBeGreaterThan(CALLS / 2);
    for (const { body, retryAfter } of shed) {
      expect(retryAfter).toBe('2');
      expect(Problem.parse(JSON.parse(body))).toMatchObject({ status: 503, code: 'http.unavailable' });
    }
    expect(Math.max(...answered.map(({ ms }) => ms))).toBeLessThan(ALL_MS / 2);
  });

  it('C-11 fault 25 keep everybody waiting when a sabotaged server takes them all', async () => {
    process.env['SIYU_SABOTAGE'] = 'never-shed';
    server = await open();
    const outcomes = await rush();
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 200));
    expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeGreaterThan(ALL_MS / 2);
  });
});
