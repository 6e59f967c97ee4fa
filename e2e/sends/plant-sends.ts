import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Whole } from '../harness/index.ts';

export interface PlantedSend {
  readonly businessKey: string;
  readonly state: 'PLANNED' | 'SENDING';
  /** Absent: nothing to send. */
  readonly message?: { readonly openid: string; readonly templateId: string; readonly data: object };
}

const COLUMNS =
  'send_id, channel, business_key, state, message, match_key, planned_at, next_at, attempts, fence, sending_at';

/**
 * Puts messages into the queue as a module would plan them. They are sealed here a second time, apart from the
 * server's code: what the server cannot open was not sealed as its page on security says.
 */
export async function plantSends(whole: Whole, sends: readonly PlantedSend[]): Promise<void> {
  const view = await whole.openDatabase();
  const [secret] = await view.query("SELECT value FROM secrets WHERE name = 'platform-contents'");
  await view.close();
  const key = Buffer.from(String(secret?.['value']), 'hex');
  const now = Date.now();
  const values = sends.map(({ businessKey, state, message }): (string | number | null)[] => {
    const sendId = randomUUID();
    const isUnderWay = state === 'SENDING';
    const sealed = message === undefined ? null : seal(sendId, message, key);
    return [
      sendId,
      'wechat.subscribe',
      businessKey,
      state,
      sealed,
      message === undefined ? null : matchKeyOf(message),
      now,
      now,
      isUnderWay ? 1 : 0,
      isUnderWay ? 0 : null,
      isUnderWay ? now : null,
    ];
  });
  const marks = values.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
  const sql = `INSERT INTO platform_sends (${COLUMNS}) VALUES ${marks}`;
  await writeBeside(whole, sql, values.flat());
}

/** A statement beside the server's own code. */
export async function writeBeside(
  whole: Whole,
  sql: string,
  values: readonly (string | number | null)[],
): Promise<void> {
  const url = whole.environment['DATABASE_URL'];
  if (url === undefined) return writeSqlite(whole.dataDir, sql, values);
  const connection = await createConnection(url);
  await connection.query(sql, [...values]);
  await connection.end();
}

const matchKeyOf = ({ openid, templateId }: { openid: string; templateId: string }): string =>
  createHash('sha256')
    .update(JSON.stringify([openid, templateId]))
    .digest('hex');

/** As when ten seconds have passed since a process was killed: its leases are over. */
export const endLeases = (whole: Whole): Promise<void> =>
  writeBeside(whole, 'UPDATE jobs SET lease_until = ?', [0]);

function seal(sendId: string, message: object, key: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(sendId, 'utf8'));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(message), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

interface Sqlite {
  exec(sql: string): void;
  prepare(sql: string): { run(...parameters: readonly (string | number | null)[]): void };
  close(): void;
}

function writeSqlite(dataDir: string, sql: string, values: readonly (string | number | null)[]): void {
  const name = readdirSync(dataDir).find((each) => /[.](sqlite|sqlite3|db)$/.test(each)) ?? '';
  const Driver = createRequire(import.meta.url)('libsql') as new (path: string) => Sqlite;
  const database = new Driver(join(dataDir, name));
  database.exec('PRAGMA busy_timeout = 10000');
  database.prepare(sql).run(...values);
  database.close();
}
