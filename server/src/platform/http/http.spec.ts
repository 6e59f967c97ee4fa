import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../testing/index.ts';

describe('the server', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await createTestApp({ engine: 'sqlite' });
  });
  afterAll(() => server.close());

  it('A-02 is ready when the migrations are in', async () => {
    const answer = await fetch(`${server.url}/readyz`);
    expect(await answer.json()).toEqual({ isReady: true, checks: { migrations: true } });
    expect(answer.status).toBe(200);
  });
});
