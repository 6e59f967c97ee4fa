import { spawn } from 'node:child_process';
import { once as onceEmitted } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, describeOnEngines, describeOnMariaDb } from '../../testing/index.ts';
import { Job } from '../jobs/job.entity.ts';
import { DatabaseInUse, isDuplicate, type Transaction } from './index.ts';
import { lockForWriting } from './process-lock.ts';

type Opened = Awaited<ReturnType<typeof createTestDatabase>>;

const blank = { owner: null, leaseUntil: 0, fence: 0, progress: null, isCancelled: false };
async function insert(tx: Transaction, name: string): Promise<void> {
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(Job)
    .values({ ...blank, name })
    .updateEntity(false)
    .execute();
}
const add = (tx: Transaction, name: string) =>
  tx.manager
    .createQueryBuilder()
    .update(Job)
    .set({ fence: () => 'fence + 1' })
    .where({ name })
    .execute();

describeOnEngines((engine) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await createTestDatabase(engine);
  });
  afterAll(() => opened.close());

  it('A-05 a rollback of A leaves B and C, acknowledged meanwhile, in place', async () => {
    const { database } = opened;
    let failA: (error: Error) => void = () => undefined;
    const gate = new Promise<never>((_, reject) => {
      failA = reject;
    });
    const a = database.runInTransaction(async (tx) => {
      await insert(tx, 'lost-a');
      await gate;
    });
    // On SQLite B and C wait for A; on MariaDB they commit beside it. Either way they are acknowledged and stay.
    const b = database.runInTransaction((tx) => insert(tx, 'kept-b'));
    const c = database.runInTransaction((tx) => insert(tx, 'kept-c'));
    setTimeout(() => failA(new Error('A fails')), 30);
    await expect(a).rejects.toThrow('A fails');
    await Promise.all([b, c]);
    const names = (await database.read.find(Job)).map(({ name }) => name).sort();
    expect(names).toEqual(['kept-b', 'kept-c']);
  });

  it('A-05 readers outside see committed rows only', async () => {
    const { database } = opened;
    await database.runInTransaction(async (tx) => {
      await insert(tx, 'unseen');
      expect(await database.read.countBy(Job, { name: 'unseen' })).toBe(0);
    });
    expect(await database.read.countBy(Job, { name: 'unseen' })).toBe(1);
  });

  it('A-05 the reading door cannot write', async () => {
    await expect(opened.database.read.query("DELETE FROM jobs WHERE name = 'unseen'")).rejects.toThrow();
    expect(await opened.database.read.countBy(Job, { name: 'unseen' })).toBe(1);
  });

  it('A-05 300 increments in 300 transactions lose none', async () => {
    const { database } = opened;
    await database.runInTransaction((tx) => insert(tx, 'counter'));
    await Promise.all(
      Array.from({ length: 300 }, () => database.runInTransaction((tx) => add(tx, 'counter'))),
    );
    expect((await database.read.findOneByOrFail(Job, { name: 'counter' })).fence).toBe(300);
  });

  it('tells afterCommit callbacks of a commit, never of a rollback', async () => {
    const { database } = opened;
    const told: string[] = [];
    await database.runInTransaction(async (tx) => tx.afterCommit(() => told.push('commit')));
    const failing = database.runInTransaction(async (tx) => {
      tx.afterCommit(() => told.push('rollback'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(told).toEqual(['commit']);
  });

  it('refuses a handle whose transaction has ended, and a transaction inside another', async () => {
    const { database } = opened;
    const ended = await database.runInTransaction(async (tx) => tx);
    expect(() => ended.manager).toThrow('ended');
    const nested = database.runInTransaction(() => database.runInTransaction(async () => 1));
    await expect(nested).rejects.toThrow('inside a transaction');
  });

  it('knows a duplicate from other failures, and compares texts byte by byte', async () => {
    const { database } = opened;
    await database.runInTransaction((tx) => insert(tx, 'Case'));
    const same = await database.runInTransaction((tx) => insert(tx, 'Case')).catch((error: unknown) => error);
    expect(isDuplicate(same)).toBe(true);
    await database.runInTransaction((tx) => insert(tx, 'case'));
    expect(await database.read.countBy(Job, { name: 'CASE' })).toBe(0);
  });

  it('keeps the types of columns: whole numbers, truth values, objects and null', async () => {
    const { database } = opened;
    const row = { ...blank, name: 'typed', leaseUntil: 1_795_000_000_123, isCancelled: true };
    await database.runInTransaction(async ({ manager }) => {
      const values = { ...row, progress: { 行: [1, '二', null] } };
      await manager.createQueryBuilder().insert().into(Job).values(values).updateEntity(false).execute();
    });
    expect(await database.read.findOneByOrFail(Job, { name: 'typed' })).toMatchObject({
      leaseUntil: 1_795_000_000_123,
      isCancelled: true,
      progress: { 行: [1, '二', null] },
      finishedAt: null,
    });
  });
});

describeOnMariaDb(() => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await createTestDatabase('mysql');
    await opened.database.runInTransaction(async (tx) => {
      await insert(tx, 'x');
      await insert(tx, 'y');
    });
  });
  afterAll(() => opened.close());

  it('A-05 fault 16 a real deadlock (1213) is retried until both transactions are in', async () => {
    const { database } = opened;
    let attempts = 0;
    const cross = (first: string, second: string) =>
      database.runInTransaction(async (tx) => {
        attempts += 1;
        await add(tx, first);
        await new Promise((resolve) => setTimeout(resolve, 40));
        await add(tx, second);
      });
    await Promise.all([cross('x', 'y'), cross('y', 'x')]);
    expect(attempts).toBeGreaterThan(2);
    expect((await database.read.findOneByOrFail(Job, { name: 'x' })).fence).toBe(2);
    expect((await database.read.findOneByOrFail(Job, { name: 'y' })).fence).toBe(2);
  });

  it('A-05 fault 16 a real snapshot conflict (1020) or lock wait (1205) is retried', async () => {
    const { database } = opened;
    await database.runInTransaction((tx) => insert(tx, 'snapshot'));
    let attempts = 0;
    await database.runInTransaction(async (tx) => {
      attempts += 1;
      await tx.manager.query('SET SESSION innodb_lock_wait_timeout = 1');
      const { fence } = await tx.manager.findOneByOrFail(Job, { name: 'snapshot' });
      // Somebody else commits between our read and our write.
      if (attempts === 1) await elsewhere(opened, (tx2) => add(tx2, 'snapshot'));
      await tx.manager
        .createQueryBuilder()
        .update(Job)
        .set({ fence: fence + 1 })
        .where({ name: 'snapshot' })
        .execute();
    });
    expect(attempts).toBe(2);
    expect((await database.read.findOneByOrFail(Job, { name: 'snapshot' })).fence).toBe(2);
  });

  it('A-05 fault 16 a real lock wait (1205) is retried', async () => {
    const { database } = opened;
    await database.runInTransaction((tx) => insert(tx, 'waited'));
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let holds: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      holds = resolve;
    });
    const holder = database.runInTransaction(async (tx) => {
      await add(tx, 'waited');
      holds();
      await gate;
    });
    // Who comes first would have nothing to wait for.
    await held;
    let attempts = 0;
    const waiter = database.runInTransaction(async (tx) => {
      attempts += 1;
      if (attempts === 2) release();
      await tx.manager.query('SET SESSION innodb_lock_wait_timeout = 1');
      await add(tx, 'waited');
    });
    await Promise.all([holder, waiter]);
    expect(attempts).toBe(2);
    expect((await database.read.findOneByOrFail(Job, { name: 'waited' })).fence).toBe(2);
  });

  it('A-05 fault 16 64 clients on one row lose no increment', async () => {
    const { database } = opened;
    await database.runInTransaction((tx) => insert(tx, 'busy'));
    const client = async () => {
      for (let round = 0; round < 5; round += 1) await database.runInTransaction((tx) => add(tx, 'busy'));
    };
    await Promise.all(Array.from({ length: 64 }, client));
    expect((await database.read.findOneByOrFail(Job, { name: 'busy' })).fence).toBe(320);
  });
});

/** A transaction of another client, outside the one that is open here. */
function elsewhere(opened: Opened, work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    opened.outside(() => opened.database.runInTransaction(work).then(() => resolve(), reject));
  });
}

describe('one writing process per SQLite file', () => {
  let opened: Opened;
  const holder = fileURLToPath(new URL('./hold-lock.fixture.mjs', import.meta.url));
  beforeAll(async () => {
    opened = await createTestDatabase('sqlite');
  });
  afterAll(() => opened.close());

  it('A-05 a second writer of the same file is refused with one sentence', () => {
    const file = join(opened.place.dataDir, 'siyu.sqlite');
    expect(() => lockForWriting(file)).toThrow(DatabaseInUse);
    expect(() => lockForWriting(file)).toThrow(/^Another process is already writing .+ stop it first, .+\.$/);
  });

  it('A-05 a second process is refused, and kill -9 of the first frees the file', async () => {
    const file = join(opened.place.dataDir, 'other.sqlite');
    const child = spawn(process.execPath, [holder, `${file}.lock`], { stdio: ['ignore', 'pipe', 'inherit'] });
    await onceEmitted(child.stdout, 'data');
    expect(() => lockForWriting(file)).toThrow(DatabaseInUse);
    child.kill('SIGKILL');
    await onceEmitted(child, 'exit');
    lockForWriting(file).release();
  });
});
