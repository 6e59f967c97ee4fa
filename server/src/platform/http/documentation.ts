import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';

/** The OpenAPI document of every bound route; answers other than success are problems. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Siyu')
    .setDescription('Times are ISO 8601, money is in fen, civil days are those of Asia/Shanghai.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('siyu')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method });
  const problem = z.toJSONSchema(Problem, { target: 'openapi-3.0', io: 'output' });
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
        Problem: { ...problem, $schema: undefined, id: undefined },
      },
    },
  };
}

/** Serves the document at /docs-json and a page to read it at /docs. */
export function serveDocumentation(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, describeApi(app), { jsonDocumentUrl: 'docs-json' });
}
