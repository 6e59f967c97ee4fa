import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.ts';

/**
 * Files that are written piece by piece before they are stored. Whoever writes notes in the database how many bytes
 * count: what a killed process wrote beyond them is cut off by the next append.
 */
@Injectable()
export class FileDrafts {
  readonly #folder: string;

  constructor({ dataDir }: Config) {
    this.#folder = join(dataDir, 'drafts');
  }

  /** Writes at a place and cuts off whatever stood behind it. @returns where the next piece begins */
  async append(name: string, at: number, text: string): Promise<number> {
    await mkdir(this.#folder, { recursive: true });
    const file = await open(join(this.#folder, name), at === 0 ? 'w' : 'r+');
    try {
      const bytes = Buffer.from(text, 'utf8');
      await file.truncate(at);
      await file.write(bytes, 0, bytes.byteLength, at);
      await file.sync();
      return at + bytes.byteLength;
    } finally {
      await file.close();
    }
  }

  open(name: string): ReadStream {
    return createReadStream(join(this.#folder, name));
  }

  /** Deletes every draft whose name begins so; there need not be one. */
  async drop(beginning: string): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names)
      if (name.startsWith(beginning)) await rm(join(this.#folder, name), { force: true });
  }
}
