import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Randomness } from '../clock/index.ts';
import { AppError } from '../http/index.ts';
import { Files, type StoreOptions } from './files.service.ts';
import { plainPicture } from './plain-picture.ts';
import type { ReceivedFile } from './receive-file.ts';

/** Pictures that somebody sends, each of which may be deleted again without looking at any other. */
@Injectable()
export class Pictures {
  constructor(
    private readonly files: Files,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Takes a picture in without what its maker wrote beside it; `Files.keep` gives it an id.
   * @param refuse what to throw when the bytes are no whole picture
   * @throws {AppError} `files.too_large`, `files.type_refused`, or what `refuse` makes.
   */
  async receive(
    stream: AsyncIterable<Uint8Array>,
    options: StoreOptions,
    refuse: () => AppError,
  ): Promise<ReceivedFile> {
    const picture = plainPicture(await readWhole(stream, options.maxBytes));
    if (picture === null) throw refuse();
    // Behind the end, where no reader of a picture looks: equal pictures stay two files, so that deleting one never
    // takes the bytes of the other.
    const mark = Buffer.from(`\n${this.randomness.uuid()}`);
    const marked = Readable.from([Buffer.concat([picture, mark])]);
    return this.files.receive(marked, { ...options, maxBytes: options.maxBytes + mark.length });
  }
}

async function readWhole(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new AppError('files.too_large', 413, { maxBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
