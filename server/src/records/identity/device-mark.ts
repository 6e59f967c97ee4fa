import { createHmac } from 'node:crypto';
import { BlockList, isIP, isIPv6 } from 'node:net';
import type { RequestOrigin } from '../../platform/http/index.ts';

/** Addresses that say nothing of who comes: the machine itself, networks inside a house, those that a carrier shares out. */
const NAMELESS = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  NAMELESS.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  NAMELESS.addSubnet(network, prefix, 'ipv6');
/** Changes on the same phone from one call to the next. */
const PASSING = /\s(?:NetType|Language)\/\S+/g;

/**
 * Stands for the phone behind a request: the same for the same model and system at the same address, and nothing can be
 * read out of it without the key. Null where the address would be that of many.
 */
export function deviceMark({ userAgent, ip }: RequestOrigin, key: Uint8Array): string | null {
  const network = networkOf(ip);
  const phone = (userAgent ?? '').replace(PASSING, '').trim();
  if (network === null || phone === '') return null;
  return createHmac('sha256', key).update(`${network}\n${phone}`, 'utf8').digest('base64url').slice(0, 22);
}

/** An IPv4 address, or the half of an IPv6 address that the phone does not choose for itself. */
function networkOf(ip: string): string | null {
  const plain = ip.replace(/^::ffff:/i, '').replace(/%.*$/, '');
  if (isIP(plain) === 0 || NAMELESS.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')) return null;
  return isIPv6(plain) ? groupsOf(plain).slice(0, 4).join(':') : plain;
}

function groupsOf(ipv6: string): readonly string[] {
  const [head = '', tail] = ipv6.toLowerCase().split('::');
  const split = (half: string) => half.split(':').filter((group) => group !== '');
  const [before, after] = [split(head), split(tail ?? '')];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
