import { createDecipheriv } from 'node:crypto';
import { z } from 'zod';

/** Data that is older than this was recorded and played again. */
const AGE_MAX_MS = 600_000;
const AHEAD_MAX_MS = 300_000;
const Watermarked = z.looseObject({ watermark: z.object({ appid: z.string(), timestamp: z.number() }) });

export interface OpenData {
  /** Base64, as WeChat sent it. */
  readonly sessionKey: string;
  readonly encryptedData: string;
  readonly iv: string;
}

/**
 * Opens what WeChat encrypted for us on the phone: a group's id, run data and the like.
 * @returns null when it was not encrypted under this key, is another app's, or is too old: the phone signs in anew
 */
export function decryptOpenData<Shape extends z.ZodType>(
  { sessionKey, encryptedData, iv }: OpenData,
  { appId, now }: { readonly appId: string; readonly now: number },
  shape: Shape,
): z.output<Shape> | null {
  const opened = Watermarked.safeParse(openJson(sessionKey, encryptedData, iv));
  if (!opened.success) return null;
  const { appid, timestamp } = opened.data.watermark;
  const ageMs = now - timestamp * 1_000;
  if (appid !== appId || ageMs > AGE_MAX_MS || ageMs < -AHEAD_MAX_MS) return null;
  const data = shape.safeParse(opened.data);
  return data.success ? data.data : null;
}

function openJson(sessionKey: string, encryptedData: string, iv: string): unknown {
  try {
    const decipher = createDecipheriv(
      'aes-128-cbc',
      Buffer.from(sessionKey, 'base64'),
      Buffer.from(iv, 'base64'),
    );
    const bytes = Buffer.concat([decipher.update(Buffer.from(encryptedData, 'base64')), decipher.final()]);
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // A wrong key, bad padding and garbage are one thing to whoever asked.
    return null;
  }
}
