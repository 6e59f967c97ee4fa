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

/** The route that answers a path without query; a literal part goes before a parameter. */
export function routeOf(method: string, path: string): Route | undefined {
  const parts = path.split('/');
  const fits = (route: Route): boolean => {
    const own = route.path.split('/');
    return (
      route.method === method &&
      own.length === parts.length &&
      own.every((part, at) => isParameter(part) || part === parts[at])
    );
  };
  const parameters = (route: Route): number => route.path.split('/').filter(isParameter).length;
  return allRoutes.filter(fits).sort((a, b) => parameters(a) - parameters(b))[0];
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
