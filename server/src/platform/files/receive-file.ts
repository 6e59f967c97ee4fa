import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../http/index.ts';
import { sniffType } from './sniff-type.ts';

const HEAD_BYTES = 4_100;

export interface ReceivedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
}

/** Where the bytes with this hash are; two letters per folder keep folders small. */
export function placeOf(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

/**
 * Streams bytes to disk under their SHA-256. They are synced before the name appears, so a file that has its name
 * is whole; a refused one leaves nothing.
 * @throws {AppError} `files.too_large`, `files.empty` or `files.type_refused`.
 */
export async function receiveFile(
  stream: AsyncIterable<Uint8Array>,
  limits: { readonly maxBytes: number; readonly types: readonly string[] },
  place: { readonly folder: string; readonly temporaryName: string },
): Promise<ReceivedFile> {
  await mkdir(place.folder, { recursive: true });
  const temporary = join(place.folder, `${place.temporaryName}.part`);
  const file = await open(temporary, 'wx');
  try {
    const hash = createHash('sha256');
    let head = new Uint8Array(0);
    let bytes = 0;
    for await (const chunk of stream) {
      bytes += chunk.byteLength;
      if (bytes > limits.maxBytes) throw new AppError('files.too_large', 413, { maxBytes: limits.maxBytes });
      if (head.byteLength < HEAD_BYTES)
        head = new Uint8Array(Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES));
      hash.update(chunk);
      await file.write(chunk);
    }
    if (bytes === 0) throw new AppError('files.empty', 400);
    const type = await sniffType(head);
    if (!limits.types.includes(type)) throw new AppError('files.type_refused', 415, { type });
    await file.sync();
    await file.close();
    const sha256 = hash.digest('hex');
    const final = placeOf(place.folder, sha256);
    await mkdir(join(place.folder, sha256.slice(0, 2)), { recursive: true });
    await rename(temporary, final);
    return { sha256, bytes, type };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}
