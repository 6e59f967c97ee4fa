import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Problem } from '@siyu/shared/contracts/primitives';
import { errorSentence } from '@siyu/shared/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isFull, isUnreachable, TooMuchContention } from '../database/index.ts';
import { Logger } from '../logging/index.ts';
import { AppError, PlacedRefusal } from './app-error.ts';

const codes: Readonly<Record<number, string>> = {
  400: 'http.bad_request',
  401: 'http.unauthenticated',
  403: 'http.forbidden',
  404: 'http.not_found',
  405: 'http.method_not_allowed',
  409: 'http.conflict',
  413: 'http.payload_too_large',
  415: 'http.unsupported_media_type',
  429: 'http.too_many_requests',
  503: 'http.unavailable',
};

/** Every failure as the same refusal: what went wrong inside stays in the log. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TooMuchContention || isUnreachable(error)) {
    return new AppError('http.unavailable', 503, { retryAfterSeconds: 2 });
  }
  // Room is made by a person, not by waiting a moment.
  if (isFull(error)) return new AppError('http.unavailable', 503, { retryAfterSeconds: 30 });
  const status = error instanceof HttpException ? error.getStatus() : statusOfFastify(error);
  const code = codes[status];
  return code === undefined ? new AppError('http.internal', 500) : new AppError(code, status);
}

/** Fastify's own refusals (body too large, broken JSON) carry a status; an error of ours does not. */
function statusOfFastify(error: unknown): number {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return 500;
  return error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
}

export function toProblem(error: AppError, instance: string): Problem {
  const problem = {
    type: 'about:blank',
    title: errorSentence(error.code, error.details),
    status: error.status,
    code: error.code,
    instance,
  };
  return error instanceof PlacedRefusal ? { ...problem, errors: [...error.issues] } : problem;
}

/** Answers every error as RFC 9457 problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = toAppError(error);
    const requestId = String(request.id);
    if (refusal.status >= 500)
      this.logger.error('request failed', { requestId, method: request.method, error });
    else this.logger.debug('request refused', { requestId, code: refusal.code });
    const wait = refusal.details['retryAfterSeconds'];
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    void reply
      .status(refusal.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(toProblem(refusal, requestId)));
  }
}
