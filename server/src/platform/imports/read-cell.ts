import { z } from 'zod';

/** No white space at its ends, no control characters: what other systems call an id. */
const CODE = /^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u;

/** An id or a code of a cell; undefined when it is none. An empty cell is no code. */
export function readCode(cell: string, lengthMax: number): string | undefined {
  return cell.length <= lengthMax && CODE.test(cell) ? cell : undefined;
}

/** Null for an empty cell, undefined for one that cannot be read. */
export function readOptional<Value>(
  cell: string,
  read: (cell: string) => Value | undefined,
): Value | null | undefined {
  return cell === '' ? null : read(cell);
}

/** What the contracts call an instant, without the cost of a schema per cell. */
const INSTANT = z.regexes.datetime({ offset: true });

/** Epoch ms of an ISO instant with an offset; undefined for anything else, such as a day that no calendar has. */
export function readInstant(cell: string): number | undefined {
  return INSTANT.test(cell) ? Date.parse(cell) : undefined;
}
