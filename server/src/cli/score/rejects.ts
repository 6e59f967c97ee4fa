import { rm } from 'node:fs/promises';
import { csvField } from '../../platform/csv/index.ts';
import type { Line } from './read-lines.ts';
import { fileFault } from './score-fault.ts';
import { TextFile } from './text-file.ts';

/** Where the rejects of an output go: `scores.csv` → `scores.rejects.csv`, beside it. */
export function rejectsPathOf(output: string): string {
  return `${output.replace(/\.csv$/i, '')}.rejects.csv`;
}

/** The file of lines that could not be scored. It exists only when there are any; a stale one is removed. */
export class Rejects {
  count = 0;
  private file: TextFile | null = null;

  constructor(private readonly path: string) {}

  async add(line: Line, reason: string): Promise<void> {
    this.file ??= await this.open();
    this.count += 1;
    await this.file.write(`${line.number},${csvField(reason)},${csvField(line.text)}\n`);
  }

  async publish(): Promise<void> {
    if (this.file !== null) return this.file.publish();
    await rm(this.path, { force: true }).catch((error: unknown) => {
      throw fileFault('write', this.path, error);
    });
  }

  async discard(): Promise<void> {
    await this.file?.discard();
  }

  private async open(): Promise<TextFile> {
    const file = await TextFile.create(this.path);
    await file.write('line,reason,text\n');
    return file;
  }
}
