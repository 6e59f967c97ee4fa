import { Secret, TOTP } from 'otpauth';

const PERIOD_MS = 30_000;
const SECRET_BYTES = 20;

/** Of RFC 4226's recommended length, in base32 as apps take it. */
export const newTotpSecret = (bytes: (n: number) => Uint8Array): string =>
  new Secret({ buffer: Uint8Array.from(bytes(SECRET_BYTES)).buffer }).base32;

/** What an app reads from the QR code. */
export const totpUri = (issuer: string, loginName: string, secret: string): string =>
  totpOf(secret, issuer, loginName).toString();

/** The step of time (RFC 6238) that the code belongs to, one step of drift either way; null for a wrong code. */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / PERIOD_MS) + delta;
}

function totpOf(secret: string, issuer = '', label = ''): TOTP {
  const period = PERIOD_MS / 1000;
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });
}
