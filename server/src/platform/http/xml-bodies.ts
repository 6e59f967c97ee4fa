import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { AppError } from './app-error.ts';

const BODY_BYTES_MAX = 65_536;
/** Only these are ever called with XML: the platforms speak it. */
const PLACES: readonly string[] = ['/v1/wechat/', '/v1/wecom/'];

/** Hands XML on as text to the handlers of those routes; everywhere else it is refused as before. */
export function readXmlBodies(app: NestFastifyApplication): void {
  for (const type of ['text/xml', 'application/xml']) {
    app.useBodyParser(type, { bodyLimit: BODY_BYTES_MAX }, (request: FastifyRequest, body, done) => {
      if (PLACES.some((place) => request.url.startsWith(place))) return done(null, body.toString('utf8'));
      done(new AppError('http.unsupported_media_type', 415));
    });
  }
}
