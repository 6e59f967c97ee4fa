/** What a key does on a list page; null when it belongs to somebody else (a field, a shortcut of the browser). */
export type ListAct = 'search' | 'next' | 'previous' | 'open' | 'keys';

interface Pressed {
  readonly key: string;
  readonly hasModifier: boolean;
  /** The key was typed into a field, a menu or a dialog. */
  readonly isTaken: boolean;
}

const acts: ReadonlyMap<string, ListAct> = new Map([
  ['/', 'search'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['?', 'keys'],
]);

/** @example listAct({ key: 'j', hasModifier: false, isTaken: false }) // => 'next' */
export const listAct = ({ key, hasModifier, isTaken }: Pressed): ListAct | null =>
  hasModifier || isTaken ? null : (acts.get(key) ?? null);

/** The row after the act; the ends hold. @example rowAfter('next', -1, 3) // => 0 */
export function rowAfter(act: 'next' | 'previous', row: number, count: number): number {
  if (count === 0) return -1;
  return act === 'next' ? Math.min(row + 1, count - 1) : Math.max(row - 1, 0);
}
