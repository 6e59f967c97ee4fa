import { describe, expect, it } from '@jest/globals';
import { deviceMark } from './device-mark.ts';

const KEY = new Uint8Array(32).fill(7);
const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; PJD110 Build/UKQ1) MicroMessenger/8.0.56 NetType/WIFI Language/zh_CN';
const mark = (ip: string, userAgent: string | undefined = ANDROID, key = KEY) =>
  deviceMark({ userAgent, ip }, key);

describe('H-06 the mark of a phone', () => {
  it('H-06 is the same for one phone, also by another net, and another for another phone, address or key', () => {
    const own = mark('203.0.113.9');
    expect(own).toMatch(/^[\w-]{22}$/);
    expect(mark('::ffff:203.0.113.9', ANDROID.replace('NetType/WIFI', 'NetType/5G'))).toBe(own);
    const others = [
      mark('203.0.113.10'),
      mark('203.0.113.9', ANDROID.replace('PJD110', 'PKX110')),
      mark('203.0.113.9', ANDROID, new Uint8Array(32).fill(8)),
    ];
    expect(new Set([own, ...others]).size).toBe(4);
  });

  it('H-06 is that of the network where a phone makes up the rest of its address', () => {
    const own = mark('2409:8900:1:2:3:4:5:6');
    expect(mark('2409:8900:0001:2::9')).toBe(own);
    expect(mark('2409:8900:1:3::9')).not.toBe(own);
    expect(mark('2409:8900::9')).toBe(mark('2409:8900:0:0:1::'));
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.7',
    '100.64.0.1',
    '169.254.1.1',
    '::1',
    'fd00::1',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    'unknown',
    '',
  ])('H-06 is none for %p, which is the address of many or of nobody', (ip) => {
    expect(mark(ip)).toBeNull();
  });

  it('H-06 is none where nothing is told of the phone', () => {
    expect(deviceMark({ userAgent: undefined, ip: '203.0.113.9' }, KEY)).toBeNull();
    expect(mark('203.0.113.9', ' ')).toBeNull();
    // Just outside of what a house has for itself.
    expect(mark('172.32.0.1')).not.toBeNull();
    expect(mark('100.128.0.1')).not.toBeNull();
  });
});
