import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';
import { sendFile } from './static-sites.ts';

/** The OpenAPI document of every bound route; answers other than success are problems. */
function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Siyu')
    .setDescription('Times are ISO 8601, money is in fen, civil days are those of Asia/Shanghai.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('siyu')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method });
  const problem = Object.fromEntries(
    Object.entries(z.toJSONSchema(Problem, { target: 'openapi-3.0', io: 'output' })).filter(
      ([key]) => key !== '$schema' && key !== 'id',
    ),
  );
  const answer = {
    description: 'A refusal with a stable code and a sentence for people',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.put, path.post, path.delete]) {
      if (operation !== undefined) operation.responses['default'] = answer;
    }
  }
  return {
    ...document,
    components: {
      ...document.components,
      schemas: {
        ...document.components?.schemas,
        Problem: problem,
      },
    },
  };
}

const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>Siyu API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;
const start = `SwaggerUIBundle({ url: '/docs-json', dom_id: '#swagger-ui', deepLinking: true });\n`;

/** Serves the document at /docs-json and a page to read it at /docs. Made for the first who asks, no start waits for it. */
export function serveDocumentation(app: NestFastifyApplication): void {
  let document: OpenAPIObject | null = null;
  const server = app.getHttpAdapter().getInstance();
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  server.get('/docs-json', (_, reply) => reply.send((document ??= describeApi(app))));
  server.get('/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/docs/start.js', (_, reply) => reply.type('text/javascript; charset=utf-8').send(start));
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    server.get(`/docs/${name}`, (request, reply) => sendFile(request, reply, folder, name));
  }
}
