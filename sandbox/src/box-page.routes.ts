import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';

const page = (name: string): string => readFileSync(new URL(`../page/${name}`, import.meta.url), 'utf8');

/** What finds the code in a picture, in the browser; a box installed without tools for development reads texts only. */
function codeFinder(): string {
  try {
    return readFileSync(createRequire(import.meta.url).resolve('jsqr'), 'utf8');
  } catch {
    return 'window.jsQR = () => null;';
  }
}

/** The page a person opens in a browser: the buttons of a phone, the clock, the faults and the journal. */
export function boxPageRoutes(app: FastifyInstance, appUrl: string | null): void {
  const scripts: Readonly<Record<string, string>> = {
    'box.js': page('box.js'),
    'dom.js': page('dom.js'),
    'sides.js': page('sides.js'),
    'jsqr.js': codeFinder(),
  };
  const [html, css] = [page('index.html'), page('box.css')];
  app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  app.get('/__box/app', async () => ({ url: appUrl }));
  app.get('/__box/box.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(css));
  for (const [name, script] of Object.entries(scripts)) {
    app.get(`/__box/${name}`, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(script),
    );
  }
}
