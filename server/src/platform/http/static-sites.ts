import { extname } from 'node:path';
import send from '@fastify/send';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A built single-page client and the path it is served at. */
export interface StaticSite {
  readonly path: '/app' | '/console';
  readonly folder: string;
}

const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(?:js|css|woff2|png|svg|jpg|webp)$/;
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Serves the built clients; a path that names no file gets the page, whose own router knows it. */
export function serveSites(server: FastifyInstance, sites: readonly StaticSite[]): void {
  const [first] = sites;
  if (first !== undefined) server.get('/', (_, reply) => reply.redirect(`${first.path}/`));
  for (const { path, folder } of sites) {
    server.get(path, (_, reply) => reply.redirect(`${path}/`));
    server.get<{ Params: { '*': string } }>(`${path}/*`, (request, reply) => {
      const wanted = request.params['*'];
      // A missing script must not be answered by a page: only a name without an ending is the router's.
      return sendFile(request, reply, folder, extname(wanted) === '' ? 'index.html' : wanted);
    });
  }
}

/** Answers with a file of the folder, or as for an unknown path when there is none. Never leaves the folder. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  name: string,
): Promise<FastifyReply> {
  const found = await send(request.raw, encodeURI(`/${name}`), { root: folder, cacheControl: false });
  if (found.type === 'error') {
    reply.callNotFound();
    return reply;
  }
  return reply
    .code(found.statusCode)
    .headers({ ...found.headers, 'cache-control': HASHED.test(name) ? IMMUTABLE : 'no-cache' })
    .send(found.stream);
}
