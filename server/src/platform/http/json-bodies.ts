import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppError } from './app-error.ts';
import { hasKeyTwice, outlineJson } from './json-fault.ts';

/** Reads JSON bodies as Fastify does, and refuses those that no honest client sends before a schema sees them. */
export function readJsonBodies(app: NestFastifyApplication, bodyLimit: number): void {
  const parse = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit }, (request, body, done) => {
    const text = body.toString('utf8');
    const { fault, keys } = outlineJson(text);
    if (fault !== null) return done(new AppError('http.bad_request', 400));
    const check = (error: Error | null, value?: unknown): void => {
      if (error !== null) return done(error);
      done(hasKeyTwice(value, keys) ? new AppError('http.bad_request', 400) : null, value);
    };
    // Its types know of servers of HTTP/2 too; ours speaks HTTP/1.1.
    Reflect.apply(parse, null, [request, text, check]);
  });
}
