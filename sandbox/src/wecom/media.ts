import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import { WecomRefusal } from './refusal.ts';

export type MediaType = 'image' | 'voice' | 'video' | 'file';

export interface Media {
  readonly mediaId: string;
  readonly type: MediaType;
  readonly name: string;
  readonly bytes: Buffer;
  readonly createdAt: number;
}

/** Uploads are temporary: three days, for the whole firm. */
export const MEDIA_LIFE_MS = 3 * 86_400_000;
const MB = 1024 * 1024;
const MAX_BYTES: Readonly<Record<MediaType, number>> = {
  image: 10 * MB,
  voice: 2 * MB,
  video: 10 * MB,
  file: 20 * MB,
};
/** A file must have more than five bytes. */
const MIN_BYTES = 6;
export const UPLOAD_LIMIT = 21 * MB;

/** The temporary material of the firm. */
export class MediaShelf {
  private readonly shelf = new Map<string, Media>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  put(type: MediaType, name: string, bytes: Buffer): Media {
    if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES[type]) throw new WecomRefusal(40006);
    const media = { mediaId: `3${hex(this.randomness, 20)}`, type, name, bytes, createdAt: this.clock.now() };
    this.shelf.set(media.mediaId, media);
    return media;
  }

  /** Something uploaded within three days; of the wanted kind when one is named. */
  get(mediaId: string, type?: MediaType): Media {
    const media = this.shelf.get(mediaId);
    if (media === undefined || this.clock.now() - media.createdAt > MEDIA_LIFE_MS)
      throw new WecomRefusal(40007);
    if (type !== undefined && media.type !== type) throw new WecomRefusal(40007, `not of type ${type}`);
    return media;
  }
}

/** The file of a multipart form: the first part that has a file name. */
export function readForm(
  raw: Buffer,
  contentType: string,
): { readonly name: string; readonly bytes: Buffer } {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new WecomRefusal(41005);
  const mark = Buffer.from(`--${boundary}`);
  for (let at = raw.indexOf(mark); at !== -1;) {
    const next = raw.indexOf(mark, at + mark.length);
    if (next === -1) break;
    const part = raw.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    const name = /filename="([^"]*)"/i.exec(part.toString('utf8', 0, Math.max(split, 0)))?.[1];
    if (split !== -1 && name !== undefined) return { name, bytes: part.subarray(split + 4) };
    at = next;
  }
  throw new WecomRefusal(41005);
}
