import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { ROOT } from './harness/index.ts';
import { Debian, readCodeBlocks, type CodeBlock } from './operations/index.ts';

const page = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
const blocks = readCodeBlocks(page);
const MARKS = /^(run|run background|hand|(file|append)=\/\S+)$/;

/** The one block that a test runs or writes and that holds these words. */
function blockWith(words: string): CodeBlock {
  const found = blocks.filter(({ mark, text }) => mark !== 'hand' && text.includes(words));
  if (found.length !== 1) throw new Error(`${found.length} blocks of docs/operations.md hold "${words}"`);
  return found[0]!;
}

const staff = blockWith('staff-create.js');
const settings = blockWith('NODE_ENV=production');
const server = blockWith('server/dist/main.js');
const ready = blockWith('/readyz');
const backup = blockWith('backup.js');
const rehearsal = blockWith('rehearsal');
const trial = blockWith('npm start');
const build = blockWith('npm run build -- server');
const score = blockWith('npm run score');
const generate = blockWith('demo:generate');
const makeDatabase = blockWith('CREATE DATABASE');
const databaseSettings = blockWith('DATABASE_ADMIN_URL=');
const RUN = [build, staff, server, ready, backup, rehearsal, trial, score, generate, makeDatabase];
const WRITTEN = [settings, databaseSettings];

describe('docs/operations.md', () => {
  let debian: Debian;
  beforeEach(async () => {
    debian = await Debian.make();
  });
  afterEach(() => debian.close());

  it('C-12 says of every command whether it is run here or typed by hand, and every block that is run has its test', () => {
    const unmarked = blocks.filter(({ language, mark }) => language !== '' && !MARKS.test(mark));
    expect(unmarked.map(({ line }) => `line ${line}`)).toEqual([]);
    const run = blocks.filter(({ mark }) => mark.startsWith('run'));
    expect(run.map(({ line }) => line).sort()).toEqual(RUN.map(({ line }) => line).sort());
    const written = blocks.filter(({ mark }) => /^(file|append)=/.test(mark));
    expect(written).toEqual(WRITTEN);
  });

  it('C-12 its commands by hand are whole shell, and name every file of deploy/ and no other', () => {
    const hand = blocks.filter(({ mark }) => mark === 'hand');
    for (const { text, line } of hand) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
      expect([line, status, stderr]).toEqual([line, 0, '']);
    }
    const named = new Set(hand.flatMap(({ text }) => text.match(/deploy\/[\w./-]+/g) ?? []));
    expect([...named].sort()).toEqual(filesOfDeploy());
  });

  it('C-12 makes the first logins, starts for real members, backs up beside the running server and rehearses the restore', async () => {
    await walkThrough(debian);
  }, 240_000);

  it('C-12 a trial starts beside another one', async () => {
    const port = Number(/ PORT=(\d+)|^PORT=(\d+)/.exec(debian.here(trial.text))?.[2]);
    const running = await debian.start(trial, port);
    await running.interrupt();
    await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow();
  }, 180_000);

  it('C-12 builds, scores a file and makes a demo firm of another size', async () => {
    await debian.run(build);
    writeFileSync(
      join(debian.folder, 'purchases.csv'),
      'customer_id,date,amount\nA,2026-11-01,60000\nB,2026-10-01,100\n',
    );
    await debian.run(score);
    expect(readFileSync(join(debian.folder, 'scores.csv'), 'utf8').trim().split('\n')).toHaveLength(3);
    expect(await debian.run(generate)).toMatch(/500/);
  }, 240_000);
});

/** The page from the first login to the rehearsal of a restore, on the database that the settings name. */
async function walkThrough(debian: Debian, more: readonly CodeBlock[] = []): Promise<void> {
  debian.write(settings);
  for (const block of more) debian.write(block);
  const made = await debian.run(staff);
  const password = /Password, shown this once: (\S+)/.exec(made)?.[1];
  expect(made).toContain('梁正 may sign in to the console as liang (compliance)');
  expect(made).not.toContain('a-password-of-your-own');

  const running = await debian.start(server);
  await debian.run(ready);
  for (const [loginName, secret] of [
    ['tang', password],
    ['liang', 'a-password-of-your-own'],
  ]) {
    const answer = await fetch(`http://127.0.0.1:${debian.port}${identityRoutes.openStaffSession.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://siyu.example' },
      body: JSON.stringify({ loginName, password: secret }),
    });
    expect([loginName, answer.status]).toEqual([loginName, 201]);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-.*Secure/);
  }

  const backedUp = await debian.run(backup);
  expect(backedUp).toMatch(/Backed up: \d+ rows of \d+ tables, 0 uploads/);
  expect(backedUp).toMatch(/Whole: \d+ tables/);
  expect(backedUp).toContain('Audit trail whole.');
  const restored = await debian.run(rehearsal);
  expect(restored).toMatch(/Restored: \d+ rows of \d+ tables, every count and hash compared/);
  expect(restored.match(/Audit trail whole[.]/g)).toHaveLength(2);
  const rowsOf = (said: string, table: string) =>
    new RegExp(`(\\d+)  [0-9a-f]{16}  ${table}\\n`).exec(said)?.[1];
  expect(rowsOf(restored, 'staff')).toBe('2');
  expect(rowsOf(restored, 'staff')).toBe(rowsOf(backedUp, 'staff'));
  await running.interrupt();
}

const mariadb = process.env['SIYU_TEST_MARIADB'];
const onMariaDb = mariadb === undefined && process.env['SIYU_REQUIRE_ALL'] !== '1' ? describe.skip : describe;
onMariaDb(
  `docs/operations.md on MariaDB${mariadb === undefined ? ': SIYU_TEST_MARIADB names no running MariaDB' : ''}`,
  () => {
    const root = new URL(mariadb ?? 'mysql://absent/');
    const asRoot = async (sql: string) => {
      const connection = await createConnection({ uri: root.href, multipleStatements: true });
      await connection.query(sql);
      await connection.end();
    };
    afterAll(() =>
      asRoot(
        "DROP DATABASE IF EXISTS siyu; DROP USER IF EXISTS siyu@'%'; DROP USER IF EXISTS siyu_admin@'%'",
      ),
    );

    it('C-12 makes database and logins, migrates with the one and works with the other, and what is backed up goes into SQLite too', async () => {
      const debian = await Debian.make(root.host);
      try {
        await asRoot(makeDatabase.text);
        await walkThrough(debian, [databaseSettings]);
        expect(existsSync(join(debian.folder, 'lib/siyu.sqlite'))).toBe(false);
      } finally {
        await debian.close();
      }
    }, 240_000);
  },
);

function filesOfDeploy(): string[] {
  const entries = readdirSync(join(ROOT, 'deploy'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}

const SYSTEMD_ANALYZE = '/usr/bin/systemd-analyze';
const NGINX = '/usr/sbin/nginx';
const whenThere = (path: string) =>
  existsSync(path) || process.env['SIYU_REQUIRE_ALL'] === '1' ? describe : describe.skip;
const absence = (path: string) => (existsSync(path) ? '' : `: ${path} is absent`);

whenThere(SYSTEMD_ANALYZE)(`the units of deploy/systemd${absence(SYSTEMD_ANALYZE)}`, () => {
  it.each(readdirSync(join(ROOT, 'deploy/systemd')))('C-12 passes systemd-analyze verify: %s', (name) => {
    const { status, stderr } = spawnSync(
      SYSTEMD_ANALYZE,
      ['verify', '--man=no', join(ROOT, 'deploy/systemd', name)],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});

whenThere(NGINX)(`the proxy of deploy/nginx${absence(NGINX)}`, () => {
  it('C-12 passes nginx -t', async () => {
    const debian = await Debian.make();
    try {
      const at = (name: string) => join(debian.folder, name);
      const made = spawnSync('openssl', [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=siyu.example'],
        ...['-keyout', at('privkey.pem'), '-out', at('fullchain.pem')],
      ]);
      expect(made.status).toBe(0);
      const site = readFileSync(join(ROOT, 'deploy/nginx/siyu.conf'), 'utf8')
        .replaceAll('/etc/letsencrypt/live/siyu.example', debian.folder)
        // Only root may listen below 1024, and another server may be there.
        .replaceAll(
          /listen (\[::\]:)?(80|443)/g,
          (_, v6: string | undefined, port: string) => `listen ${v6 ?? ''}18${port}`,
        );
      writeFileSync(
        at('nginx.conf'),
        `pid ${at('pid')};\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${site}\n}\n`,
      );
      const { status, stderr } = spawnSync(NGINX, ['-t', '-c', at('nginx.conf')], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')]);
    } finally {
      await debian.close();
    }
  });
});
