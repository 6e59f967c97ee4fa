import type { z } from 'zod';
import { ValidationFailed } from './app-error.ts';

/** A position in a list as the opaque text the contracts call Cursor. */
export function encodeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');
}

/**
 * The position inside a cursor, or null without one.
 * @throws {ValidationFailed} when the server never made such a cursor for this list.
 */
export function decodeCursor<Position>(
  cursor: string | undefined,
  schema: z.ZodType<Position>,
): Position | null {
  if (cursor === undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return schema.parse(value);
  } catch {
    throw new ValidationFailed([{ path: 'cursor', message: 'unknown position' }]);
  }
}
