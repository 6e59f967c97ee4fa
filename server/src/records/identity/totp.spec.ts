import { describe, expect, it } from '@jest/globals';
import { codeAt } from '../../testing/authenticator.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { openSecret, sealSecret } from '../../platform/keys/index.ts';
import { signInOrigin } from './sign-in-origin.ts';
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts';

/** `12345678901234567890` of RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const key = Buffer.alloc(32, 7);
const nonce = Buffer.alloc(12, 9);

describe('the second factor', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('D-04 takes the code of RFC 6238 at %i s', (seconds, code) => {
    const at = seconds * 1000;
    expect(stepOfCode(SECRET, code, at)).toBe(Math.floor(seconds / 30));
    expect(codeAt(SECRET, at)).toBe(code);
  });

  it('D-04 allows for a clock that is one step off, and for no more', () => {
    const now = 1_234_567_890_000;
    const stepOf = (steps: number) => stepOfCode(SECRET, codeAt(SECRET, now + steps * 30_000), now);
    const step = Math.floor(now / 30_000);
    expect([-2, -1, 0, 1, 2].map(stepOf)).toEqual([null, step - 1, step, step + 1, null]);
  });

  it('makes secrets of 160 bits and addresses that apps read', () => {
    expect(newTotpSecret((n) => new Uint8Array(n).fill(1))).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpUri('示例证券', 'operator', SECRET)).toMatch(
      /^otpauth:\/\/totp\/.+secret=GEZDGNBV.+&digits=6/,
    );
  });

  it('D-04 stores secrets encrypted for their owner only', () => {
    const sealed = sealSecret(SECRET, 'anna', key, nonce);
    expect(sealed).not.toContain(SECRET);
    expect(openSecret(sealed, 'anna', key)).toBe(SECRET);
    expect(() => openSecret(sealed, 'berta', key)).toThrow();
    expect(() => openSecret(sealed, 'anna', Buffer.alloc(32, 8))).toThrow();
  });

  it('makes recovery codes that can be read out', () => {
    const codes = newRecoveryCodes((n) => Uint8Array.from({ length: n }, (_, at) => at * 37));
    expect(codes).toHaveLength(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
  });
});

describe('where a sign-in came from', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
      'Chrome 142 · Windows',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0', 'Edge 142 · Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
      'Safari 18 · iOS',
    ],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/142.0 MicroMessenger/8.0 wxwork/5.0', '企业微信 5 · Android'],
    ['curl/8.1', '未知设备'],
  ])('D-04 shortens %s', (userAgent, device) => {
    expect(signInOrigin(userAgent, '').device).toBe(device);
  });

  it.each([
    ['203.0.113.9', '203.0.*.*'],
    ['::ffff:203.0.113.9', '203.0.*.*'],
    ['2001:db8:1::9', '2001:db8:*'],
    ['unknown', ''],
  ])('D-04 hides the second half of %s', (ip, address) => {
    expect(signInOrigin(undefined, ip).address).toBe(address);
  });
});
