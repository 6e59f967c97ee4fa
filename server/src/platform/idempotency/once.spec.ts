import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createTestDatabase, describeOnEngines } from '../../testing/index.ts';
import { Job } from '../jobs/job.entity.ts';
import { once } from './index.ts';

const Answer = z.object({ ticket: z.number() });
const principalId = '01900000-0000-7000-8000-000000000001';

describeOnEngines((engine) => {
  let opened: Awaited<ReturnType<typeof createTestDatabase>>;
  let effects = 0;
  const ask = (key: string, requestSha256: string) =>
    opened.database.runInTransaction((tx) =>
      once(tx, { principalId, key, requestSha256, now: 1 }, Answer, async () => {
        effects += 1;
        const name = `${key}-${effects}`;
        await tx.manager.insert(Job, { name, leaseUntil: 0, fence: 0, isCancelled: false });
        return { ticket: effects };
      }),
    );
  beforeAll(async () => {
    opened = await createTestDatabase(engine);
  });
  afterAll(() => opened.close());

  it('fault 14 one key, 50 concurrent requests: one effect, one answer', async () => {
    effects = 0;
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('same', 'hash')));
    expect(new Set(answers.map(({ ticket }) => ticket)).size).toBe(1);
    expect(await opened.database.read.count(Job)).toBe(1);
  });

  it('fault 15 one key, another body: 422 and no effect', async () => {
    const before = await opened.database.read.count(Job);
    await expect(ask('same', 'other')).rejects.toMatchObject({
      code: 'http.idempotency_key_reused',
      status: 422,
    });
    expect(await opened.database.read.count(Job)).toBe(before);
  });
});
