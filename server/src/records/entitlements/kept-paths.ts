import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { KeptPath } from './entitlement.entity.ts';

type OnChange = (tx: Transaction) => Promise<void>;

/** Which paths are only for those who hold them: for as long as anything keeps them so. */
@Injectable()
export class KeptPaths {
  readonly #handlers: OnChange[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whoever shows paths hears of a change inside its transaction. Registered in `onModuleInit`. */
  onChange(handler: OnChange): void {
    this.#handlers.push(handler);
  }

  async list(): Promise<ReadonlySet<string>> {
    return new Set((await this.database.read.find(KeptPath)).map(({ pathCode }) => pathCode));
  }

  /** From now on, for as long as it is not let go under the same id. */
  async keep(tx: Transaction, pathCode: string, keeperId: string): Promise<void> {
    await insertRows(tx, KeptPath, [{ pathCode, keeperId, keptAt: this.clock.now() }]);
    await this.#tell(tx);
  }

  async letGo(tx: Transaction, pathCode: string, keeperId: string): Promise<void> {
    await tx.manager.delete(KeptPath, { pathCode, keeperId });
    await this.#tell(tx);
  }

  async #tell(tx: Transaction): Promise<void> {
    for (const handler of this.#handlers) await handler(tx);
  }
}
