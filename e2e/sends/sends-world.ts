import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWhole, until, type Whole } from '../harness/index.ts';
import { Box, messageTo, PUSH } from './box.ts';
import { plantSends } from './plant-sends.ts';

const OPEN = ['PLANNED', 'SENDING'] as const;

/** A server that sends messages, the box as WeChat, and a folder in which a file ends the server at a point. */
export interface SendsWorld {
  readonly engine: 'sqlite' | 'mysql';
  readonly whole: Whole;
  readonly box: Box;
  readonly killsDir: string;
  /** State by business key. */
  states(): Promise<ReadonlyMap<string, string>>;
  countOf(...wanted: readonly string[]): Promise<number>;
  /** The persons allow one message more each, and it is planned. */
  plant(accounts: readonly string[]): Promise<void>;
  /** Until no message is planned or under way. */
  atRest(): Promise<void>;
  isAway(): Promise<boolean>;
  close(): Promise<void>;
}

export async function openSendsWorld(
  engine: SendsWorld['engine'],
  env: Readonly<Record<string, string>> = {},
): Promise<SendsWorld> {
  const killsDir = mkdtempSync(join(tmpdir(), 'siyu-kills-'));
  const whole = await startWhole({
    demo: 'none',
    engine,
    env: {
      NODE_ENV: 'test',
      SIYU_KILL_DIR: killsDir,
      PLATFORM_REST_MS: '200',
      LOGINS_PER_MINUTE: '100000',
      WECHAT_PUSH_TOKEN: PUSH.token,
      WECHAT_PUSH_AES_KEY: PUSH.encodingAesKey,
      ...env,
    },
  });
  const box = new Box(whole);
  await box.pushTo(whole.environment['WECHAT_APP_ID'] ?? '');
  const states: SendsWorld['states'] = async () => {
    const view = await whole.openDatabase();
    const rows = await view.query('SELECT business_key, state FROM platform_sends');
    await view.close();
    return new Map(rows.map((row) => [String(row['business_key']), String(row['state'])]));
  };
  const countOf: SendsWorld['countOf'] = async (...wanted) =>
    [...(await states()).values()].filter((state) => wanted.includes(state)).length;
  return {
    engine,
    whole,
    box,
    killsDir,
    states,
    countOf,
    plant: async (accounts) => {
      await box.accept(accounts);
      await plantSends(
        whole,
        accounts.map((account) => ({ businessKey: account, state: 'PLANNED', message: messageTo(account) })),
      );
    },
    atRest: async () => {
      const isDone = async () => (await countOf(...OPEN)) === 0;
      await until('no message is planned or under way', isDone, 60_000);
    },
    isAway: () =>
      fetch(`${whole.url}/healthz`).then(
        () => false,
        () => true,
      ),
    close: async () => {
      await whole.close();
      rmSync(killsDir, { recursive: true, force: true });
    },
  };
}
