import { StandardSchemaValidationPipe } from '@nestjs/common';
import { ValidationFailed } from './app-error.ts';

const ISSUES_MAX = 20;

/** Checks every parameter that carries a schema and names each place that does not fit. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new ValidationFailed(
        issues.slice(0, ISSUES_MAX).map((issue) => ({
          path: (issue.path ?? [])
            .map((part) => String(typeof part === 'object' ? part.key : part))
            .join('.'),
          message: issue.message,
        })),
      ),
  });
}
