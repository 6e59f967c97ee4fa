import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../../platform/config/index.ts';

const Line = z.object({
  closingId: z.uuid(),
  /** Public ids: numbers of a database that was put back can belong to somebody else by then. */
  memberIds: z.array(z.uuid()).min(1),
  textVersion: z.string(),
});
export type JournalledClosing = z.infer<typeof Line>;

/**
 * Who closed the account, written beside the database as well: a database that is put back from an older backup knows
 * nothing of it. It names nobody; without the members' rows its ids lead nowhere.
 */
@Injectable()
export class ClosingJournal {
  readonly #path: string;

  constructor(private readonly config: Config) {
    this.#path = join(config.dataDir, 'closings.jsonl');
  }

  /** On the disk when it returns. */
  async note(closings: readonly JournalledClosing[]): Promise<void> {
    if (closings.length === 0) return;
    await mkdir(this.config.dataDir, { recursive: true });
    const file = await open(this.#path, 'a', 0o600);
    try {
      // A line that a crash cut off must not swallow the next one.
      await file.appendFile(closings.map((closing) => `\n${JSON.stringify(closing)}`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Each once; a line that was cut off is left out, since its closing still stands in the database it came from. */
  async read(): Promise<readonly JournalledClosing[]> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const found = text.split('\n').flatMap((line) => {
      const read = Line.safeParse(parse(line));
      return read.success ? [[read.data.closingId, read.data] as const] : [];
    });
    return [...new Map(found).values()];
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
