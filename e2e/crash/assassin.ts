import { setTimeout as sleep } from 'node:timers/promises';
import { engagementRoutes } from '@siyu/shared/contracts/engagement.routes';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { MariaDb } from '../../tools/mariadb.ts';
import { until, type MemberClient, type Whole } from '../harness/index.ts';
import type { Kill, Victim } from './plan-kills.ts';

/** Promised: ready again so soon after the database is back. */
export const READY_MS_MAX = 5_000;

/** What a kill met, and what came after it. */
export interface Strike {
  readonly victim: Victim;
  /** Requests without an answer, and transactions that had locked or written rows, a moment before it. */
  readonly unanswered: number;
  readonly openTransactions: number;
  /** From the database taking connections again to the server being ready; null while the database stayed. */
  readonly readyMs: number | null;
  /** What was promised for the time in between and did not happen. */
  readonly faults: readonly string[];
}

export interface AssassinParts {
  readonly whole: Whole;
  readonly database: MariaDb;
  /** Asks what must be refused while the database is away. */
  readonly witness: MemberClient;
  readonly inFlight: () => number;
}

/** Kills the server, its database or both with SIGKILL, starts them again and watches. */
export class Assassin {
  readonly #parts: AssassinParts;

  constructor(parts: AssassinParts) {
    this.#parts = parts;
  }

  async strike({ victim, delayMs, awayMs }: Kill): Promise<Strike> {
    const { whole, database, inFlight } = this.#parts;
    const spy = await createConnection(database.url);
    // The spy's end is the database's.
    spy.on('error', () => undefined);
    await sleep(delayMs);
    const openTransactions = await countOpen(spy);
    const unanswered = inFlight();
    const met = { victim, unanswered, openTransactions };
    if (victim === 'server') {
      await whole.killServer();
      await spy.end();
      await whole.restartServer();
      return { ...met, readyMs: null, faults: [] };
    }
    await Promise.all([database.kill(), victim === 'both' ? whole.killServer() : null]);
    spy.destroy();
    const faults = victim === 'both' ? [] : await this.#refusals();
    await sleep(awayMs);
    await database.start();
    const back = performance.now();
    if (victim === 'both') await whole.restartServer();
    else await this.#untilReady();
    const readyMs = Math.round(performance.now() - back);
    if (victim === 'database' && readyMs > READY_MS_MAX) faults.push(`ready after ${readyMs} ms only`);
    return { ...met, readyMs, faults };
  }

  async #untilReady(): Promise<void> {
    const ask = async (): Promise<boolean> => {
      const answer = await fetch(`${this.#parts.whole.url}/readyz`).catch(() => null);
      await answer?.arrayBuffer();
      return answer?.status === 200;
    };
    await until('the server ready again', ask, 60_000);
  }

  /** Reading and writing must be refused in words that a phone understands, and the process must not be called ready. */
  async #refusals(): Promise<string[]> {
    const { whole, witness } = this.#parts;
    const headers = {
      authorization: `Bearer ${witness.session.token}`,
      'content-type': 'application/json',
    };
    const answers = await Promise.all([
      fetch(whole.url + identityRoutes.listConsents.path, { headers }),
      fetch(whole.url + engagementRoutes.recordEvents.path, {
        method: 'POST',
        headers,
        body: '{"events":[]}',
      }),
      fetch(`${whole.url}/readyz`),
    ]);
    const shown = await Promise.all(
      answers.map(async (answer) => {
        await answer.arrayBuffer();
        const type = answer.headers.get('content-type')?.split(';')[0] ?? 'nothing';
        return `${answer.status} ${type} ${answer.headers.get('retry-after') ?? '-'}`;
      }),
    );
    const problem = '503 application/problem+json 2';
    const wanted = [problem, problem, '503 application/json -'];
    return shown.flatMap((each, at) =>
      each === wanted[at] ? [] : [`answer ${at} without a database: ${each}, not ${wanted[at]}`],
    );
  }
}

/** Transactions of this moment that hold locks or have written. */
async function countOpen(spy: Connection): Promise<number> {
  const [rows] = await spy.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS open FROM information_schema.innodb_trx WHERE trx_rows_locked > 0 OR trx_rows_modified > 0',
  );
  return Number(rows[0]?.['open']);
}
