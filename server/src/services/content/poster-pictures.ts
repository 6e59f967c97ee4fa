import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { ContentDraft } from '@siyu/shared/contracts/content';
import { POSTER_BYTES_MAX, POSTER_TYPES } from '@siyu/shared/contracts/content.limits';
import { Files, plainPicture, type StoreOptions } from '../../platform/files/index.ts';
import { pictureMissing, pictureNotFound, pictureUnreadable } from './content.errors.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';

const STORED = {
  purpose: 'IMAGE',
  grade: 'L1',
  maxBytes: POSTER_BYTES_MAX,
  types: POSTER_TYPES,
} as const satisfies StoreOptions;

/**
 * Pictures of posters. Staff make them and another of the staff looks at each before it goes out; WeChat's check of
 * pictures is for what members send, and asks for the openid of the sender.
 */
@Injectable()
export class PosterPictures {
  constructor(
    private readonly files: Files,
    private readonly catalogue: LessonCatalogue,
  ) {}

  /**
   * Takes a picture in without what its maker wrote beside it. @returns its id
   * @throws {AppError} content.picture_unreadable, files.too_large, files.type_refused
   */
  async take(stream: AsyncIterable<Uint8Array>): Promise<string> {
    const picture = plainPicture(await collect(stream));
    if (picture === null) throw pictureUnreadable();
    return (await this.files.store(null, Readable.from([picture]), STORED)).fileId;
  }

  /** @throws {AppError} content.picture_missing for a poster without the picture that it names */
  async requireOf(draft: ContentDraft): Promise<void> {
    if (draft.kind === 'poster' && !(await this.#isThere(draft.picture.pictureId))) throw pictureMissing();
  }

  /** Any picture, for staff. @throws {AppError} content.picture_not_found */
  async open(pictureId: string): Promise<StreamableFile> {
    if (!(await this.#isThere(pictureId))) throw pictureNotFound();
    return this.#stream(pictureId);
  }

  /** The picture of a poster that members are shown now. @throws {AppError} content.picture_not_found */
  async openPublished(pictureId: string): Promise<StreamableFile> {
    const shown = await this.catalogue.shownContents(false);
    if (!shown.some((content) => content.kind === 'poster' && content.picture.pictureId === pictureId))
      throw pictureNotFound();
    return this.#stream(pictureId);
  }

  #isThere(pictureId: string): Promise<boolean> {
    return this.files.isKept(pictureId, STORED.purpose);
  }

  async #stream(pictureId: string): Promise<StreamableFile> {
    const { stream, bytes, type } = await this.files.open(pictureId);
    return new StreamableFile(stream, { type, length: bytes, disposition: 'inline' });
  }
}

/** All bytes of a small file; of one too large so many that it is seen to be. */
async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part);
    size += part.length;
    if (size > POSTER_BYTES_MAX) break;
  }
  return Buffer.concat(parts);
}
