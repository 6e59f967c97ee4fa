import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type OpenOptions, UNFINISHED_RESTORE } from '../database/index.ts';
import { storedFilePath } from '../files/index.ts';
import { type BackupFoot, type BackupHead, FORMAT_VERSION, type TableCount } from './backup-lines.ts';
import { BackupRefused } from './backup-refused.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { syncFile } from './sync-file.ts';
import { TableTally } from './table-tally.ts';

/** Bytes of an upload per line; a multiple of three, so that base64 needs no padding within a file. */
const PART_BYTES = 192 * 1024;
/** Lines travel in lumps of about this many characters. */
const LUMP = 64 * 1024;

export interface BackupOptions {
  readonly at: OpenOptions['at'];
  /** Where the uploads are. */
  readonly dataDir: string;
  readonly target: string;
  readonly hasFiles: boolean;
  /** Epoch milliseconds, written into the head. */
  readonly now: number;
  readonly onTable?: (count: TableCount) => void;
}

export interface WrittenBackup {
  readonly head: BackupHead;
  readonly foot: BackupFoot;
  /** Of the file as it lies on the disk. */
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes everything a database and its uploads hold into one file, as of one moment, with no more memory than a
 * few hundred rows. The file has its name only once it is whole and on the disk, and is readable by its owner only.
 * @throws {BackupRefused} when the target is there already, or an upload that the database names is not.
 * @throws {DatabaseMissing}
 */
export async function writeBackup(options: BackupOptions): Promise<WrittenBackup> {
  const { target } = options;
  if (existsSync(target)) throw new BackupRefused(`${target} is there already: name another file.`);
  if (!existsSync(dirname(target))) throw new BackupRefused(`There is no folder ${dirname(target)}.`);
  const snapshot = await openSnapshot(options.at);
  const partial = `${target}.part`;
  try {
    if (snapshot.shapes.some(({ table }) => table === UNFINISHED_RESTORE))
      throw new BackupRefused('This database is only half restored: there is nothing to back up yet.');
    const lines = new BackupLines(snapshot, options);
    const hash = createHash('sha256');
    const meter = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(
      Readable.from(lumpsOf(lines.all()), { objectMode: true, highWaterMark: 4 }),
      createGzip(),
      meter,
      createWriteStream(partial, { mode: 0o600, flags: 'w' }),
    );
    await syncFile(partial);
    await rename(partial, target);
    const { size } = await stat(target);
    return { ...lines.written(), bytes: size, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await snapshot.close();
  }
}

/** Makes the lines and remembers what it has counted. */
class BackupLines {
  readonly #hash = createHash('sha256');
  readonly #snapshot: Snapshot;
  readonly #options: BackupOptions;
  readonly #tables: TableCount[] = [];
  readonly #uploads = new Map<string, number>();
  readonly #head: BackupHead;
  #foot: BackupFoot | null = null;

  constructor(snapshot: Snapshot, options: BackupOptions) {
    this.#snapshot = snapshot;
    this.#options = options;
    this.#head = {
      siyuBackup: FORMAT_VERSION,
      madeAt: new Date(options.now).toISOString(),
      engine: snapshot.engine,
      migrations: [...snapshot.migrations],
      hasFiles: options.hasFiles,
    };
  }

  async *all(): AsyncGenerator<string> {
    for await (const line of this.#body()) {
      this.#hash.update(line).update('\n');
      yield line;
    }
    const uploads = this.#options.hasFiles ? [...this.#uploads.values()] : [];
    this.#foot = {
      complete: true,
      tables: this.#tables,
      files: uploads.length,
      fileBytes: uploads.reduce((sum, bytes) => sum + bytes, 0),
      sha256: this.#hash.digest('hex'),
    };
    yield JSON.stringify(this.#foot);
  }

  written(): { head: BackupHead; foot: BackupFoot } {
    if (this.#foot === null) throw new Error('the lines have not come to their end');
    return { head: this.#head, foot: this.#foot };
  }

  async *#body(): AsyncGenerator<string> {
    yield JSON.stringify(this.#head);
    for (const shape of this.#snapshot.shapes) {
      yield JSON.stringify(shape);
      const tally = new TableTally();
      const sha256At = shape.table === 'files' ? columnOf(shape, 'sha256') : null;
      const bytesAt = shape.table === 'files' ? columnOf(shape, 'bytes') : null;
      for await (const row of this.#snapshot.rowsOf(shape)) {
        if (sha256At !== null && bytesAt !== null)
          this.#uploads.set(String(row[sha256At]), Number(row[bytesAt]));
        const line = JSON.stringify(row);
        tally.add(line);
        yield line;
      }
      const count = tally.end(shape.table);
      this.#tables.push(count);
      this.#options.onTable?.(count);
      yield JSON.stringify(count);
    }
    if (this.#options.hasFiles)
      for (const [sha256, bytes] of this.#uploads) yield* this.#upload(sha256, bytes);
  }

  async *#upload(sha256: string, bytes: number): AsyncGenerator<string> {
    const path = storedFilePath(this.#options.dataDir, sha256);
    if (!existsSync(path))
      throw new BackupRefused(
        `The upload ${sha256} is not in ${this.#options.dataDir}: is SIYU_DATA_DIR that of the server? Nothing was written (--without-files leaves uploads out).`,
      );
    yield JSON.stringify({ file: sha256, bytes });
    const hash = createHash('sha256');
    let rest = Buffer.alloc(0);
    const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: PART_BYTES });
    for await (const chunk of chunks) {
      hash.update(chunk);
      rest = Buffer.concat([rest, chunk]);
      while (rest.byteLength >= PART_BYTES) {
        yield JSON.stringify({ part: rest.subarray(0, PART_BYTES).toString('base64') });
        rest = rest.subarray(PART_BYTES);
      }
    }
    if (rest.byteLength > 0) yield JSON.stringify({ part: rest.toString('base64') });
    if (hash.digest('hex') !== sha256)
      throw new BackupRefused(`The upload at ${path} is not what was uploaded: its hash differs.`);
    yield JSON.stringify({ endFile: sha256 });
  }
}

function columnOf({ columns }: Snapshot['shapes'][number], name: string): number | null {
  const index = columns.findIndex((column) => column.name === name);
  return index < 0 ? null : index;
}

/** Many lines are handed on at once: a stream item per row would cost more than the row. */
async function* lumpsOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let lump = '';
  for await (const line of lines) {
    lump += `${line}\n`;
    if (lump.length < LUMP) continue;
    yield lump;
    lump = '';
  }
  yield lump;
}
