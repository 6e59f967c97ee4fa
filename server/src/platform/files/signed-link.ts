import { createHmac, timingSafeEqual } from 'node:crypto';

export const LINK_MS = 5 * 60_000;

/** Signature of a link to one file until one moment. */
export function signLink(key: Uint8Array, fileId: string, expiresAt: number): string {
  return createHmac('sha256', key).update(`${fileId}.${expiresAt}`).digest('base64url');
}

/** Whether a link was made by us for this file and has not run out. */
export function isLinkValid(
  key: Uint8Array,
  link: { readonly fileId: string; readonly expiresAt: number; readonly signature: string },
  now: number,
): boolean {
  const expected = Buffer.from(signLink(key, link.fileId, link.expiresAt));
  const given = Buffer.from(link.signature);
  const isOurs = expected.byteLength === given.byteLength && timingSafeEqual(expected, given);
  return isOurs && now < link.expiresAt && link.expiresAt - now <= LINK_MS;
}
