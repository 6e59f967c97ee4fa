import { createCipheriv } from 'node:crypto';
import type { MiniProgram } from '../mini-programs.ts';
import type { World } from '../world.ts';

export interface EncryptedData {
  readonly encryptedData: string;
  readonly iv: string;
}

/**
 * What the phone hands to a mini-program for its server: the payload under the session_key in force, with the
 * watermark of app and time. Null when the person has no session.
 */
export function encryptForApp(
  world: World,
  app: MiniProgram,
  openid: string,
  payload: object,
): EncryptedData | null {
  const sessionKey = world.codes.currentKey(app.appId, openid);
  if (sessionKey === null) return null;
  const watermark = { timestamp: Math.floor(world.clock.now() / 1000), appid: app.appId };
  const iv = Buffer.from(world.randomness.bytes(16));
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv);
  const encrypted = Buffer.concat([
    cipher.update(JSON.stringify({ ...payload, watermark }), 'utf8'),
    cipher.final(),
  ]);
  return { encryptedData: encrypted.toString('base64'), iv: iv.toString('base64') };
}
