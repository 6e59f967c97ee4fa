import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { createTestApp } from '../../testing/index.ts';
import { Jobs } from './index.ts';

it('C-11 fault 21 a process that ends waits for no work that is never done', async () => {
  const server = await createTestApp({ engine: 'sqlite' });
  let chunks = 0;
  let hasSeenEnd = false;
  server.app.get(Jobs).every('endless', 10, async (lease) => {
    while (!(await lease.isCancelled())) {
      chunks += 1;
      await pause(5);
    }
    hasSeenEnd = lease.isEnding();
  });
  while (chunks < 3) await pause(5);
  await server.close();
  expect(hasSeenEnd).toBe(true);
  const done = chunks;
  await pause(50);
  expect(chunks).toBe(done);
});
