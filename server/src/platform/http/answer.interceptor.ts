import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { Bound } from './bind.ts';

/** What leaves the house has the shape of its contract: unknown fields fall away, a wrong one is our error. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = this.reflector.get(Bound, context.getHandler())?.response ?? null;
    return response === null ? next.handle() : next.handle().pipe(map((answer) => response.parse(answer)));
  }
}
