import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from './app-error.ts';
import type { Principal } from './principal.ts';

const callers = new WeakMap<FastifyRequest, Principal>();

export function rememberCaller(request: FastifyRequest, principal: Principal): void {
  callers.set(request, principal);
}

export function callerOf(request: FastifyRequest): Principal | null {
  return callers.get(request) ?? null;
}

/** Parameter decorator: the Principal the guard has let in. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const principal = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (principal === null) throw new AppError('http.unauthenticated', 401);
  return principal;
});
