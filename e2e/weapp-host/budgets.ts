import type { FirstShow } from './tour.ts';

/** What a phone of some years bears: beyond it a page stutters while it opens. */
export const FIRST_SCREEN = { calls: 3, bytes: 32 * 1024 };
/** Ten more cards of a list. */
export const FURTHER_PAGE_BYTES = 8 * 1024;
export const CALL_BYTES = 64 * 1024;
export const ELEMENTS = 500;
/** A list longer than this builds no more of its cards at once. */
export const CARDS_AT_ONCE = 40;

export const sum = (bytes: readonly number[]): number => bytes.reduce((all, each) => all + each, 0);

/** Pages that cost more at their first show than the budget, each with its figure. */
export function tooCostly(shows: readonly FirstShow[]): readonly string[] {
  return shows.flatMap(({ route, setDataBytes, elements }) => [
    ...setDataBytes.filter((each) => each > CALL_BYTES).map((each) => `${route}: a setData of ${each} bytes`),
    ...(sum(setDataBytes) > FIRST_SCREEN.bytes ? [`${route}: ${sum(setDataBytes)} bytes of setData`] : []),
    ...(setDataBytes.length > FIRST_SCREEN.calls
      ? [`${route}: ${setDataBytes.length} calls of setData`]
      : []),
    ...(elements > ELEMENTS ? [`${route}: ${elements} elements`] : []),
  ]);
}
