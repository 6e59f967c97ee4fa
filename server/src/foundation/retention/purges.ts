import { Injectable } from '@nestjs/common';
import type { RetentionLineCode } from '@siyu/shared/contracts/retention.limits';
import type { Transaction } from '../../platform/database/index.ts';
import { retentionLine } from './retention-table.ts';

/** What one step deleted. */
export interface PurgedStep {
  readonly removed: number;
  /** Up to this instant nothing of it is left; null: nothing is left at all. */
  readonly through: number | null;
}

/** How the rows of a line are deleted; registered by the module whose rows they are. */
export interface Purge {
  readonly line: RetentionLineCode;
  /**
   * Deletes some of what was recorded from `from` on and before `before`, in one statement and not more than a
   * transaction should hold.
   */
  step(tx: Transaction, from: number, before: number): Promise<PurgedStep>;
}

/** A purge with the time that the table gives its rows. */
export interface DuePurge {
  readonly purge: Purge;
  readonly keptMonths: number;
}

/** A purge was written for something that is not the retention job's to delete. */
export class PurgeRefused extends Error {
  constructor(code: RetentionLineCode) {
    const { end, keptMonths } = retentionLine(code);
    super(`nothing of "${code}" is purged: ${end}${keptMonths === null ? '' : `, ${keptMonths} months`}`);
    this.name = 'PurgeRefused';
  }
}

/** The purges of the house; modules register theirs in `onModuleInit`. */
@Injectable()
export class Purges {
  readonly #purges = new Map<RetentionLineCode, DuePurge>();

  /** @throws {PurgeRefused} for a line that the law keeps, or that ends in another way: the server does not start */
  register(purge: Purge): void {
    const { end, keptMonths } = retentionLine(purge.line);
    if (end !== 'PURGE' || keptMonths === null) throw new PurgeRefused(purge.line);
    if (this.#purges.has(purge.line)) throw new Error(`the purge of ${purge.line} is registered twice`);
    this.#purges.set(purge.line, { purge, keptMonths });
  }

  list(): readonly DuePurge[] {
    return [...this.#purges.values()];
  }
}
