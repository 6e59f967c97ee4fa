import { configurationPage } from '../app/pages.ts';

/** The page of one configuration. Its key has dots and so stands behind the path: a path with one is a file's. */
export const configurationPath = `${configurationPage.path}/history`;

/** @example configurationAddress('feed.weights', null) // => '/configuration/history?key=feed.weights' */
export function configurationAddress(key: string, version: string | null): string {
  const params = new URLSearchParams({ key, ...(version !== null && { version }) });
  return `${configurationPath}?${params.toString()}`;
}
