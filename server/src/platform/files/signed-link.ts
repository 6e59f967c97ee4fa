import { createHmac, timingSafeEqual } from 'node:crypto';

export const LINK_MS = 5 * 60_000;

/** What a signature covers. */
export interface Link {
  readonly fileId: string;
  readonly expiresAt: number;
  readonly name?: string | undefined;
}

/** Signature of a link to one file, under one name, until one moment. */
export function signLink(key: Uint8Array, { fileId, expiresAt, name }: Link): string {
  const text = `${fileId}.${expiresAt}${name === undefined ? '' : `.${name}`}`;
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Whether a link was made by us for this file and has not run out. */
export function isLinkValid(
  key: Uint8Array,
  link: Link & { readonly signature: string },
  now: number,
): boolean {
  const expected = Buffer.from(signLink(key, link));
  const given = Buffer.from(link.signature);
  const isOurs = expected.byteLength === given.byteLength && timingSafeEqual(expected, given);
  return isOurs && now < link.expiresAt && link.expiresAt - now <= LINK_MS;
}
