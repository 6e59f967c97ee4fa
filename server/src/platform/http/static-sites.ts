import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A built single-page client and the path it is served at. */
export interface StaticSite {
  readonly path: '/app' | '/console';
  readonly folder: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(?:js|css|woff2|png|svg|jpg|webp)$/;
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Serves the built clients; a path without a file gets the page, whose own router knows it. */
export function serveSites(server: FastifyInstance, sites: readonly StaticSite[]): void {
  const [first] = sites;
  if (first !== undefined) server.get('/', (_, reply) => reply.redirect(`${first.path}/`));
  for (const { path, folder } of sites) {
    server.get(path, (_, reply) => reply.redirect(`${path}/`));
    server.get<{ Params: { '*': string } }>(`${path}/*`, async (request, reply) => {
      const isSent = await sendFile(request, reply, folder, request.params['*']);
      // A missing script must not be answered by a page.
      const isPage = isSent || extname(request.params['*']) === '' || request.params['*'].endsWith('.html');
      if (!isSent && !(isPage && (await sendFile(request, reply, folder, 'index.html'))))
        reply.callNotFound();
      return reply;
    });
  }
}

/** Sends a file of the folder and answers true; false when there is none. Never leaves the folder. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  wanted: string,
): Promise<boolean> {
  const name = normalize(wanted);
  if (name.startsWith('..') || name.includes('\0')) return false;
  const file = join(folder, name);
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) return false;
  const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`;
  void reply.headers({ etag, 'cache-control': HASHED.test(name) ? IMMUTABLE : 'no-cache' });
  if (request.headers['if-none-match'] === etag) {
    void reply.status(304).send();
    return true;
  }
  const type = types[extname(name)] ?? 'application/octet-stream';
  void reply.headers({ 'content-type': type, 'content-length': found.size }).send(createReadStream(file));
  return true;
}
