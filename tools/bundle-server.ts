import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';

const DIST = 'server/dist';

/** What is native, looks for files beside itself, or is not installed and only tried for; Node loads it by itself. */
const LEFT_OUT = [
  ...['libsql', '@node-rs/*', 'pino', 'bullmq', 'ioredis', 'swagger-ui-dist'],
  ...[
    '@nestjs/microservices',
    '@nestjs/websockets',
    '@nestjs/platform-express',
    '@fastify/static',
    '@fastify/view',
  ],
  ...['class-transformer', 'class-validator'],
];

/** In one file a module still finds what lies beside where it stood. */
const whereItStood: Plugin = {
  name: 'where-it-stood',
  setup: (builder) => {
    builder.onLoad({ filter: /[/\\]server[/\\]dist[/\\].*[.]js$/ }, ({ path }) => {
      const place = `./${relative(DIST, path).replaceAll(sep, '/')}`;
      const itself = `new URL(${JSON.stringify(place)}, import.meta.url).href`;
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', itself) };
    });
  },
};

/** CommonJS packages ask for Node's own modules, and for what is left out, by `require`. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/**
 * Puts the compiled server and most of its packages into one file, since a start spent half of its processor time on
 * finding and reading some four thousand. Names stay, as Nest and TypeORM ask for them.
 */
export async function bundleServer(): Promise<number> {
  const { errors } = await build({
    entryPoints: [`${DIST}/program.js`],
    outfile: `${DIST}/main.js`,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    keepNames: true,
    external: LEFT_OUT,
    plugins: [whereItStood],
    banner: { js: REQUIRE },
    logLevel: 'warning',
  }).catch(() => ({ errors: ['told by esbuild'] }));
  return errors.length === 0 ? 0 : 1;
}
