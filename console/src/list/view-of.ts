/** Parts of an address that name an open row: a view is about the list. */
const ROWS = ['open', 'member', 'version'];

/**
 * What of an address a saved view keeps, in one order, so that the same view is the same text.
 * @example viewOf(new URLSearchParams('sort=score&member=1&group=A')) // => 'group=A&sort=score'
 */
export function viewOf(params: URLSearchParams): string {
  const kept = new URLSearchParams([...params].filter(([name]) => !ROWS.includes(name)));
  kept.sort();
  return kept.toString();
}
