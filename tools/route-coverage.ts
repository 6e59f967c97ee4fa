import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Audience, Route } from '@siyu/shared/contracts/route';
import type { RecordedRequest } from './recorded-requests.ts';

/** A route as clients write it: `feedRoutes.getFeed`. */
export interface NamedRoute {
  readonly name: string;
  readonly route: Route;
}

const RouteModule = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      id: z.string(),
      audience: z.enum(['public', 'member', 'adviser', 'staff', 'machine']),
      method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
      path: z.string(),
    }),
  ),
);

/** The client that has to call the routes of an audience. */
const CLIENTS: Readonly<Partial<Record<Audience, string>>> = {
  member: 'miniprogram',
  adviser: 'miniprogram',
  staff: 'console',
};

/** Every route of the contracts by its written name. */
export async function namedRoutes(): Promise<readonly NamedRoute[]> {
  const files = readdirSync('shared/src/contracts').filter((file) => file.endsWith('.routes.ts'));
  const named: NamedRoute[] = [];
  for (const file of files) {
    const module: unknown = await import(`@siyu/shared/contracts/${file.replace(/[.]ts$/, '')}`);
    for (const [list, routes] of Object.entries(RouteModule.parse(module))) {
      for (const [key, route] of Object.entries(routes)) named.push({ name: `${list}.${key}`, route });
    }
  }
  return named;
}

/** The sources of a client without its specs. */
export function clientSources(client: string): string {
  const folder = join(client, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /[.]tsx?$/.test(file) && !/[.]spec[.]|testing/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

/**
 * Routes that nobody of their audience calls, or that no run has exercised.
 * @param sources the text of a client by its folder
 * @returns one sentence per fault
 */
export function routeFaults(
  routes: readonly NamedRoute[],
  recorded: readonly RecordedRequest[],
  sources: Readonly<Record<string, string>>,
): readonly string[] {
  const askersOf = (id: string) => recorded.filter(({ routeId }) => routeId === id).map(({ asker }) => asker);
  return routes.flatMap(({ name, route }) => {
    const client = CLIENTS[route.audience];
    if (client === undefined) {
      return route.audience === 'machine' && askersOf(route.id).length === 0
        ? [`${route.id}: no test over HTTP has called it`]
        : [];
    }
    const isCalled = new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(sources[client] ?? '');
    const isExercised = askersOf(route.id).some((asker) => asker !== 'http');
    return [
      ...(isCalled ? [] : [`${route.id}: nothing in ${client} calls it`]),
      ...(isExercised ? [] : [`${route.id}: no page has asked for it, neither in Chromium nor in the host`]),
    ];
  });
}
