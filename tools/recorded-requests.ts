import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '@siyu/shared/contracts/route';
import { allRoutes } from '@siyu/shared/contracts/routes';
import { RECORDED_REQUESTS } from './recorded-place.ts';

/** Who asked: a page in Chromium, the built mini-program in its host, or a test over HTTP. */
export const ASKERS = ['browser', 'weapp', 'http'] as const;
export type Asker = (typeof ASKERS)[number];
export interface RecordedRequest {
  readonly asker: Asker;
  readonly routeId: string;
}

/** A page that somebody came to by what stands on another one, not by its address. */
export interface RecordedPage {
  readonly client: 'console' | 'miniprogram';
  readonly path: string;
}

const isParameter = (part: string): boolean => part.startsWith(':');
const noted = new Set<string>();

interface Known {
  readonly route: Route;
  readonly parts: readonly string[];
  readonly parameters: number;
}
const shapeOf = (method: string, parts: readonly string[]): string => `${method} ${parts.length}`;
const knownByShape = new Map<string, Known[]>();
for (const route of allRoutes) {
  const parts = route.path.split('/');
  const known = { route, parts, parameters: parts.filter(isParameter).length };
  const alike = knownByShape.get(shapeOf(route.method, parts)) ?? [];
  knownByShape.set(
    shapeOf(route.method, parts),
    [...alike, known].sort((a, b) => a.parameters - b.parameters),
  );
}

/** The route that answers a path without query; a literal part goes before a parameter. */
export function routeOf(method: string, path: string): Route | undefined {
  const asked = path.split('/');
  const fits = ({ parts }: Known) => parts.every((part, at) => isParameter(part) || part === asked[at]);
  return knownByShape.get(shapeOf(method, asked))?.find(fits)?.route;
}

/** Notes a request that was answered without an error, once for this process and asker. */
export function noteRequest(asker: Asker, method: string, path: string, status: number): void {
  if (status >= 400) return;
  const route = routeOf(method, path.split('?')[0] ?? '');
  if (route === undefined) return;
  keep(`request ${asker} ${route.id}`);
}

/** Notes that a press on one page led to another. */
export function notePage(client: RecordedPage['client'], path: string): void {
  keep(`page ${client} ${path}`);
}

function keep(line: string): void {
  if (noted.has(line)) return;
  noted.add(line);
  mkdirSync(RECORDED_REQUESTS, { recursive: true });
  appendFileSync(join(RECORDED_REQUESTS, String(process.pid)), `${line}\n`);
}

/** What all processes noted. */
export function readRecorded(): { requests: readonly RecordedRequest[]; pages: readonly RecordedPage[] } {
  const files = existsSync(RECORDED_REQUESTS) ? readdirSync(RECORDED_REQUESTS) : [];
  const lines = files
    .flatMap((file) => readFileSync(join(RECORDED_REQUESTS, file), 'utf8').split('\n'))
    .map((line) => line.split(' '));
  const requests: RecordedRequest[] = [];
  const pages: RecordedPage[] = [];
  for (const [kind, who, what = ''] of lines) {
    const asker = ASKERS.find((each) => each === who);
    if (kind === 'request' && asker !== undefined) requests.push({ asker, routeId: what });
    if (kind === 'page' && (who === 'console' || who === 'miniprogram'))
      pages.push({ client: who, path: what });
  }
  return { requests, pages };
}
