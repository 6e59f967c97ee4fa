/** Writes an integer of 10^−places with its point: (4110, 4) is 0.4110. */
export function decimal(units: number, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
