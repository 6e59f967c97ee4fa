import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { fileFault, ScoreFault } from './score-fault.ts';

const BUFFERED_CHARS = 1 << 16;

/** A file that appears whole or not at all: written beside its place, synced and renamed at the end. */
export class TextFile {
  private readonly pending: string[] = [];
  private pendingChars = 0;

  private constructor(
    private readonly path: string,
    private readonly temporary: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(path: string): Promise<TextFile> {
    const existing = await stat(path).catch(() => null);
    if (existing !== null && !existing.isFile()) {
      throw new ScoreFault(`cannot write ${path}: it exists and is no ordinary file`);
    }
    const temporary = `${path}.${process.pid}.tmp`;
    try {
      return new TextFile(path, temporary, await open(temporary, 'w'));
    } catch (error) {
      throw fileFault('write', path, error);
    }
  }

  async write(text: string): Promise<void> {
    this.pending.push(text);
    this.pendingChars += text.length;
    if (this.pendingChars >= BUFFERED_CHARS) await this.flush();
  }

  async publish(): Promise<void> {
    try {
      await this.flush();
      await this.handle.sync();
      await this.handle.close();
      await rename(this.temporary, this.path);
    } catch (error) {
      throw error instanceof ScoreFault ? error : fileFault('write', this.path, error);
    }
  }

  /** Takes the unfinished file away; harmless after `publish`. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.temporary, { force: true });
  }

  private async flush(): Promise<void> {
    try {
      await this.handle.writeFile(this.pending.join(''));
    } catch (error) {
      throw fileFault('write', this.path, error);
    }
    this.pending.length = 0;
    this.pendingChars = 0;
  }
}
