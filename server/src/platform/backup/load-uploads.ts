import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { storedFilePath } from '../files/index.ts';
import type { BackupLine } from './backup-lines.ts';

/** Puts uploads back under their hashes; a file has its name only once it is whole and on the disk. */
export class UploadLoader {
  readonly #dataDir: string;
  #open: { readonly path: string; readonly partial: string; readonly handle: FileHandle } | null = null;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  async take(line: BackupLine): Promise<void> {
    if (line.kind === 'file') {
      const path = storedFilePath(this.#dataDir, line.sha256);
      await mkdir(dirname(path), { recursive: true });
      const partial = `${path}.part`;
      this.#open = { path, partial, handle: await open(partial, 'w') };
    } else if (line.kind === 'part') {
      await this.#open?.handle.write(line.bytes);
    } else if (line.kind === 'endFile' && this.#open !== null) {
      const { path, partial, handle } = this.#open;
      await handle.sync();
      await handle.close();
      await rename(partial, path);
      this.#open = null;
    }
  }

  /** Leaves no half file behind. */
  async close(): Promise<void> {
    if (this.#open === null) return;
    await this.#open.handle.close();
    await rm(this.#open.partial, { force: true });
    this.#open = null;
  }
}
