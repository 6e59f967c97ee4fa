const OFFSET_MS = 8 * 3_600_000;

/** @example instantOf('2026-11-30T09:00') // => '2026-11-30T01:00:00.000Z' */
export const instantOf = (local: string): string =>
  local === '' ? '' : new Date(`${local}:00+08:00`).toISOString();

/** What a field for a day and a time shows; @example localOf('2026-11-30T01:00:00.000Z') // => '2026-11-30T09:00' */
export const localOf = (instant: string): string =>
  instant === '' ? '' : new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 16);
