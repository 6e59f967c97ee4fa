import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.ts';
import { Database, type Transaction } from '../database/index.ts';
import { Files } from '../files/index.ts';
import type { Lease } from '../jobs/index.ts';
import { ImportRecord, ImportReject } from './import.entity.ts';
import type { ImportKind, ImportLine, LineVerdict, Refusal } from './import-kind.ts';
import { ImportKinds } from './import-kinds.ts';
import { ImportEndings } from './import-endings.ts';
import { TOO_MANY_LINES, UNKNOWN_KIND } from './imports.errors.ts';
import { readChunk, type Chunk, type ChunkLine } from './read-chunk.ts';

/** A transaction stays under 4,000 row changes: a line may touch an account, a clock and a due row beside its own. */
const LINES_PER_CHUNK = 500;
/** A kept line is for people to recognise. */
const TEXT_MAX = 2_000;

interface Tally {
  readonly recorded: number;
  readonly waiting: number;
  readonly duplicates: number;
  readonly rejects: readonly ImportReject[];
}

/** Moves one import on by one step, each in a transaction that also notes how far it got. */
@Injectable()
export class ImportSteps {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly kinds: ImportKinds,
    private readonly endings: ImportEndings,
  ) {}

  async step(row: ImportRecord, lease: Lease): Promise<void> {
    const kind = this.kinds.find(row.kind);
    if (kind === null) return this.endings.fail(row, UNKNOWN_KIND, lease);
    if (row.failureCode !== null) return this.endings.end(row, 'FAILED', lease);
    if (row.isCancelWanted) return this.endings.end(row, 'CANCELLED', lease);
    if (row.bytesDone >= row.bytesTotal) return this.endings.end(row, 'DONE', lease);
    const { stream } = await this.files.open(row.fileId, row.bytesDone);
    const linesMax = kind.wholeLinesMax === null ? LINES_PER_CHUNK : kind.wholeLinesMax + 1;
    const chunk = await readChunk(stream, row.header, row.linesDone, linesMax);
    const isWhole = row.linesDone === 1 && chunk.isLast && chunk.lines.length < linesMax;
    if (kind.wholeLinesMax !== null && !isWhole) return this.endings.fail(row, TOO_MANY_LINES, lease);
    await this.take(row, kind, chunk, lease);
  }

  private async take(row: ImportRecord, kind: ImportKind, chunk: Chunk, lease: Lease): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const good = chunk.lines.flatMap(({ content }) => (isLine(content) ? [content] : []));
      const verdicts = good.length === 0 ? [] : await kind.record(tx, good, row);
      if (verdicts.length !== good.length) throw new Error(`${kind.name} left lines without verdict`);
      const tally = tallyOf(row.importId, chunk.lines, new Map(good.map((line, at) => [line, verdicts[at]])));
      await insertRejects(tx, tally.rejects);
      await this.moveOn(tx, row, chunk, tally);
      // Whoever has lost the lease writes nothing of all this.
      await lease.assertHeld(tx);
    });
  }

  private async moveOn(tx: Transaction, row: ImportRecord, chunk: Chunk, tally: Tally): Promise<void> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(ImportRecord)
      .set({
        state: 'RUNNING',
        startedAt: row.startedAt ?? this.clock.now(),
        bytesDone: chunk.isLast ? row.bytesTotal : row.bytesDone + chunk.bytes,
        linesDone: row.linesDone + chunk.linesRead,
        recorded: row.recorded + tally.recorded,
        waiting: row.waiting + tally.waiting,
        duplicates: row.duplicates + tally.duplicates,
        rejected: row.rejected + tally.rejects.length,
        reasons: addReasons(row.reasons, tally.rejects),
        attempts: 0,
      })
      .where({ importId: row.importId, bytesDone: row.bytesDone })
      .execute();
    if (affected === 0) throw new Error('the import was moved on by somebody else');
  }
}

function isLine(content: ImportLine | Refusal): content is ImportLine {
  return 'cells' in content;
}

function tallyOf(
  importId: string,
  lines: readonly ChunkLine[],
  verdicts: ReadonlyMap<ImportLine, LineVerdict | undefined>,
): Tally {
  let [recorded, waiting, duplicates] = [0, 0, 0];
  const rejects: ImportReject[] = [];
  for (const { number, text, content } of lines) {
    const verdict = isLine(content) ? verdicts.get(content) : content;
    if (verdict?.verdict === 'recorded') {
      recorded += 1;
      if (verdict.isWaiting === true) waiting += 1;
    } else if (verdict?.verdict === 'duplicate') duplicates += 1;
    else if (verdict !== undefined) {
      const { code, details = {} } = verdict;
      rejects.push({ importId, line: number, code, details, text: text.slice(0, TEXT_MAX) });
    }
  }
  return { recorded, waiting, duplicates, rejects };
}

function addReasons(
  reasons: Readonly<Record<string, number>>,
  rejects: readonly ImportReject[],
): Readonly<Record<string, number>> {
  const sums = new Map(Object.entries(reasons));
  for (const { code } of rejects) sums.set(code, (sums.get(code) ?? 0) + 1);
  return Object.fromEntries(sums);
}

async function insertRejects(tx: Transaction, rejects: readonly ImportReject[]): Promise<void> {
  if (rejects.length === 0) return;
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(ImportReject)
    .values([...rejects])
    .updateEntity(false)
    .execute();
}
