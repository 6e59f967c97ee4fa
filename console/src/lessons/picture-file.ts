import { POSTER_BYTES_MAX, POSTER_PIXELS_MAX, POSTER_TYPES } from '@siyu/shared/contracts/content.limits';

/** A picture as the file has it, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const MB = 1_048_576;

/**
 * What is wrong with a file before it is sent; null when it may go.
 * @example checkPictureFile({ type: 'image/gif', size: 10 }) // => '请选择 PNG、JPEG 或 WebP 图片。'
 */
export function checkPictureFile({ type, size }: Pick<File, 'type' | 'size'>): string | null {
  if (!POSTER_TYPES.some((each) => each === type)) return '请选择 PNG、JPEG 或 WebP 图片。';
  if (size === 0) return '这个文件是空的，请重新选择。';
  if (size > POSTER_BYTES_MAX)
    return `图片有 ${(size / MB).toFixed(1)} MB，超过了 ${POSTER_BYTES_MAX / MB} MB 的上限，请压缩后再选。`;
  return null;
}

/** What is wrong with the size of a picture; null when a phone can show it. */
export function checkPictureSize({ width, height }: PictureSize): string | null {
  return Math.max(width, height) > POSTER_PIXELS_MAX
    ? `图片是 ${width} × ${height}，每边最多 ${POSTER_PIXELS_MAX} 像素，请缩小后再选。`
    : null;
}

/** Null for a file that no browser can read as a picture. */
export async function measurePicture(file: File): Promise<PictureSize | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return null;
  }
}
