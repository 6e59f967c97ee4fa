import { readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as pause } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Audit, AuditModule, verifyAudit } from '../../foundation/audit/index.ts';
import { migrations } from '../../migrations/index.ts';
import {
  createEmptyPlace,
  createTestApp,
  createTestPlace,
  describeOnEngines,
  describeOnMariaDb,
  mariaDbUrl,
  TEST_NOW,
  type TestApp,
  type TestPlace,
} from '../../testing/index.ts';
import {
  databasePlace,
  type Engine,
  markRestoreUnfinished,
  openDatabase,
  readSnapshot,
  RestoreUnfinished,
} from '../database/index.ts';
import { Files, storedFilePath } from '../files/index.ts';
import { Jobs } from '../jobs/index.ts';
import { BackupRefused, checkBackup, restoreBackup, type WrittenBackup, writeBackup } from './index.ts';

const ENGINES: readonly Engine[] = mariaDbUrl === null ? ['sqlite'] : ['sqlite', 'mysql'];
/** Texts and numbers that something on the way might bend. */
const TRICKY = [
  ['plain', 'FUND-INDEX', 1_000_000, 0],
  ['换行\n与引号"和\\', 'ÄÖ', 9_007_199_254_740_991, -9_007_199_254_740_991],
  ['emoji 👩‍🚀 end', "'; --", 0, -1],
  ['trailing tab\t', 'A', 12, 34],
] as const;

describeOnEngines((engine) => {
  let server: TestApp;
  let file: string;
  let written: WrittenBackup;
  let sha256OfUpload: string;
  const places: TestPlace[] = [];
  const emptyPlace = async (wanted: Engine): Promise<TestPlace> => {
    const place = await createEmptyPlace(wanted);
    places.push(place);
    return place;
  };
  const backUp = (target: string, more: object = {}) =>
    writeBackup({
      at: databasePlace(server.config),
      dataDir: server.config.dataDir,
      target,
      hasFiles: true,
      now: TEST_NOW,
      ...more,
    });
  const restoreInto = (place: TestPlace, from = file) =>
    restoreBackup({ file: from, at: databasePlace(place), dataDir: place.dataDir, migrations });
  const insertFacts = (rows: readonly (readonly unknown[])[]) =>
    server.database.runInTransaction(({ manager }) =>
      manager.query(
        `INSERT INTO transaction_facts (account_no, issuer, source_id, kind, product_code, occurred_at, occurred_on, amount_fen, benefit_fen, currency, recorded_at, seq) VALUES ${rows.map(() => "(1, ?, ?, 'confirmed_purchase', ?, 1, 1, ?, ?, 'CNY', 1, 1)").join(', ')}`,
        rows.flat(),
      ),
    );

  beforeAll(async () => {
    server = await createTestApp({ engine, modules: [AuditModule] });
    await insertFacts(
      TRICKY.map(([source, product, amount, benefit]) => ['core', source, product, amount, benefit]),
    );
    for (const subjectId of ['a', 'b', 'c'])
      await server.database.runInTransaction((tx) =>
        server.app
          .get(Audit)
          .record(tx, { actor: 'system', action: 'spec.act', subjectKind: 'spec', subjectId }),
      );
    const jobs = server.app.get(Jobs);
    jobs.wake('seal-audit');
    await jobs.idle();
    const stored = await server.app
      .get(Files)
      .store(null, Readable.from([Buffer.from(`{"text":"${'学'.repeat(100_000)}"}`)]), {
        purpose: 'LESSON_SOURCE',
        grade: 'L1',
        maxBytes: 1_000_000,
        types: ['application/json'],
      });
    sha256OfUpload = stored.sha256;
    file = join(server.config.dataDir, 'first.siyu.gz');
    written = await backUp(file);
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await Promise.all(places.map((place) => place.release()));
  });

  it.each(ENGINES)(
    'C-12 fault 26 is put back into an empty place of either engine with every count and hash, and the trail is whole (%s)',
    async (target) => {
      const place = await emptyPlace(target);
      const restored = await restoreInto(place);
      expect(restored.added).toEqual([]);
      const verdict = await readSnapshot(databasePlace(place), verifyAudit);
      expect(verdict).toMatchObject({ firstBreak: null, rows: 3, unsealedRows: 0 });
      const again = await writeBackup({
        at: databasePlace(place),
        dataDir: place.dataDir,
        target: join(place.dataDir, 'again.siyu.gz'),
        hasFiles: true,
        now: TEST_NOW,
      });
      expect(again.foot.tables).toEqual(written.foot.tables);
      expect(again.foot.tables.find(({ end }) => end === 'transaction_facts')?.rows).toBe(TRICKY.length);
      const upload = (dataDir: string) => readFile(storedFilePath(dataDir, sha256OfUpload));
      expect((await upload(place.dataDir)).equals(await upload(server.config.dataDir))).toBe(true);
    },
    60_000,
  );

  it('C-12 stays as it was at one moment while the server goes on writing', async () => {
    const pair = async (index: number) =>
      server.database.runInTransaction(async ({ manager }) => {
        // Two tables that are equal at every commit: the first and the last one that a backup reads.
        for (const table of ['audit_pending_rows', 'secrets'])
          await manager.query(
            table === 'secrets'
              ? 'INSERT INTO secrets (name, value, made_at) VALUES (?, ?, 1)'
              : 'INSERT INTO audit_pending_rows (row_id) VALUES (?)',
            table === 'secrets' ? [`pair-${index}`, 'x'] : [`pair-${index}`],
          );
      });
    await pair(0);
    let isDone = false;
    let pairs = 1;
    const target = join(server.config.dataDir, 'moving.siyu.gz');
    const writer = (async () => {
      while (!isDone) {
        await pair(pairs);
        pairs += 1;
        // SQLite answers at once: without a pause nothing else of this process would ever run.
        await pause();
      }
    })();
    await backUp(target, { onTable: () => undefined });
    isDone = true;
    await writer;
    const text = gunzipSync(await readFile(target)).toString();
    const names = [...text.matchAll(/\["pair-(\d+)"\]/g)].length;
    const secrets = [...text.matchAll(/1,"pair-(\d+)","x"/g)].length;
    expect(secrets).toBe(names);
    expect(names).toBeGreaterThan(0);
    expect(pairs).toBeGreaterThan(names);
    await server.database.runInTransaction(async ({ manager }) => {
      await manager.query(`DELETE FROM audit_pending_rows WHERE row_id LIKE 'pair-%'`);
      await manager.query(`DELETE FROM secrets WHERE name LIKE 'pair-%'`);
    });
  });

  it('C-12 refuses a place that holds a database, and leaves it as it is', async () => {
    const at = databasePlace(server.config);
    const restoring = restoreBackup({ file, at, dataDir: server.config.dataDir, migrations });
    await expect(restoring).rejects.toThrow(engine === 'sqlite' ? 'already writing' : 'has tables already');
    expect(await readSnapshot(at, verifyAudit)).toMatchObject({ firstBreak: null, rows: 3 });
  });

  it('C-12 writes nothing over a file that is there, and nothing when an upload is missing', async () => {
    await expect(backUp(file)).rejects.toThrow('is there already');
    const target = join(server.config.dataDir, 'third.siyu.gz');
    await expect(backUp(target, { dataDir: '/nowhere' })).rejects.toThrow(
      'is SIYU_DATA_DIR that of the server?',
    );
    expect([existsSync(target), existsSync(`${target}.part`)]).toEqual([false, false]);
    const without = await backUp(target, { dataDir: '/nowhere', hasFiles: false });
    expect(without.foot.files).toBe(0);
    await rm(target);
  });
});

describeOnMariaDb(() => {
  it('C-12 a half restored database is started by no server, backed up by no command and restored into by none', async () => {
    const source = await createTestApp({ engine: 'sqlite' });
    const file = join(source.config.dataDir, 'whole.siyu.gz');
    const { dataDir } = source.config;
    await writeBackup({
      at: databasePlace(source.config),
      dataDir,
      target: file,
      hasFiles: true,
      now: TEST_NOW,
    });
    const place = await createTestPlace('mysql');
    const database = await openDatabase({ at: databasePlace(place), migrations, jitter: () => 0 });
    await markRestoreUnfinished(database);
    await database.close();
    await expect(createTestApp({ engine: 'mysql', place })).rejects.toThrow(RestoreUnfinished);
    const at = databasePlace(place);
    const target = join(dataDir, 'half.siyu.gz');
    await expect(writeBackup({ at, dataDir, target, hasFiles: true, now: TEST_NOW })).rejects.toThrow(
      'half restored',
    );
    await expect(restoreBackup({ file, at, dataDir, migrations })).rejects.toThrow('did not finish');
    await source.close();
    await place.release();
  }, 60_000);
});

describe('a backup that was altered', () => {
  let place: TestPlace;
  let lines: string[];
  const altered = async (change: (lines: string[]) => string[]) => {
    const file = join(place.dataDir, 'altered.siyu.gz');
    await writeFile(file, gzipSync(change([...lines]).join('\n')));
    return file;
  };
  beforeAll(async () => {
    const server = await createTestApp({ engine: 'sqlite', modules: [AuditModule] });
    place = await createEmptyPlace('sqlite');
    await server.database.runInTransaction((tx) =>
      server.app.get(Audit).record(tx, { actor: 'system', action: 'a', subjectKind: 's', subjectId: 'x' }),
    );
    const target = join(place.dataDir, 'whole.siyu.gz');
    const at = databasePlace(server.config);
    await writeBackup({ at, dataDir: server.config.dataDir, target, hasFiles: true, now: TEST_NOW });
    lines = gunzipSync(await readFile(target))
      .toString()
      .split('\n');
    await server.close();
  }, 60_000);
  afterAll(() => place.release());

  const ways: readonly (readonly [string, (lines: string[]) => string[], string])[] = [
    ['a changed row', (all) => all.map((line) => line.replace('"system"', '"member"')), 'audit_rows'],
    ['a lost row', (all) => all.filter((line) => !line.includes('"system"')), 'audit_rows'],
    ['a lost end', (all) => [...all.slice(0, -2), ''], 'cut off'],
    ['half a line', (all) => all.slice(0, -1), 'ends in the middle'],
    ['a lost table', (all) => withoutTable(all, 'branches'), 'does not fit'],
    ['a changed head', (all) => [(all[0] ?? '').replace('sqlite', 'mysql'), ...all.slice(1)], 'does not fit'],
    ['another beginning', (all) => all.slice(1), 'does not begin'],
    ['a newer format', (all) => [(all[0] ?? '').replace(':1,', ':2,'), ...all.slice(1)], 'format 1'],
  ];
  it.each(ways)('C-12 fault 26 is refused before anything is touched: %s', async (_, change, sentence) => {
    const file = await altered(change);
    const empty = await createEmptyPlace('sqlite');
    const at = databasePlace(empty);
    const restoring = restoreBackup({ file, at, dataDir: empty.dataDir, migrations });
    await expect(restoring).rejects.toThrow(BackupRefused);
    await expect(restoreBackup({ file, at, dataDir: empty.dataDir, migrations })).rejects.toThrow(sentence);
    expect('file' in at && existsSync(at.file)).toBe(false);
    await empty.release();
  });

  it('C-12 is refused when the bytes themselves are damaged, or when it is no backup', async () => {
    const file = await altered((all) => all);
    expect((await checkBackup(file)).foot.tables.length).toBeGreaterThan(20);
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length - 20));
    await expect(checkBackup(file)).rejects.toThrow('damaged');
    await writeFile(file, 'hello');
    await expect(checkBackup(file)).rejects.toThrow('damaged, or no backup at all');
  });

  it('C-12 of a newer program is refused, naming the migration that is not known here', async () => {
    const file = join(place.dataDir, 'whole.siyu.gz');
    const empty = await createEmptyPlace('sqlite');
    const older = migrations.slice(0, -1);
    const at = databasePlace(empty);
    const restoring = restoreBackup({ file, at, dataDir: empty.dataDir, migrations: older });
    const Newest = migrations.at(-1) ?? Object;
    const { name } = new Newest() as { name: string };
    await expect(restoring).rejects.toThrow(`newer program (it knows the migration ${name})`);
    await empty.release();
  });
});

function withoutTable(lines: readonly string[], table: string): string[] {
  const from = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
  const to = lines.findIndex((line) => line.startsWith(`{"end":"${table}"`));
  return [...lines.slice(0, from), ...lines.slice(to + 1)];
}
