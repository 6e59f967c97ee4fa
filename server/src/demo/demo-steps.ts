import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.ts';
import { Database, type Transaction } from '../platform/database/index.ts';
import { DemoMark } from './demo-mark.entity.ts';

/** Steps that are done once, whatever kills the process between them and however many processes try. */
@Injectable()
export class DemoSteps {
  #isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async isDone(mark: string): Promise<boolean> {
    return (await this.database.read.findOneBy(DemoMark, { mark })) !== null;
  }

  stop(): void {
    this.#isStopped = true;
  }

  resume(): void {
    this.#isStopped = false;
  }

  /** Does the work and marks it done in one transaction; a step that is done is left alone. */
  async once(mark: string, work: (tx: Transaction) => Promise<void>): Promise<void> {
    if (await this.isDone(mark)) return;
    if (this.#isStopped) throw new Error(`stopped before ${mark}`);
    try {
      await this.database.runInTransaction(async (tx) => {
        await work(tx);
        await tx.manager
          .createQueryBuilder()
          .insert()
          .into(DemoMark)
          .values({ mark, doneAt: this.clock.now() })
          .updateEntity(false)
          .execute();
      });
    } catch (error) {
      // Another process may have been quicker; then its step stands and ours was rolled back.
      if (!(await this.isDone(mark))) throw error;
    }
  }
}
