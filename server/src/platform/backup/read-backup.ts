import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import {
  type BackupFoot,
  type BackupHead,
  type BackupLine,
  parseLine,
  type TableCount,
  type TableShape,
} from './backup-lines.ts';
import { BackupRefused } from './backup-refused.ts';
import { TableTally } from './table-tally.ts';

export interface CheckedBackup {
  readonly head: BackupHead;
  readonly shapes: readonly TableShape[];
  readonly foot: BackupFoot;
}

/** The longest line there can be: a row whose every text is full, or a part of an upload. */
const LINE_CHARACTERS_MAX = 16 * 1024 * 1024;

/**
 * The lines of a backup, one by one. Nothing is checked but each line's own shape: check the file as a whole first.
 * @throws {BackupRefused} when the file is absent, no gzip or cut off.
 */
export async function* linesOfBackup(file: string): AsyncGenerator<BackupLine> {
  let lineNo = 0;
  for await (const text of textLines(file)) {
    lineNo += 1;
    yield parseLine(text, lineNo);
  }
}

async function* textLines(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const gunzip: AsyncIterable<Buffer> = pipeline(createReadStream(file), createGunzip(), () => undefined);
  try {
    for await (const chunk of gunzip) {
      const texts = (rest + decoder.write(chunk)).split('\n');
      rest = texts.pop() ?? '';
      if (rest.length > LINE_CHARACTERS_MAX)
        throw new BackupRefused('This is no backup: a line of it never ends.');
      yield* texts;
    }
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new BackupRefused(`The file is damaged, or no backup at all (${why}).`);
  }
  if (rest + decoder.end() !== '') throw new BackupRefused('The file ends in the middle of a line.');
}

/**
 * Reads a backup from its first to its last byte and recomputes every count and hash.
 * @throws {BackupRefused} naming the first thing that is wrong.
 */
export async function checkBackup(file: string): Promise<CheckedBackup> {
  const checker = new BackupChecker();
  let lineNo = 0;
  for await (const text of textLines(file)) {
    lineNo += 1;
    checker.take(text, parseLine(text, lineNo));
  }
  return checker.verdict();
}

/** Follows the lines and refuses the first that does not belong where it stands. */
class BackupChecker {
  readonly #hash = createHash('sha256');
  readonly #shapes: TableShape[] = [];
  readonly #ends: TableCount[] = [];
  #head: BackupHead | null = null;
  #foot: BackupFoot | null = null;
  #table: { readonly shape: TableShape; readonly tally: TableTally } | null = null;
  #upload: {
    readonly sha256: string;
    readonly bytes: number;
    seen: number;
    hash: ReturnType<typeof createHash>;
  } | null = null;
  #files = 0;
  #fileBytes = 0;

  take(text: string, line: BackupLine): void {
    if (this.#foot !== null) throw new BackupRefused('The file goes on after its end.');
    if ((this.#head === null) !== (line.kind === 'head'))
      throw new BackupRefused('The file does not begin the way a backup does.');
    if (line.kind === 'foot') {
      this.#close(line.foot);
      return;
    }
    this.#hash.update(text).update('\n');
    switch (line.kind) {
      case 'head':
        this.#head = line.head;
        return;
      case 'table':
        this.#inside(this.#table === null && this.#upload === null);
        this.#shapes.push(line.shape);
        this.#table = { shape: line.shape, tally: new TableTally() };
        return;
      case 'row':
        this.#inside(this.#table?.shape.columns.length === line.row.length);
        this.#table?.tally.add(text);
        return;
      case 'end':
        this.#endTable(line.end);
        return;
      case 'file':
        this.#inside(this.#table === null && this.#upload === null);
        this.#upload = { ...line, seen: 0, hash: createHash('sha256') };
        return;
      case 'part':
        this.#inside(this.#upload !== null);
        if (this.#upload === null) return;
        this.#upload.hash.update(line.bytes);
        this.#upload.seen += line.bytes.byteLength;
        return;
      case 'endFile':
        this.#endFile(line.sha256);
        return;
    }
  }

  verdict(): CheckedBackup {
    if (this.#head === null || this.#foot === null)
      throw new BackupRefused('The file is cut off: it has no end.');
    return { head: this.#head, shapes: this.#shapes, foot: this.#foot };
  }

  #inside(isInPlace: boolean): void {
    if (!isInPlace) throw new BackupRefused('The lines of the file are out of order: it is damaged.');
  }

  #endTable(end: TableCount): void {
    const counted = this.#table?.tally.end(this.#table.shape.table);
    if (counted === undefined || !isSameCount(counted, end))
      throw new BackupRefused(`The table ${end.end} is not what was written: its count or hash differs.`);
    this.#ends.push(end);
    this.#table = null;
  }

  #endFile(sha256: string): void {
    const upload = this.#upload;
    if (
      upload === null ||
      upload.sha256 !== sha256 ||
      upload.seen !== upload.bytes ||
      upload.hash.digest('hex') !== sha256
    )
      throw new BackupRefused(`The upload ${sha256} is not what was written: its size or hash differs.`);
    this.#files += 1;
    this.#fileBytes += upload.bytes;
    this.#upload = null;
  }

  #close(foot: BackupFoot): void {
    this.#inside(this.#table === null && this.#upload === null);
    const isComplete =
      foot.sha256 === this.#hash.digest('hex') &&
      foot.files === this.#files &&
      foot.fileBytes === this.#fileBytes &&
      foot.tables.length === this.#ends.length &&
      foot.tables.every((end, index) => isSameCount(end, this.#ends[index]));
    if (!isComplete) throw new BackupRefused('The end of the file does not fit what stands before it.');
    this.#foot = foot;
  }
}

export function isSameCount(one: TableCount, other: TableCount | undefined): boolean {
  return one.end === other?.end && one.rows === other.rows && one.sha256 === other.sha256;
}
