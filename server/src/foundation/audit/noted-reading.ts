import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { callerOf } from '../../platform/http/index.ts';
import { Audit } from './audit.service.ts';
import { sha256OfJson } from './canonical-json.ts';

/**
 * Marks a route of staff that answers a list with graded data of many members: that it was read is in the trail before
 * the answer goes out.
 * @example
 * \@NotesReading('workspace.list_members')
 */
export const NotesReading = Reflector.createDecorator<string>();

const Listed = z.object({ rows: z.array(z.unknown()) });
const Asked = z.record(z.string(), z.unknown());

/** Notes who read which list, by which filters, and how many rows went out; of the filters only the names. */
@Injectable()
export class NotedReadings implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const action = this.reflector.get(NotesReading, context.getHandler());
    if (action === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.#note(action, request, answer);
        return answer;
      }),
    );
  }

  async #note(action: string, request: FastifyRequest, answer: unknown): Promise<void> {
    const actor = callerOf(request);
    if (actor === null) throw new Error(`${action} was read by nobody`);
    const asked = { ...Asked.parse(request.params ?? {}), ...Asked.parse(request.query ?? {}) };
    const rows = Listed.safeParse(answer).data?.rows.length ?? 1;
    const inputs = { filters: Object.keys(asked).sort(), askedSha256: sha256OfJson(asked), rows };
    // An empty list tells nothing of anybody.
    if (rows === 0) return;
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, { actor, action, subjectKind: 'list', subjectId: action, inputs }),
    );
  }
}
