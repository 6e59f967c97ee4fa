import { applyDecorators, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_PATTERN } from '@siyu/shared/contracts/route';
import type { HttpMethod, Route, RouteInput } from '@siyu/shared/contracts/route';
import type { z } from 'zod';

export interface BindOptions<Output> {
  /** Schema of the answer: checked on the way out, shown in the API documentation. Absent: 204. */
  readonly response?: z.ZodType<Output>;
  readonly status?: number;
  /** The body is multipart with one part `file`. */
  readonly takesFile?: boolean;
  /** Honours an Idempotency-Key (`RequestKey` of platform/idempotency). */
  readonly takesKey?: boolean;
  /** The answer is a stream of bytes. */
  readonly givesFile?: boolean;
}

export interface BoundRoute {
  readonly route: Route;
  readonly response: z.ZodType | null;
}

export const Bound = Reflector.createDecorator<BoundRoute>();

const methods: Readonly<Record<HttpMethod, RequestMethod>> = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  DELETE: RequestMethod.DELETE,
};

/**
 * Binds a handler to a route of the contracts: method, path, operationId and answer come from there.
 * @example
 * \@Bind(contentRoutes.getLesson, { response: Lesson })
 * \@Access({ audience: 'member' })
 * getLesson(...): Promise<Lesson> { ... }
 */
export function Bind<Input extends RouteInput, Output>(
  route: Route<Input, Output>,
  options: BindOptions<Output> = {},
): <Handler extends (...args: never[]) => Output | Promise<Output>>(
  target: object,
  key: string,
  descriptor: TypedPropertyDescriptor<Handler>,
) => void {
  const { id, audience, method, path } = route;
  const hasBody = options.response !== undefined || options.givesFile === true;
  const status = options.status ?? (hasBody ? 200 : 204);
  const decorate = applyDecorators(
    RequestMapping({ path, method: methods[method] }),
    HttpCode(status),
    Bound({ route: { id, audience, method, path }, response: options.response ?? null }),
    ApiOperation({ operationId: id, tags: [id.split('.')[0] ?? id] }),
    ApiResponse({
      status,
      description: '',
      ...(options.response === undefined ? {} : { standardSchema: options.response }),
    }),
    ...(options.takesKey === true
      ? [
          ApiHeader({
            name: IDEMPOTENCY_KEY,
            required: false,
            schema: { type: 'string', pattern: IDEMPOTENCY_KEY_PATTERN.source },
          }),
        ]
      : []),
    ...(options.takesFile === true
      ? [
          ApiConsumes('multipart/form-data'),
          ApiBody({
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file: { type: 'string', format: 'binary' } },
            },
          }),
        ]
      : []),
  );
  return (target, key, descriptor) => {
    decorate(target, key, descriptor);
  };
}
