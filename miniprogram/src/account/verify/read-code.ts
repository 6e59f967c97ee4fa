import jsQR from 'jsqr';

/** Larger photographs are made smaller: a code that needs more pixels than this is not readable for people either. */
const SIDE_MAX = 1_600;

/**
 * The text of a QR code in a picture; null when none is found. For a browser only: WeChat's own scanner takes pictures
 * of the album too, and only WeChat reads the round codes of mini-programs.
 * @param url of a picture that the person has picked
 */
export async function readCode(url: string): Promise<string | null> {
  const picture = document.createElement('img');
  picture.src = url;
  await picture.decode();
  const scale = Math.min(1, SIDE_MAX / Math.max(picture.naturalWidth, picture.naturalHeight));
  const width = Math.max(1, Math.round(picture.naturalWidth * scale));
  const height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(picture, 0, 0, width, height);
  return jsQR(context.getImageData(0, 0, width, height).data, width, height)?.data ?? null;
}
