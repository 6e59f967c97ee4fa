import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { expect, it } from '@jest/globals';
import { createTestApp } from '../../testing/index.ts';
import { Jobs } from './index.ts';

const seen: boolean[] = [];

/** A module that takes its time to make ready what its job needs. */
@Injectable()
class Slow implements OnModuleInit, OnApplicationBootstrap {
  private isReady = false;
  constructor(private readonly jobs: Jobs) {}
  onModuleInit(): void {
    this.jobs.every('spec-slow', 3_600_000, async () => void seen.push(this.isReady));
  }
  async onApplicationBootstrap(): Promise<void> {
    await sleep(150);
    this.isReady = true;
  }
}
@Module({ providers: [Slow] })
class SlowModule {}

it('D-04 no job runs before every module is ready, so that a first start shows no failures', async () => {
  const app = await createTestApp({ engine: 'sqlite', modules: [SlowModule] });
  try {
    await app.app.get(Jobs).idle();
    const until = performance.now() + 5_000;
    while (seen.length === 0 && performance.now() < until) await sleep(10);
    expect(seen).toEqual([true]);
  } finally {
    await app.close();
  }
});
