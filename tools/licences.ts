import { readFileSync } from 'node:fs';
import { z } from 'zod';

const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-3.0',
  'Unlicense',
  'Python-2.0',
  'WTFPL',
  'MPL-2.0',
  'Zlib',
]);
/** Packages whose package.json names no SPDX licence; the licence was read in the named file of the package. */
const READ_BY_HAND: Readonly<Record<string, string>> = {};

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
      version: z.string().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

/**
 * Whether an SPDX expression is allowed: every part of an AND, one part of an OR.
 * @example
 * isAllowed('(MIT OR GPL-3.0)') // => true
 */
export function isAllowed(expression: string): boolean {
  const bare = expression.replace(/[()]/g, '').trim();
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isAllowed);
  return ALLOWED.has(bare);
}

/** Production packages of the lockfile whose licence is not on the list, as `name licence`. */
export function forbiddenLicences(lock: unknown, byHand = READ_BY_HAND): string[] {
  return Object.entries(Lock.parse(lock).packages)
    .filter(([path, entry]) => path.includes('node_modules/') && entry.dev !== true && entry.link !== true)
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 13),
      licence: entry.license,
    }))
    .filter(({ name, licence }) => !isAllowed(licence ?? byHand[name] ?? 'unknown'))
    .map(({ name, licence }) => `${name} ${licence ?? 'unknown'}`);
}

export function licences(): Promise<number> {
  const forbidden = forbiddenLicences(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  for (const line of forbidden) console.error(`licence not allowed in production: ${line}`);
  return Promise.resolve(forbidden.length === 0 ? 0 : 1);
}
