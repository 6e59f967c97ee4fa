import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, describeOnEngines, TEST_NOW } from '../../testing/index.ts';
import { FixedClock } from '../clock/index.ts';
import { leaseOf, LeaseLost } from './lease.ts';
import { LeaseKeeper } from './lease-keeper.ts';

const LEASE_MS = 10_000;
const DAY = 86_400_000;

describeOnEngines((engine) => {
  let opened: Awaited<ReturnType<typeof createTestDatabase>>;
  const clock = new FixedClock(TEST_NOW);
  const keeper = (job: string, owner: string) =>
    new LeaseKeeper(opened.database, clock, job, owner, LEASE_MS);
  beforeAll(async () => {
    opened = await createTestDatabase(engine);
  });
  afterAll(() => opened.close());

  it('C-11 fault 12 a lease given by a clock three days ahead keeps a dead process from no work', async () => {
    clock.set(TEST_NOW + 3 * DAY);
    const dead = keeper('nightly', 'dead');
    const deadFence = await dead.hold();
    expect(deadFence).not.toBeNull();
    clock.set(TEST_NOW);
    const heir = keeper('nightly', 'heir');
    const fence = await heir.hold();
    expect(fence).toBe((deadFence ?? 0) + 1);
    // Should it live after all, the fence keeps it out.
    const old = leaseOf(opened.database, 'nightly', deadFence ?? 0);
    await expect(opened.database.runInTransaction((tx) => old.assertHeld(tx))).rejects.toThrow(LeaseLost);
    expect(await dead.hold()).toBeNull();
    expect(await heir.hold()).toBe(fence);
  });

  it('C-11 fault 12 a lease given by a clock that is right is taken from nobody', async () => {
    clock.set(TEST_NOW);
    const first = keeper('sealing', 'first');
    const fence = await first.hold();
    expect(await keeper('sealing', 'second').hold()).toBeNull();
    // Set back by an hour, its owner goes on and says the right time again.
    clock.set(TEST_NOW - 3_600_000);
    expect(await first.hold()).toBe(fence);
    expect(await keeper('sealing', 'second').hold()).toBeNull();
    clock.advance(LEASE_MS);
    expect(await keeper('sealing', 'second').hold()).toBe((fence ?? 0) + 1);
  });
});
