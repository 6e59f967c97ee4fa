import { isIP } from 'node:net';

/** Where a sign-in came from, as little of it as a person needs to recognise it. */
export interface SignInOrigin {
  readonly device: string;
  readonly address: string;
}

const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['企业微信', /wxwork\/(\d+)/],
  ['微信', /MicroMessenger\/(\d+)/],
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari\//],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['鸿蒙', /OpenHarmony|HarmonyOS/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/**
 * @example
 * signInOrigin('Mozilla/5.0 (Windows NT 10.0) … Chrome/142.0.0.0 Safari/537.36', '203.0.113.9')
 * // => { device: 'Chrome 142 · Windows', address: '203.0.*.*' }
 */
export function signInOrigin(userAgent: string | undefined, ip: string): SignInOrigin {
  return { device: deviceOf(userAgent ?? ''), address: maskAddress(ip) };
}

function deviceOf(userAgent: string): string {
  const browser = BROWSERS.flatMap(([name, pattern]) => {
    const version = pattern.exec(userAgent)?.[1];
    return version === undefined ? [] : [`${name} ${version.slice(0, 6)}`];
  })[0];
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const known = [browser, system].filter((each) => each !== undefined);
  return known.length === 0 ? '未知设备' : known.join(' · ');
}

function maskAddress(ip: string): string {
  const plain = ip.replace(/^::ffff:/, '');
  if (isIP(plain) === 4) return `${plain.split('.').slice(0, 2).join('.')}.*.*`;
  if (isIP(plain) === 6) return `${plain.split(':').slice(0, 2).join(':')}:*`;
  return '';
}
