import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_PATTERN } from '@siyu/shared/contracts/route';
import type { FastifyRequest } from 'fastify';
import { ValidationFailed } from '../http/index.ts';

/**
 * Parameter decorator: the Idempotency-Key of the request, null without one. Routes that take it say so by
 * `takesKey` of their `@Bind`.
 * @throws {ValidationFailed} when it is no key
 */
export const RequestKey = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers[IDEMPOTENCY_KEY];
  if (given === undefined) return null;
  if (typeof given === 'string' && IDEMPOTENCY_KEY_PATTERN.test(given)) return given;
  throw new ValidationFailed([{ path: IDEMPOTENCY_KEY, message: '8 to 64 letters, digits, - or _' }]);
});
