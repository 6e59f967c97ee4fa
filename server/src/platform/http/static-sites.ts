import { existsSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** A built single-page client and the path it is served at. */
export interface StaticSite {
  readonly path: '/app' | '/console';
  readonly folder: string;
}

const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(?:js|css|woff2?|png|svg|jpg)$/;

/** Serves the built clients; a path without a file gets the page, whose own router knows it. */
export async function serveSites(server: FastifyInstance, sites: readonly StaticSite[]): Promise<void> {
  const [first] = sites;
  if (first === undefined) return;
  await server.register(fastifyStatic, { root: sites.map(({ folder }) => folder), serve: false });
  for (const { path, folder } of sites) {
    const send = (reply: FastifyReply, wanted: string) => {
      const file = fileIn(folder, wanted);
      if (file === null && !existsSync(join(folder, 'index.html'))) return reply.callNotFound();
      const name = file ?? 'index.html';
      const isHashed = HASHED.test(name);
      return reply.sendFile(name, folder, { maxAge: isHashed ? '365d' : 0, immutable: isHashed });
    };
    server.get(path, (_, reply) => reply.redirect(`${path}/`));
    server.get<{ Params: { '*': string } }>(`${path}/*`, (request, reply) =>
      send(reply, request.params['*']),
    );
  }
  server.get('/', (_, reply) => reply.redirect(`${first.path}/`));
}

/** The wanted path when it is a file of the folder, null otherwise; never leaves the folder. */
function fileIn(folder: string, wanted: string): string | null {
  const name = normalize(wanted);
  if (name.startsWith('..') || name.includes('\0')) return null;
  const file = join(folder, name);
  return existsSync(file) && statSync(file).isFile() ? name : null;
}
